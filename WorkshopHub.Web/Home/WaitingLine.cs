using System.Globalization;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Home;

/// <summary>One thing that waits for somebody, as the one list of their page tells it.</summary>
/// <param name="Link">What it is and where it is done; an empty address where there is nothing to press.</param>
/// <param name="Today">Today in the organisation's zone.</param>
public sealed record WaitingLine(OwnLink Link, DateOnly Today)
{
    private static readonly CultureInfo _british = CultureInfo.GetCultureInfo("en-GB");

    private int? Days => Link.By is { } by && DateOnly.TryParseExact(by, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.DayNumber - Today.DayNumber : null;

    /// <summary>By when, as people say it: 2 days late, Today, Thursday, 3 March; Now where no day was given.</summary>
    public string When => Days switch
    {
        null => "Now",
        -1 => "1 day late",
        < 0 and var late => $"{-late} days late",
        0 => "Today",
        1 => "Tomorrow",
        < 7 and var soon => Today.AddDays(soon).ToString("dddd", _british),
        var days => Today.AddDays(days.Value).ToString("d MMMM", _british),
    };

    /// <summary>How pressing it is: the class of its pill.</summary>
    public string? Pill => Days switch { null => null, < 0 => "pill-bad", < 7 => "pill-warn", _ => null };

    /// <summary>Everything that waits, in one list across roles and programmes: what is late first, what has no day last.</summary>
    public static IReadOnlyList<WaitingLine> Of(IEnumerable<OwnLink> links, IEnumerable<AskedLine> asked, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return
        [
            .. links.Where(link => link.ToDo).Concat(asked.Select(Of)).OrderBy(link => link.By is null).ThenBy(link => link.By, StringComparer.Ordinal)
                .Select(link => new WaitingLine(link, today)),
        ];
    }

    private static OwnLink Of(AskedLine line) => line.IsMine
        ? new OwnLink(string.Create(CultureInfo.InvariantCulture, $"/promises/{line.Id}"), line.Text, "You said you would.", 0, ToDo: true)
        {
            By = line.Due,
            Verb = "Say what became of it",
        }
        : new OwnLink(
            string.Create(CultureInfo.InvariantCulture, $"/promises/{line.Id}/witnessed"), line.Text, $"Ask {line.First} what became of it. You are the witness.", 0, ToDo: true)
        {
            By = line.Due,
            Verb = "I have asked",
        };
}
