using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A reading of a measure.</summary>
/// <param name="Day">The day that it counts for.</param>
/// <param name="Value">What was read.</param>
/// <param name="Of">Of how many cases, or null where nobody said.</param>
public sealed record LinePoint(DateOnly Day, ChartValue Value, long? Of = null);

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

    /// <summary>Where the days end; the last figure is written behind it.</summary>
    public double Right => Width - 9 - Math.Max(30, Draw.Width(Points[^1].Value.Text, 13) + 6);

    /// <summary>Where the line of the first try is, if it is among the days.</summary>
    public double? Try => FirstTry is { } day && day >= Points[0].Day && day <= Points[^1].Day ? X(day) : null;

    /// <summary>The line.</summary>
    public string Line => string.Join(' ', Points.Select(point => $"{Draw.N(X(point.Day))},{Draw.N(Y(point.Value))}"));

    /// <summary>Whether each reading is marked: with many the line alone is clearer.</summary>
    public bool HasDots => Points.Count <= 16;

    /// <inheritdoc />
    public override string Words => !IsDrawn ? "not enough readings for a line" :
        $"{Points[0].Value.Text} on {Draw.Year(Points[0].Day)}, {Points[^1].Value.Text} on {Draw.Year(Points[^1].Day)}, {Points.Count} readings"
        + (FirstTry is { } day ? $", first try on {Draw.Year(day)}" : "") + (Aim is null ? "" : $", aim {Aim.Text}");

    /// <inheritdoc />
    public override ChartTable Table => Points.Any(point => point.Of is not null)
        ? new(["Day", "Reading", "Of"], [.. Points.Select(point => (string[])[Draw.Year(point.Day), point.Value.Text, point.Of?.ToString(CultureInfo.InvariantCulture) ?? "not recorded"])])
        : new(["Day", "Reading"], [.. Points.Select(point => (string[])[Draw.Year(point.Day), point.Value.Text])]);

    /// <summary>Where a day is.</summary>
    public double X(DateOnly day) => Scale.Of(Points[0].Day, Points[^1].Day, Left, Right)[day];

    /// <summary>Where a value is.</summary>
    public double Y(ChartValue value)
    {
        double[] all = [0, Aim?.At ?? 0, .. Points.Select(point => point.Value.At)];
        return new Scale(all.Min(), all.Max(), Floor, Top)[value.At];
    }

    /// <summary>A day under the line: its month, with the year where the readings are of several.</summary>
    public string Under(DateOnly day) => Points[^1].Day.DayNumber - Points[0].Day.DayNumber < 62 ? Draw.Day(day)
        : day.ToString(Points[0].Day.Year == Points[^1].Day.Year ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture);
}
