using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>The phases of a set on one line: solid until today, an outline after.</summary>
/// <param name="Steps">The phases that the set came to, in order.</param>
/// <param name="Today">Today.</param>
/// <param name="End">The last day of the programme, or null.</param>
public sealed record PhaseStrip(IReadOnlyList<PhaseStep> Steps, DateOnly Today, DateOnly? End)
{
    private const double Width = 356;
    private const double Label = 92; // as much as a phase and its day need

    private DateOnly First => LocalDay.Parse(Steps[0].OnDate);

    private DateOnly Last => End is { } end && end > Today ? end : Today > First ? Today : First.AddDays(1);

    /// <summary>The parts: where each begins and ends on the line, its phase, its day, and whether it is still to come.</summary>
    public IEnumerable<(string X, string Width, string Phase, string Day, bool IsToCome)> Parts
    {
        get
        {
            foreach (var (index, step) in Steps.Index())
            {
                var from = LocalDay.Parse(step.OnDate);
                var to = index + 1 < Steps.Count ? LocalDay.Parse(Steps[index + 1].OnDate) : Today > from ? Today : from;
                var room = (index + 1 < Steps.Count ? At(to) : Width) - At(from);
                yield return (
                    Text(At(from)), Text(Math.Max(4, At(to) - At(from) - 2)), room < Label / 2 ? "" : step.Phase,
                    room < Label ? "" : from.ToString("d MMM", CultureInfo.InvariantCulture), false);
            }

            if (Last > Today)
            {
                yield return (Text(At(Today) + 1), Text(Math.Max(2, Width - At(Today))), "", "", true);
            }
        }
    }

    /// <summary>The same in words.</summary>
    public string Words => string.Join(", ", Steps.Select(step => $"{step.Phase} since {LocalDay.WithMonth(LocalDay.Parse(step.OnDate))}"));

    private double At(DateOnly day) => 1 + (Width * Math.Clamp((double)(day.DayNumber - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber), 0, 1));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
