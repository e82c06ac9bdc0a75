using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// Days, months and years that stand in what people wrote: they move by the same whole weeks as the rows, so that a report
/// that says "1 April" was told after that day and a measure "April to August" was taken in these months. Names and what
/// has no date ("each Friday", "the second winter") stay as they are.
/// </summary>
internal static partial class DemoTexts
{
    // The content is told from the spring of this year; a month without a year is of it.
    private static readonly DateOnly _start = new(2026, 3, 10);

    /// <summary>A text as it reads so many weeks later.</summary>
    public static string Moved(string text, int weeks) => Dated().Replace(text, found =>
    {
        var year = found.Groups["y"] is { Success: true } said ? int.Parse(said.Value, CultureInfo.InvariantCulture) : _start.Year;
        if (found.Groups["m"] is not { Success: true } named)
        {
            return $"{year + _start.AddDays(7 * weeks).Year - _start.Year}";
        }

        var month = Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, named.Value) + 1;
        var moved = Day(found.Groups["d"], 15);
        var text = found.Groups["d"].Success ? LocalDay.WithMonth(moved) : Month(moved);
        if (found.Groups["a"] is { Success: true } first)
        {
            var from = Day(first, 15);
            text = $"{(from.Month == moved.Month ? $"{from.Day}" : LocalDay.WithMonth(from))}{found.Groups["w"].Value}{text}";
        }

        return found.Groups["y"].Success ? $"{text} {moved.Year}" : text;

        DateOnly Day(Group day, int otherwise) =>
            new DateOnly(year, month, day.Success ? int.Parse(day.Value, CultureInfo.InvariantCulture) : otherwise).AddDays(7 * weeks);
    });

    /// <summary>Moves every text below a place of the content; its dates are moved where they are read.</summary>
    public static void Move(JsonNode? node, int weeks)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    Put(value, moved => fields[name] = moved);
                }

                break;
            case JsonArray all:
                for (var index = 0; index < all.Count; index++)
                {
                    Put(all[index], moved => all[index] = moved);
                }

                break;
        }

        void Put(JsonNode? value, Action<string> put)
        {
            if (value is JsonValue one && one.TryGetValue<string>(out var text))
            {
                if (!Iso().IsMatch(text))
                {
                    put(Moved(text, weeks));
                }
            }
            else
            {
                Move(value, weeks);
            }
        }
    }

    private static string Month(DateOnly day) => day.ToString("MMMM", CultureInfo.InvariantCulture);

    // "May" is a word as well: it is the month behind a number or before another month, and behind "in", "since" or "until".
    [GeneratedRegex(
        """
        (?<!\d)(?:(?:(?<a>\d{1,2})(?<w>\ and\ |\ to\ ))?(?<d>\d{1,2})\ (?<m>May|January|February|March|April|June|July|August|September|October|November|December)
        |\b(?<m>January|February|March|April|June|July|August|September|October|November|December|(?<=\b(?:in|since|until)\ )May|May(?=\ to\ [A-Z]|-[A-Z])))\b(?:\ (?<y>20[12]\d))?
        |(?<!Ground\ |\d)\b(?<y>20[12]\d)\b(?!-)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex Iso();
}
