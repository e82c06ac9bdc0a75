using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A mean of answers.</summary>
/// <param name="At">The mean, exact.</param>
/// <param name="N">How many answered.</param>
public sealed record Mean(double At, long N)
{
    /// <summary>With one decimal, as people read it.</summary>
    public string Text => Math.Round((decimal)At, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>A statement with what was answered then and now.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Then">What was answered earlier; null where it wasn't asked, or by fewer than five.</param>
/// <param name="Now">What was answered later; null likewise.</param>
/// <param name="Why">What stands there where neither can be shown, or null.</param>
public sealed record PairRow(string Text, Mean? Then, Mean? Now, string? Why = null);

/// <summary>Means of the same statements at two moments: a hollow dot then, a solid one now, and the way between.</summary>
public sealed record PairsChart : Chart
{
    private const double Left = 34;
    private const double Right = 286;

    /// <summary>The statements in the order in which they were asked.</summary>
    public required IReadOnlyList<PairRow> Rows { get; init; }

    /// <summary>What the hollow dot is, e.g. 10 March, 28 answers. Empty where there was no earlier time.</summary>
    public string ThenIs { get; init; } = "";

    /// <summary>What the solid dot is.</summary>
    public string NowIs { get; init; } = "";

    /// <summary>What the least value means.</summary>
    public string LeastIs { get; init; } = "not at all";

    /// <summary>What the largest value means.</summary>
    public string MostIs { get; init; } = "fully";

    /// <summary>The least value of the scale.</summary>
    public int Least { get; init; } = 1;

    /// <summary>The largest.</summary>
    public int Most { get; init; } = 5;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Pairs.cshtml";

    /// <inheritdoc />
    public override string Words => string.Join("; ", Rows.Select(row => $"{row.Text}: {Of(row)}"));

    /// <inheritdoc />
    public override ChartTable Table => new(
        ["Statement", "Then", "n", "Now", "n"],
        [.. Rows.Select(row => (string[])[row.Text, row.Then?.Text ?? Nothing(row), N(row.Then), row.Now?.Text ?? Nothing(row), N(row.Now)])]);

    /// <summary>Not all statements were answered by as many: each says by how many.</summary>
    public bool HasOwnN => Rows.Select(row => row.Then?.N).OfType<long>().Distinct().Count() > 1 || Rows.Select(row => row.Now?.N).OfType<long>().Distinct().Count() > 1;

    /// <summary>How many answered one statement, then and now.</summary>
    public static string NOf(PairRow row) => (row.Then, row.Now) switch
    {
        ({ } then, { } now) => $"n {N(then)} then, {N(now)} now",
        ({ } then, null) => $"n {N(then)} then",
        (null, { } now) => $"n {N(now)}",
        _ => "",
    };

    /// <summary>The values of the scale.</summary>
    public IEnumerable<int> Ticks => Enumerable.Range(Least, Most - Least + 1);

    /// <summary>Where a value is.</summary>
    public double X(double value) => new Scale(Least, Most, Left, Right)[value];

    /// <summary>The way between the dots, from edge to edge; empty where they touch.</summary>
    public string Way(PairRow row)
    {
        var (from, to) = (X(row.Then!.At), X(row.Now!.At));
        var ahead = to >= from ? 1 : -1;
        return Math.Abs(to - from) < 15 ? "" : $"M{Draw.N(from + (6 * ahead))} 16H{Draw.N(to - (7 * ahead))}";
    }

    /// <summary>One statement in words.</summary>
    public static string Of(PairRow row) => (row.Then, row.Now) switch
    {
        ({ } then, { } now) => $"then {then.Text}, now {now.Text}",
        (null, { } now) => $"now {now.Text}",
        ({ } then, null) => $"then {then.Text}, now not told",
        _ => Nothing(row),
    };

    private static string Nothing(PairRow row) => row.Why ?? "not recorded";

    private static string N(Mean? mean) => mean?.N.ToString(CultureInfo.InvariantCulture) ?? "–";
}
