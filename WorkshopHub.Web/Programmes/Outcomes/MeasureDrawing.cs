using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>A measure as the house draws it: on set pages, on the wall, in the report.</summary>
public static class MeasureDrawing
{
    /// <summary>From what it was to what it is, with the aim.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="width">The width that it is drawn for.</param>
    /// <param name="large">For a wall.</param>
    public static ArrowChart Arrow(this Measure measure, int width = 358, bool large = false) => new()
    {
        Title = measure.Name + (measure.Unit.Length > 3 ? $", {measure.Unit}" : ""),
        Then = Of(measure, measure.Baseline),
        Now = Of(measure, measure.Now),
        Aim = Of(measure, measure.Target),
        Width = width,
        IsLarge = large,
    };

    /// <summary>Its readings over time. What it was before is the first, where it has a day.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="readings">Its readings in any order; those that were taken back are left out.</param>
    public static LineChart Line(this Measure measure, IEnumerable<MeasureReading> readings)
    {
        var points = readings.Where(one => one.GoneAt is null)
            .Select(one => new LinePoint(LocalDay.Parse(one.Date), Of(measure, one.Value)!, one.N)).ToList();
        Add(points, measure.BaselineDate, Of(measure, measure.Baseline));
        Add(points, measure.ResultDate, Of(measure, measure.Result));
        return new LineChart
        {
            Title = measure.Name + (measure.Unit.Length > 3 ? $", {measure.Unit}" : ""),
            Points = [.. points.OrderBy(point => point.Day)],
            FirstTry = LocalDay.Read(measure.TrialFrom),
            Aim = Of(measure, measure.Target),
        };
    }

    private static void Add(List<LinePoint> points, string? on, ChartValue? value)
    {
        if (LocalDay.Read(on) is { } day && value is not null && !points.Exists(point => point.Day == day))
        {
            points.Add(new LinePoint(day, value));
        }
    }

    private static ChartValue? Of(Measure measure, double? value) => value is { } known ? new ChartValue(known, measure.With(known)) : null;
}
