using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>
/// A plain hint at posts that may name a private person or how to reach one. It only points: it never blocks, and it
/// can't know every name.
/// </summary>
public static partial class PrivateHint
{
    /// <summary>What to look at, in a few words; null where nothing was noticed.</summary>
    public static string? Of(string text) =>
        Titled().IsMatch(text) ? "Names a person?"
        : Mail().IsMatch(text) ? "An e-mail address?"
        : Phone().IsMatch(text) ? "A phone number?"
        : Bed().IsMatch(text) ? "About one patient or customer?"
        : null;

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|M\.|Sig|Señora?)\.? +\p{Lu}\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\d)\+?\d(?:[ ()/.-]?\d){7,14}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(patient|customer|client|resident|pupil|room|bed) (number|no\.?|nr\.?)? ?\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bed();
}
