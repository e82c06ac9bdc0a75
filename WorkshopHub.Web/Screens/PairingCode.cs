using System.Security.Cryptography;

namespace WorkshopHub.Web.Screens;

/// <summary>The six signs that a wall shows: letters and digits that nobody mixes up when they are read aloud.</summary>
public static class PairingCode
{
    /// <summary>How many signs.</summary>
    public const int Length = 6;

    /// <summary>How long a code is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // no 0 O 1 I L

    /// <summary>A new random code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>The code that a person meant: capitals, without blanks and dashes.</summary>
    public static string Clean(string? typed) =>
        new([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>The code as it is shown, in two groups.</summary>
    public static string Shown(string code) => code.Length == Length ? $"{code[..3]} {code[3..]}" : code;
}
