using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>
/// A plain guess at posts that may tell who a private person is. It is a hint for the facilitator and never a block:
/// it can't know who is private, and it will miss names.
/// </summary>
public static partial class PrivateNames
{
    /// <summary>What the post may hold, as a question; null where nothing was found.</summary>
    public static string? HintOf(string text) =>
        Title().IsMatch(text) ? "Names somebody?"
        : Mail().IsMatch(text) ? "An e-mail address?"
        : Phone().IsMatch(text) ? "A phone number?"
        : null;

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Prof|Herr|Frau|Mme|Señora?)\.?\s+\p{Lu}\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b[\w.+-]+@[\w-]+\.\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\d)\+?\d[\d\s()/-]{7,}\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
