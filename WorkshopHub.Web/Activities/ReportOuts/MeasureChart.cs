using System.Globalization;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>A measure as an arrow from what it was to what it is, on a scale of its own. Lengths in the drawing's units.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Width">The width of the drawing.</param>
public sealed record MeasureChart(Measure Measure, int Width = 640)
{
    private const int Edge = 20;

    /// <summary>Whether there is an arrow to draw: both ends are known.</summary>
    public bool IsWhole => Measure.Baseline is not null && Measure.Result is not null;

    /// <summary>Where it was.</summary>
    public int Then => At(Measure.Baseline!.Value);

    /// <summary>Where it is.</summary>
    public int Now => At(Measure.Result!.Value);

    /// <summary>Where it should be, or null.</summary>
    public int? Aim => Measure.Target is { } target ? At(target) : null;

    /// <summary>Whether the two ends are too near for both labels above.</summary>
    public bool IsTight => Math.Abs(Then - Now) < Half(Measure.Result, Width <= 500 ? 34 : 44) + Half(Measure.Baseline, Width <= 500 ? 22 : 29) + 12;

    /// <summary>Whether the aim's label has room under the axis.</summary>
    public bool AimHasRoom => Aim is { } aim && (!IsTight || Math.Abs(aim - Then) > 150);

    /// <summary>Whether there is room for a line between the ends.</summary>
    public bool HasLine => Math.Abs(Then - Now) > 44;

    /// <summary>The line.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"M{Then} 78H{(Now < Then ? Now + 20 : Now - 20)}");

    /// <summary>The arrow's head.</summary>
    public string Head => string.Create(CultureInfo.InvariantCulture, $"M{Now} 78l{(Now < Then ? 30 : -30)} -19v38z");

    /// <summary>The axis.</summary>
    public string Axis => string.Create(CultureInfo.InvariantCulture, $"M{Edge} 78H{Width - Edge}");

    /// <summary>The mark of the aim.</summary>
    public string AimMark => string.Create(CultureInfo.InvariantCulture, $"M{Aim} 52V104");

    /// <summary>What it says to who can't see it.</summary>
    public string Words => $"{Measure.Name}: from {Measure.With(Measure.Baseline)} to {Measure.With(Measure.Result)}"
        + (Measure.Unit.Length > 3 ? $" {Measure.Unit}" : "") + (Measure.Target is null ? "" : $", aim {Measure.With(Measure.Target)}");

    /// <summary>Keeps a label inside the drawing.</summary>
    public int Label(int x) => Math.Clamp(x, 84, Width - 84);

    /// <summary>About half of a label's width.</summary>
    private double Half(double? value, int size) => Measure.With(value).Length * size * .29;

    private int At(double value)
    {
        var values = new[] { Measure.Baseline, Measure.Result, Measure.Target, 0 }.OfType<double>().ToList();
        var (least, most) = (values.Min(), values.Max());
        return most - least <= 0 ? Width / 2 : Edge + (int)Math.Round((value - least) / (most - least) * (Width - Edge) * .835);
    }
}
