using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A part that bars are made of.</summary>
/// <param name="Name">What it counts, e.g. Done.</param>
/// <param name="Fill">How it is filled.</param>
public sealed record BarKey(string Name, Fill Fill);

/// <summary>A bar.</summary>
/// <param name="Name">Of whom, mostly a set.</param>
/// <param name="Position">The set's place in its programme; null where it is no set.</param>
/// <param name="Counts">As many counts as there are keys; null where nothing was recorded. One of them is null where it is not told alone.</param>
public sealed record BarRow(string Name, long? Position, IReadOnlyList<long?>? Counts)
{
    /// <summary>What is not told alone is fewer than five together too: the bar goes on, and its whole is not told.</summary>
    public bool HasFew { get; init; }

    /// <summary>All that is told of it.</summary>
    public long Sum => Counts?.Sum(count => count ?? 0) ?? 0;

    /// <summary>What stands at its end.</summary>
    public string Whole => HasFew ? "and some not told" : Sum.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Counts as stacked bars, one for each set, in the order of the sets: no longest one comes first.</summary>
public sealed record BarsChart : Chart
{
    /// <summary>What the parts count.</summary>
    public required IReadOnlyList<BarKey> Keys { get; init; }

    /// <summary>The bars.</summary>
    public required IReadOnlyList<BarRow> Rows { get; init; }

    /// <summary>The head of the column of names.</summary>
    public string Of { get; init; } = "Set";

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Bars.cshtml";

    /// <summary>The width that it is drawn for.</summary>
    public int Width { get; init; } = 690;

    /// <summary>Drawn for a phone: each name stands over its bar.</summary>
    public bool IsSlim { get; init; }

    /// <summary>The same, drawn for a phone.</summary>
    public BarsChart Slim => this with { IsSlim = true, Width = 342 };

    /// <summary>Where bars begin.</summary>
    public double Left => IsSlim ? 0 : 190;

    private double RowHeight => IsSlim ? 54 : 30;

    /// <summary>The height of the drawing.</summary>
    public double Height => (Rows.Count * RowHeight) + 4;

    /// <summary>How many letters of a name have room.</summary>
    public int Letters(BarRow row) => IsSlim ? 36 : row.Position is null ? 24 : 20;

    /// <summary>The middle of a name.</summary>
    public double NameY(int row) => IsSlim ? Y(row) - 25 : Y(row);

    /// <inheritdoc />
    public override string Words => string.Join("; ", Rows.Select(row => row.Counts is { } counts
        ? $"{row.Name}: {string.Join(", ", Keys.Zip(counts).Where(one => one.Second > 0).Select(one => $"{one.Second} {one.First.Name.ToLowerInvariant()}").Concat(row.HasFew ? ["some not told"] : Array.Empty<string>()).DefaultIfEmpty("none"))}"
        : $"{row.Name}: not recorded"));

    /// <inheritdoc />
    public override ChartTable Table => new(
        [Of, .. Keys.Select(key => key.Name), "All"],
        [.. Rows.Select(row => (string[])[row.Name, .. row.Counts is { } counts ? counts.Append(row.HasFew ? null : row.Sum).Select(Text) : Keys.Select(_ => "not recorded").Append("not recorded")])]);

    /// <summary>The middle of a row.</summary>
    public double Y(int row) => (row * RowHeight) + (IsSlim ? 38 : 16);

    /// <summary>The parts of a bar that count something: where each begins, its width, how it is filled, what it counts.</summary>
    public IEnumerable<(double X, double Width, BarKey Key, long Count)> Parts(BarRow row)
    {
        var most = Rows.Max(one => one.Sum);
        var scale = new Scale(0, Math.Max(1, most), Left, Width - (Rows.Any(one => one.HasFew) ? 150 : 40));
        var before = 0L;
        foreach (var (key, count) in Keys.Zip(row.Counts ?? []).Where(part => part.Second > 0))
        {
            var from = scale[before];
            before += count!.Value;
            yield return (from, Math.Max(2, scale[before] - from - 2), key, count.Value);
        }
    }

    /// <summary>Where a bar ends: what it counts in all stands behind it.</summary>
    public double End(BarRow row) => Parts(row).Select(part => part.X + part.Width).DefaultIfEmpty(Left).Last() + 8;

    private static string Text(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "not told alone";
}
