namespace WorkshopHub.Web.Shared;

/// <summary>
/// Text that a spreadsheet program would run as a formula (OWASP, CSV injection): files of ours carry it with an apostrophe
/// in front, and when such a file comes back the apostrophe goes again.
/// </summary>
public static class Formula
{
    private const string Signs = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text with an apostrophe in front where it would run.</summary>
    public static string Harmless(string text) => Runs(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="Harmless"/>.</summary>
    public static string Meant(string text) => text.StartsWith('\'') && Runs(text[1..]) ? text[1..] : text;

    private static bool Runs(string text) => text.Length > 0 && Signs.Contains(text[0], StringComparison.Ordinal);
}
