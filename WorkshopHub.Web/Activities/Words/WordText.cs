using System.Globalization;
using System.Text;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>How words are read from what somebody typed: in lower case, without signs around them. Plurals stay as they are.</summary>
public static class WordText
{
    /// <summary>Letters of a word that fit on a phone and in a cloud.</summary>
    public const int Longest = 24;

    private static readonly char[] _between = [' ', ',', ';', '/', '+', '&', '|', '…', '–', '—'];
    private static readonly HashSet<string> _joining = new(["and", "but", "or", "yet"], StringComparer.Ordinal);

    /// <summary>The words, each once, in order; "and" and the like join words and are none.</summary>
    public static IReadOnlyList<string> Read(string? typed)
    {
        var words = Line.Clean(typed).Split(_between, StringSplitOptions.RemoveEmptyEntries).Select(Bare)
            .Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var meant = words.Where(word => !_joining.Contains(word)).ToList();
        return meant.Count > 0 ? meant : words;
    }

    /// <summary>How many signs somebody would count.</summary>
    public static int Letters(string word) => new StringInfo(word).LengthInTextElements;

    /// <summary>A number up to ten as a word.</summary>
    public static string Number(int number) => number is >= 0 and <= 10
        ? ((string[])["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])[number]
        : number.ToString(CultureInfo.InvariantCulture);

    private static string Bare(string word)
    {
        var runes = word.Replace('’', '\'').EnumerateRunes().ToList();
        var first = runes.FindIndex(IsOfWord);
        var last = runes.FindLastIndex(IsOfWord);
        return first < 0 ? "" : string.Concat(runes[first..(last + 1)]).ToLowerInvariant();
    }

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
