using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>One report as a wall turns through it in a break: only what the room has seen.</summary>
/// <param name="Run">The report-out.</param>
/// <param name="Report">The report.</param>
public sealed record ReportBack(ReportRun Run, OneReport Report)
{
    private static readonly Slide[] _best = [Slide.Happened, Slide.Surprise, Slide.Stuck, Slide.Learned, Slide.Tried, Slide.Problem];

    /// <summary>What came of it, in the words of the slide that says most of it; empty where nothing is written.</summary>
    public string Words => _best.Select(slide => Report.Slides(Run).FirstOrDefault(seen => seen.Slide == slide && seen.Text.Length > 0))
        .FirstOrDefault(seen => seen is not null)?.Text.Replace('\n', ' ') ?? "";

    /// <summary>Its first figures, baseline to what they are now.</summary>
    public IEnumerable<string> Figures => Report.Measures.Where(measure => measure.Now is not null).Take(2)
        .Select(measure => $"{measure.Name}: {measure.With(measure.Baseline)} → {measure.With(measure.Now)}");

    /// <summary>What was decided, or null.</summary>
    public string? Decision => Report.Answer?.Decision.ToString();
}
