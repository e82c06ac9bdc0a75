using System.ComponentModel.DataAnnotations;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>What somebody has decided about a word, as a form sends it.</summary>
public sealed class WordChoice
{
    /// <summary>Make it new.</summary>
    public const string Make = "+";

    /// <summary>Leave the field as it is.</summary>
    public const string Leave = "-";

    /// <summary>The field's key: unit, site or manager.</summary>
    public string? Field { get; set; }

    /// <summary>The word as the file has it.</summary>
    public string? Text { get; set; }

    /// <summary>
    /// For a part or a site <see cref="Make"/>, <see cref="Leave"/>, or = and the name of a known one. For a manager the words
    /// that are meant instead, empty for none.
    /// </summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Choice { get; set; }
}

/// <summary>A part, a site or a manager that the file names and that nobody knows here.</summary>
public sealed class ImportWord
{
    /// <summary>The field's key: unit, site or manager.</summary>
    public required string Field { get; init; }

    /// <summary>The word as the file has it.</summary>
    public required string Text { get; init; }

    /// <summary>What was decided, as <see cref="WordChoice.Choice"/>; null where nothing is.</summary>
    public string? Choice { get; set; }

    /// <summary>A known name that is much like it, or null.</summary>
    public string? Like { get; init; }

    /// <summary>In how many rows it stands.</summary>
    public int Rows { get; set; }

    /// <summary>The row in which it is asked; null where nothing has to be asked.</summary>
    public int? AskedIn { get; set; }

    /// <summary>A known name that a word may mean: shortened, with or without "department", a letter off. Null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known.FirstOrDefault(name => IsNear(Tokens(word), Tokens(name)));

    private static bool IsNear(string[] one, string[] other)
    {
        // Depot 1 is never Depot 2.
        static string Digits(string[] words) => string.Concat(words.SelectMany(word => word.Where(char.IsDigit)));
        if (one.Length == 0 || other.Length == 0 || Digits(one) != Digits(other))
        {
            return false;
        }

        var (a, b) = (string.Concat(one), string.Concat(other));
        return one.All(other.Contains) || other.All(one.Contains) || IsShort(one[0], other[0]) || IsShort(other[0], one[0])
            || (Math.Min(a.Length, b.Length) > 5 && Distance(a, b) <= 2);
    }

    private static bool IsShort(string piece, string whole) =>
        piece.Length >= 3 && whole.Length > piece.Length && whole.StartsWith(piece, StringComparison.Ordinal);

    private static string[] Tokens(string name) =>
    [
        .. string.Concat(Line.Clean(name).ToLowerInvariant().Select(sign => char.IsLetterOrDigit(sign) ? sign : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("and" or "the" or "of" or "department" or "dept" or "team" or "unit")),
    ];

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                left = row[j] = Math.Min(Math.Min(above, left) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
