using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>
/// A plain hint at posts that may name a private person or how to reach one. It only points: it never blocks, and it
/// can't know every name. It is made for the control room alone.
/// </summary>
public static partial class PrivateHint
{
    private const string Somebody = "Names a person?";

    // With these a sentence begins; a capital after them makes no first and last name.
    private static readonly HashSet<string> _openers = new(
        ("The A An We I In On At Our My It Its Is Are Was Were When What Who Whose Why How If Has Have Had Can Could May Might Did Do Does "
        + "Don Let Ask See For From To Of And But Or So No Not Yes This That These Those There Then They He She You Your His Her Their One Two "
        + "Every Each All Some Most Nobody Somebody Which Where While With Without After Before Since As By Please Dear").Split(' '),
        StringComparer.Ordinal);

    /// <summary>What to look at, in a few words; null where nothing was noticed.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="names">The names around the programme; null for none.</param>
    /// <param name="author">The author's name, which is no news; null where it is not known.</param>
    public static string? Of(string text, KnownNames? names = null, string? author = null) =>
        Titled().IsMatch(text) ? Somebody
        : Mail().IsMatch(text) ? "An e-mail address?"
        : Phone().IsMatch(text) ? "A phone number?"
        : Bed().IsMatch(text) ? "About one patient or customer?"
        : Known(text, names ?? KnownNames.None, author) is { } known ? $"Names {known}?"
        : HasFirstAndLast(text, author) ? Somebody
        : null;

    /// <summary>A name from the programme that is not the author's: the whole, or its first or last word with a capital.</summary>
    private static string? Known(string text, KnownNames names, string? author)
    {
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            foreach (var whole in names.Whole[word])
            {
                if (whole != author && text.AsSpan(match.Index).StartsWith(whole, StringComparison.OrdinalIgnoreCase)
                    && (match.Index + whole.Length == text.Length || !char.IsLetter(text[match.Index + whole.Length])))
                {
                    return whole;
                }
            }

            if (names.Parts.TryGetValue(word, out var name) && name != author && author?.Split(' ').Contains(word) != true)
            {
                return name.Split(' ').Length > 1 ? word : name;
            }
        }

        return null;
    }

    /// <summary>Two words with a capital side by side, of which the first is none that begins sentences, and they are not the author’s name.</summary>
    private static bool HasFirstAndLast(string text, string? author)
    {
        foreach (var first in First().EnumerateMatches(text))
        {
            if (!_openers.Contains(text.Substring(first.Index, first.Length))
                && (author is null || !text.AsSpan(first.Index).StartsWith(author, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}'’-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?= \p{Lu}\p{Ll}+)", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|M\.|Sig|Señora?)\.? +\p{Lu}\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\d)\+?\d(?:[ ()/.-]?\d){7,14}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(patient|customer|client|resident|pupil|room|bed) (number|no\.?|nr\.?)? ?\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bed();
}
