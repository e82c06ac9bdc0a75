using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>A statement that people agree with, from 1 (not at all) to 5 (fully).</summary>
/// <param name="Text">Its words.</param>
public sealed partial record PulseStatement(string Text)
{
    /// <summary>Characters that fit on a wall beside its bars.</summary>
    public const int Longest = 120;

    /// <summary>
    /// The twelve of the house: seven on how people work together, the same at kick-off and final, and five on how the
    /// programme goes.
    /// </summary>
    public static IReadOnlyList<PulseStatement> Standard { get; } =
    [
        new("People in other departments co-operate with mine."),
        new("People here share what they know when asked."),
        new("I pick up the phone to someone in another department when a job is stuck."),
        new("Morale in my part of the organisation is good."),
        new("We act as if we succeed or fail together."),
        new("I bring up ideas for what else we could do differently."),
        new("Colleagues in other departments are much like me in what they want from work."),
        new("I really get the time I was promised."),
        new("Doors open when we ask."),
        new("My set asks questions before it gives advice."),
        new("I did something I would not have risked six months ago."),
        new("Other sets’ experience is of use to us."),
    ];

    /// <summary>
    /// Names it in the file, 16 signs: the same words, whatever their case, are the same statement at another workshop;
    /// other words are another statement.
    /// </summary>
    public string Key { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Text.Trim().TrimEnd('.').Replace('’', '\'').ToLowerInvariant())).AsSpan(0, 8));

    /// <summary>The words as a page shows them: a line never ends at the hyphen of a word such as co-operate.</summary>
    public static string Whole(string text) => HyphenInWord().Replace(text, "-\u2060");

    /// <summary>The name of its field on the phone.</summary>
    public string Field => "pulse." + Key;

    [GeneratedRegex(@"(?<=\p{L})-(?=\p{L})")]
    private static partial Regex HyphenInWord();
}
