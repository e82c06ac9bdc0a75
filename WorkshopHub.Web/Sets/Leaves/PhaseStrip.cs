using System.Globalization;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// "1) study the issue, 2) develop a solution, and 3) work with the appropriate client to implement", as a strip of time: solid
/// until today, outlined after.
/// </summary>
/// <param name="Steps">The phases that were entered, in order, with their days.</param>
/// <param name="From">The programme's first day.</param>
/// <param name="To">Its last.</param>
/// <param name="Today">Today.</param>
public sealed record PhaseStrip(IReadOnlyList<(string Phase, DateOnly Day)> Steps, DateOnly From, DateOnly To, DateOnly Today)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 390;

    private const double Gap = 2;
    private const double LabelWidth = 62;

    /// <summary>The bars: where each begins, how wide it is, whether it is still to come.</summary>
    public IEnumerable<(string X, string Width, bool ToCome)> Bars
    {
        get
        {
            for (var i = 0; i < Steps.Count; i++)
            {
                var (from, to) = (X(Steps[i].Day), i + 1 < Steps.Count ? X(Steps[i + 1].Day) - Gap : Width);
                var now = X(Today);
                if (i + 1 < Steps.Count || to <= now)
                {
                    yield return (N(from), N(Math.Max(1, to - from)), false);
                }
                else
                {
                    yield return (N(from + 0.75), N(Math.Max(1, to - from - 1.5)), true);
                    yield return (N(from), N(Math.Max(1, now - from)), false);
                }
            }
        }
    }

    /// <summary>The words under the bars, as far as there is room.</summary>
    public IEnumerable<(string X, string Phase, string Day)> Labels => Steps.Select((step, i) => (step, i))
        .Where(one => one.i == Steps.Count - 1 || X(Steps[one.i + 1].Day) - X(one.step.Day) >= LabelWidth)
        .Select(one => (N(Math.Min(X(one.step.Day), Width - LabelWidth)), one.step.Phase, Brief(one.step.Day)));

    /// <summary>Where today is.</summary>
    public string Now => N(X(Today));

    /// <summary>Whether there is room for the last day's date.</summary>
    public bool ShowsEnd => Steps.Count == 0 || X(Steps[^1].Day) < Width - 120;

    /// <summary>All of it in words.</summary>
    public string Words => string.Join(", ", Steps.Select(step => $"{step.Phase} from {Brief(step.Day)}").Append($"until {Brief(To)}"));

    /// <summary>A day in few letters, e.g. 6 May.</summary>
    public static string Brief(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private double X(DateOnly day) => To <= From ? 0
        : Math.Clamp((day.DayNumber - From.DayNumber) * (double)Width / (To.DayNumber - From.DayNumber), 0, Width);

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
