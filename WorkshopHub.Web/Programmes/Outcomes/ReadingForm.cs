using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>A reading as typed on a phone: the figure, and today unless another day is given.</summary>
public sealed class ReadingForm
{
    /// <summary>What is said of a figure that is none.</summary>
    public const string NoFigure = "A number, please, for example 12.5.";

    /// <summary>The figure.</summary>
    public string? Value { get; set; }

    /// <summary>The day; empty is today.</summary>
    public string? Date { get; set; }

    /// <summary>Of how many cases; may be empty.</summary>
    public string? N { get; set; }

    /// <summary>A remark; may be empty.</summary>
    public string? Note { get; set; }

    /// <summary>What was typed, read; a day in the future is none yet.</summary>
    /// <exception cref="RefusedException">A field is wrong.</exception>
    internal (double Value, long? N, DateOnly Day) Read(DateOnly today)
    {
        var (wrong, value, day) = (new Refusals(), Figure(Value), string.IsNullOrWhiteSpace(Date) ? today : LocalDay.Read(Date));
        var n = long.TryParse(N?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : (long?)null;
        wrong.If(value is null, "Reading.Value", NoFigure);
        wrong.If(n is null && !string.IsNullOrWhiteSpace(N), "Reading.N", "A whole number of cases, or nothing.");
        OutcomeCommands.Longest(wrong, "Reading.Note", Line.Clean(Note), MeasureCommands.TextMax);
        wrong.If(day is null, "Reading.Date", OutcomeCommands.NoDate);
        wrong.If(day > today, "Reading.Date", "That day is still to come.");
        wrong.Throw();
        return (value!.Value, n, day!.Value);
    }

    /// <summary>A figure as people type it, with a point or a comma and perhaps a per cent sign; null where it is none.</summary>
    public static double? Figure(string? text) => double.TryParse(
        text?.Trim().TrimEnd('%').Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) && Math.Abs(value) < 1e12 ? value : null;
}
