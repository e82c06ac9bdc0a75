using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Accounts;

/// <summary>Secrets that a browser or a printed code holds. The file keeps only their hashes.</summary>
public static class Tokens
{
    private const string Signs = "abcdefghijklmnopqrstuvwxyz234567";
    private static readonly SearchValues<char> _signs = SearchValues.Create(Signs);

    /// <summary>A new secret of 130 random bits: 26 signs of a-z and 2-7, fit for a QR in upper case.</summary>
    public static string New() => RandomNumberGenerator.GetString(Signs, 26);

    /// <summary>What the file keeps of a secret. Upper and lower case are one, since a QR holds upper case.</summary>
    public static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.ToLowerInvariant())));

    /// <summary>Whether a text has the form of a token or of a post's id.</summary>
    public static bool IsToken(string? text) => text is { Length: 26 } && text.AsSpan().IndexOfAnyExcept(_signs) < 0;
}
