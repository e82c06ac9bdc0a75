using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A reading of a measure.</summary>
/// <param name="Day">The day that it counts for.</param>
/// <param name="Value">What was read.</param>
/// <param name="Of">Of how many cases, or null where nobody said.</param>
public sealed record LinePoint(DateOnly Day, ChartValue Value, long? Of = null);

/// <summary>A figure that came when the last reading of the line was there already.</summary>
/// <param name="Day">The day that it counts for.</param>
/// <param name="Value">What was said or read.</param>
/// <param name="Words">By whom, and whether somebody stands behind it.</param>
public sealed record LaterPoint(DateOnly Day, ChartValue Value, string Words);

/// <summary>Words behind the right end of a line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Y">Where they stand.</param>
/// <param name="Css">How they look; may be empty.</param>
public sealed record LineEnd(string Text, double Y, string Css);

/// <summary>The readings of a measure over time, on a scale from zero, with the day of the first try.</summary>
public sealed record LineChart : Chart
{
    private const double Left = 8;
    private const double Top = 26;

    /// <summary>The readings in the order of their days.</summary>
    public required IReadOnlyList<LinePoint> Points { get; init; }

    /// <summary>The day of the first try, or null.</summary>
    public DateOnly? FirstTry { get; init; }

    /// <summary>What it should become, or null.</summary>
    public ChartValue? Aim { get; init; }

    /// <summary>Figures that came after the last reading, by day: hollow squares, and no part of the line.</summary>
    public IReadOnlyList<LaterPoint> Later { get; init; } = [];

    /// <summary>The width that it is drawn for.</summary>
    public int Width { get; init; } = 264;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Line.cshtml";

    /// <summary>The height of the drawing.</summary>
    public int Height => 132;

    /// <summary>Where zero is.</summary>
    public double Floor => 112;

    /// <summary>A line needs two readings.</summary>
    public bool IsDrawn => Points.Count > 1;

    /// <summary>The last day.</summary>
    public DateOnly Until => Later.Count == 0 ? Points[^1].Day : Later.Max(one => one.Day);

    /// <summary>Where the days end; figures and the aim are written behind it.</summary>
    public double Right => Width - 9 - Math.Max(30, EndWords.Max(one => Draw.Width(one.Text, 13)) + 6);

    /// <summary>What is written behind the end, each at its height where there is room, and never on one another.</summary>
    public IReadOnlyList<LineEnd> Ends
    {
        get
        {
            const double Apart = 14;
            var all = EndWords.Select(one => new LineEnd(one.Text, Y(one.Value) + 4.5, one.Css)).OrderBy(one => one.Y).ToArray();
            for (var at = 1; at < all.Length; at++)
            {
                all[at] = all[at] with { Y = Math.Max(all[at].Y, all[at - 1].Y + Apart) };
            }

            for (var (at, most) = (all.Length - 1, Floor + 3); at >= 0; at--, most = all[at + 1].Y - Apart)
            {
                all[at] = all[at] with { Y = Math.Min(all[at].Y, most) };
            }

            return all;
        }
    }

    /// <summary>Where the last reading's figure stands when others come after it: under its dot where the line comes from above, else over it.</summary>
    public (double X, double Y) Last
    {
        get
        {
            var (half, y) = (Draw.Width(Points[^1].Value.Text, 13) / 2, Y(Points[^1].Value));
            var isUnder = y < 36 || (y >= Y(Points[0].Value) && y + 17 < Floor);
            return (Math.Clamp(X(Points[^1].Day), half + 3, Math.Max(half + 3, Right - half)), isUnder ? y + 17 : y - 10);
        }
    }

    private IEnumerable<(string Text, ChartValue Value, string Css)> EndWords =>
    [
        .. Later.Count == 0 ? [(Points[^1].Value.Text, Points[^1].Value, "strong")]
            : Later.DistinctBy(one => one.Value.Text).TakeLast(3).Select(one => (one.Value.Text, one.Value, "")),
        .. Aim is { } aim ? new[] { ($"aim {aim.Text}", aim, "tick") } : [],
    ];

    /// <summary>Where the line of the first try is, if it is among the days.</summary>
    public double? Try => FirstTry is { } day && day >= Points[0].Day && day <= Until ? X(day) : null;

    /// <summary>Where the first figure is written: over its dot, or under it where there is no room.</summary>
    public double First => Y(Points[0].Value) is var y && y < 24 ? y + 18 : y - 9;

    /// <summary>Where the middle of the words over the first try is: as near to its line as the edges and the first figure let them be.</summary>
    public double TryWords => Math.Clamp(Try ?? 0, First < 26 ? 3 + Draw.Width(Points[0].Value.Text, 13) + 31 : 26, Width - 26);

    /// <summary>The line.</summary>
    public string Line => string.Join(' ', Points.Select(point => $"{Draw.N(X(point.Day))},{Draw.N(Y(point.Value))}"));

    /// <summary>Whether each reading is marked: with many the line alone is clearer.</summary>
    public bool HasDots => Points.Count <= 16;

    /// <inheritdoc />
    public override string Words => !IsDrawn ? "not enough readings for a line" :
        $"{Points[0].Value.Text} on {Draw.Year(Points[0].Day)}, {Points[^1].Value.Text} on {Draw.Year(Points[^1].Day)}, {Points.Count} figures"
        + string.Concat(Later.Select(one => $", then {one.Value.Text} on {Draw.Year(one.Day)}, {one.Words}"))
        + (FirstTry is { } day ? $", first try on {Draw.Year(day)}" : "") + (Aim is null ? "" : $", aim {Aim.Text}");

    /// <inheritdoc />
    public override ChartTable Table => Points.Any(point => point.Of is not null)
        ? new(["Day", "Reading", "Of"], [.. Points.Select(point => (string[])[Draw.Year(point.Day), point.Value.Text, point.Of?.ToString(CultureInfo.InvariantCulture) ?? "not recorded"]), .. After.Select(row => (string[])[.. row, "not recorded"])])
        : new(["Day", "Reading"], [.. Points.Select(point => (string[])[Draw.Year(point.Day), point.Value.Text]), .. After]);

    private IEnumerable<string[]> After => Later.Select(one => (string[])[Draw.Year(one.Day), $"{one.Value.Text}, {one.Words}"]);

    /// <summary>Where a day is.</summary>
    public double X(DateOnly day) => Scale.Of(Points[0].Day, Until, Left, Right)[day];

    /// <summary>Where a value is.</summary>
    public double Y(ChartValue value)
    {
        double[] all = [0, Aim?.At ?? 0, .. Points.Select(point => point.Value.At), .. Later.Select(one => one.Value.At)];
        return new Scale(all.Min(), all.Max(), Floor, Top)[value.At];
    }

    /// <summary>A day under the line: its month, with the year where the readings are of several.</summary>
    public string Under(DateOnly day) => Until.DayNumber - Points[0].Day.DayNumber < 62 ? Draw.Day(day)
        : day.ToString(Points[0].Day.Year == Until.Year ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture);
}
