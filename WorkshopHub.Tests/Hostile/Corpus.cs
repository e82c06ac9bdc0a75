using System.Text;

namespace WorkshopHub.Tests.Hostile;

/// <summary>What somebody may send who means ill, or whose device is broken.</summary>
/// <param name="Name">What it is, in messages.</param>
/// <param name="Encoded">As it stands in a form or an address; some of it is no text at all.</param>
internal sealed record Ill(string Name, string Encoded)
{
    /// <summary>Where this stands in a page as it is, somebody's words have become part of the page.</summary>
    public const string Mark = "<i data-ill";

    /// <summary>A header that nobody may add.</summary>
    public const string Header = "X-Ill";

    /// <summary>Everything at every field, and not a part of it.</summary>
    private static readonly bool _long = Environment.GetEnvironmentVariable("WORKSHOPHUB_LONG") is "all";

    /// <summary>All of it.</summary>
    public static IReadOnlyList<Ill> All { get; } =
    [
        Of("markup", $"\"'>{Mark} onfocus=alert(1) autofocus><script>alert(1)</script>"),
        Of("markup in an address", "javascript:alert(1)//https://elsewhere.test/%0d%0a"),
        Of("SQL", "'; DROP TABLE post; --\" OR 1=1"),
        Of("a template", "{{7*7}}${7*7}@(7*7)<%= 7*7 %>"),
        Of("a formula", "=HYPERLINK(\"http://elsewhere.test\",\"x\")"),
        Of("a path", "../../../../etc/passwd"),
        Of("a header", $"a\r\n{Header}: 1\r\nSet-Cookie: ill=1\r\n\r\n{Mark}>"),
        Of("right to left and zero width", "\u202egnp.exe\u202c\u200b\u200d\ufeff\u2066\u2028"),
        Of("combining marks", "a" + string.Concat(Enumerable.Repeat("\u0301\u0489", 2_000))),
        Of("faces", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 1_500))),
        Of("a great number", "99999999999999999999999999"),
        Of("a number below all", "-9223372036854775808"),
        Of("no number", "NaN"),
        Of("a day that never was", "2026-02-30T25:61:61Z"),
        new("bytes that are no text", "a%FF%FE%C3%28%ED%A0%80%F0%28%8C%28"),
        new("nothing and its end", "a%00b%1F%7F"),
        Of("nothing", ""),
        Of("one long word", new string('W', 20_000)),
    ];

    /// <summary>As much of it as an address or a header takes.</summary>
    public string Short => Encoded.Length < 2_000 ? Encoded : Encoded[..1_998];

    /// <summary>
    /// What each field holds, by its number, in each round: first markup in all; then something else in each, other in each
    /// round. With WORKSHOPHUB_LONG=all it is everything in every field.
    /// </summary>
    /// <param name="start">With what it begins; other for each form.</param>
    /// <param name="most">How many rounds at most.</param>
    public static IEnumerable<Func<int, Ill>> Rounds(int start, int most = int.MaxValue) =>
        Enumerable.Range(0, Math.Min(most, _long ? All.Count : 4)).Select(round => (Func<int, Ill>)(field =>
            All[round == 0 ? 0 : _long ? round : (start + field + (round * 5)) % All.Count]));

    private static Ill Of(string name, string text) => new(name, Uri.EscapeDataString(text));

    /// <summary>A form or an address's question.</summary>
    public static string Form(IEnumerable<(string Name, string Encoded)> fields) =>
        new StringBuilder().AppendJoin('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={field.Encoded}")).ToString();

    /// <inheritdoc />
    public override string ToString() => Name;
}
