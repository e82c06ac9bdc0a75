namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>A figure of a measure that came when what the report tells of it was there already: it stands beside that, and is neither it nor counted into it.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The figure.</param>
/// <param name="Words">When, by whom, and that nobody has confirmed it: said 90 days later by Bo Lind, not confirmed.</param>
public sealed record LaterFigure(DateOnly On, double Value, string Words)
{
    /// <summary>What was said of the main measure when it was asked what became of it, and what was read of a measure after its result; by day.</summary>
    public static IReadOnlyList<LaterFigure> Of(ProblemStory story, MeasureStory measure)
    {
        List<BecameOf> said = story.Measures is [var main, ..] && main == measure ? [.. story.Became.Where(one => one.Figure is not null)] : [];
        return
        [
            .. measure.After.Where(reading => !said.Exists(one => one.On == reading.On && one.Figure == reading.Value))
                .Select(reading => new LaterFigure(reading.On, reading.Value, $"read {Days(measure.NowOn, reading.On)}, not confirmed"))
                .Concat(said.Select(one => new LaterFigure(one.On, one.Figure!.Value, $"said {Days(story.ToldOn, one.On)}{By(story, one)}")))
                .OrderBy(one => one.On),
        ];
    }

    /// <summary>Some of them in a sentence; empty where there is none.</summary>
    public static string Say(MeasureStory measure, IReadOnlyList<LaterFigure> all) =>
        all.Count == 0 ? "" : $"{string.Join("; ", all.Select(one => $"{measure.Say(one.Value)} {one.Words}"))}.";

    private static string Days(DateOnly? from, DateOnly on) =>
        from is { } day && on.DayNumber - day.DayNumber is > 0 and var days ? days == 1 ? "1 day later" : $"{days} days later" : "later";

    // The figure is the client's own where they said it; where others did nobody stands behind it but them.
    private static string By(ProblemStory story, BecameOf one) => one.By.Length == 0 ? ", not confirmed"
        : one.By == story.Client ? $" by {one.By}, the {(story.Member is null ? "client" : "supervisor")}" : $" by {one.By}, not confirmed";
}
