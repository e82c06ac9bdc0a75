using System.Globalization;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A measure on its own scale: a hollow dot for what it was, a solid one for what it is, a tick for the aim.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Latest">The latest reading while there is no result, or null.</param>
public sealed record MeasureArrow(Measure Measure, double? Latest)
{
    private const double Left = 46;
    private const double Right = 312;

    /// <summary>What it is now: the result, else the latest reading.</summary>
    public double? Value => Measure.Result ?? Latest;

    /// <summary>There are two figures, so that there is something to draw.</summary>
    public bool IsWhole => Measure.Baseline is not null && Value is not null;

    private IEnumerable<double> All => new[] { Measure.Baseline, Value, Measure.Target }.OfType<double>();

    /// <summary>Where it was.</summary>
    public string Then => At(Measure.Baseline!.Value);

    /// <summary>Where it is.</summary>
    public string Now => At(Value!.Value);

    /// <summary>Where it should be, or null.</summary>
    public string? Aim => Measure.Target is { } target ? At(target) : null;

    /// <summary>The words would stand on each other above the line; then what it was stands below.</summary>
    public bool IsTight => Math.Abs(Place(Measure.Baseline!.Value) - Place(Value!.Value)) < 110;

    /// <summary>What was below it is where the aim stands: then the aim is told in words.</summary>
    public bool AimHasRoom => Measure.Target is { } target && !(IsTight && Math.Abs(Place(target) - Place(Measure.Baseline!.Value)) < 90);

    /// <summary>The same in words.</summary>
    public string Words => string.Join(", ", new[]
    {
        $"before {Measure.With(Measure.Baseline)}", Measure.Target is null ? null : $"aim {Measure.With(Measure.Target)}", Value is null ? "no figure yet" : $"now {Measure.With(Value)}",
    }.OfType<string>());

    private double Place(double value)
    {
        var (least, most) = (All.Min(), All.Max());
        return most == least ? (Left + Right) / 2 : Left + ((Right - Left) * (value - least) / (most - least));
    }

    private string At(double value) => Place(value).ToString("0.#", CultureInfo.InvariantCulture);
}
