using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Words that may mean the same: a slip of the finger, a short form, a part of a name.</summary>
public static class Near
{
    /// <summary>Whether one may mean the other.</summary>
    public static bool Is(string one, string other) => Is(Tokens(one), Tokens(other));

    /// <summary>How many letters must be changed, put in or left out to come from one to the other.</summary>
    public static int Distance(string a, string b)
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

    private static bool Is(string[] one, string[] other)
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
}
