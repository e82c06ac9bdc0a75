using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>How a question is written: short, as it was asked.</summary>
public static class QuestionText
{
    /// <summary>The longest, in characters: questions are short.</summary>
    public const int Limit = 160;

    /// <summary>
    /// How advice begins that is dressed as a question. A "because" inside a question answers it, and a question without its
    /// mark may be a statement.
    /// </summary>
    public static IReadOnlyList<string> Openings { get; } =
    [
        "have you tried", "have you thought of", "have you considered", "why don’t you", "why not", "wouldn’t it be better", "shouldn’t you",
        "couldn’t you", "don’t you think", "you should", "you could", "i would", "if i were you",
    ];

    /// <summary>What is said softly; nobody is stopped by it.</summary>
    public const string Hint = "May be advice in disguise. What would you like to know?";

    /// <summary>As it is kept: one line, with proper apostrophes.</summary>
    public static string Clean(string? text) => Line.Clean(text).Replace('\'', '’');

    /// <summary>Whether a text may be advice in disguise.</summary>
    public static bool IsAdvice(string text)
    {
        var clean = Clean(text).ToLowerInvariant();
        return clean.Length > 0 && (!clean.Contains('?', StringComparison.Ordinal)
            || $" {clean} ".Contains(" because ", StringComparison.Ordinal)
            || Openings.Any(opening => clean.StartsWith(opening, StringComparison.Ordinal)));
    }

    /// <summary>A question that can be kept.</summary>
    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public static string Read(string? text, string nothing) => Clean(text) switch
    {
        { Length: 0 } => throw new RefusedException("text", nothing),
        { Length: > Limit } long1 => throw new RefusedException("text", $"{long1.Length - Limit} too many. Ask it shorter."),
        var clean => clean,
    };
}
