using System.Globalization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>The measures of the stories as figures, with who stands behind each.</summary>
internal static class StoryFigures
{
    /// <summary>Where the page of a measure is; its number follows.</summary>
    public const string Measures = "/measures/";

    /// <summary>What each measure was and is.</summary>
    public static IEnumerable<Figure> Of(IReadOnlyList<ProblemStory> stories) =>
        stories.SelectMany(story => story.Measures.SelectMany(measure => new[]
        {
            Line(story, measure, "-before", ", before", measure.Baseline, measure.BaselineOn, measure.BaselineNote) with
            {
                N = measure.Baseline is null ? null : 1,
                About = measure.IsBaselineConfirmed ? $"Confirmed by the {Owner(story)}." : "Not confirmed by anybody yet.",
            },
            Line(story, measure, "", "", measure.Now, Day(story, measure), measure.NowNote) with
            {
                N = measure.Now is null ? null : measure.Times,
                About = string.Join(' ', new[]
                {
                    measure.Now is null ? "" : measure.IsResult ? "Result." : "The last reading; there is no result yet.",
                    measure.Cases is { } cases ? $"Of {(cases == 1 ? "1 case" : $"{cases} cases")}." : "",
                    measure.Target is { } aim ? $"Aim {measure.Say(aim)}." : "No aim was set.",
                    measure.IsTooEarly ? $"Dated before it can be known: each case is followed for {measure.FollowUpDays} days." : "",
                    Standing(measure),
                }.Where(words => words.Length > 0)),
            },
        }));

    /// <summary>Who stands behind a measure, in a sentence.</summary>
    public static string Standing(MeasureStory measure) => measure.Standing switch
    {
        "Confirmed" => $"Confirmed by {measure.StandingBy}{On(measure)}.",
        "Disputed" => $"{measure.StandingBy} sees it differently{On(measure)}{(measure.StandingValue is { } value ? $": {measure.Say(value)}" : "")}. {measure.StandingWhy}".TrimEnd(),
        _ => "Nobody whom it belongs to has confirmed it.",
    };

    private static string On(MeasureStory measure) => measure.StandingOn is { } day ? $" on {ReportPart.Day(day)}" : "";

    // A figure that somebody told at the final was so on that day at the latest; nothing else than a day in the file dates one.
    private static DateOnly? Day(ProblemStory story, MeasureStory measure) =>
        measure.Now is null ? null : measure.NowOn ?? (measure.Readings.Count > 0 ? measure.Readings[^1].On : story.ToldOn);

    private static string Owner(ProblemStory story) => story.Member is null ? "client" : "supervisor";

    private static Figure Line(
        ProblemStory story, MeasureStory measure, string key, string name, double? value, DateOnly? on, string note) => new(
            ReportSection.Problems, $"measure-{measure.Id}{key}", measure.Name + name, value, measure.Unit, null,
            string.Join(", ", new[] { note, measure.Source }.Where(words => words.Length > 0)) is { Length: > 0 } source ? source
                : $"{story.Member ?? story.Set.Name}; no source is named", on, "")
        {
            Set = story.Set,
            Link = Measures + measure.Id.ToString(CultureInfo.InvariantCulture),
            Needs = "Work",
        };
}
