using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>The tables of a report, one for each thing that is more than a single figure. What is not in the tree, or empty, makes none.</summary>
internal static class FormTables
{
    /// <summary>All of them, in the order of the sections.</summary>
    public static IReadOnlyList<FormTable> Of(OutcomeReport report) =>
        [.. report.Shown.SelectMany(section => OfSection(report, section.Key)).Where(table => table.Rows.Count > 0)];

    private static IEnumerable<FormTable> OfSection(OutcomeReport report, string section) => section switch
    {
        ReportSection.Problems when report.Problems is { } stories => [Stories(stories), Measures(stories), Readings(stories), Phases(stories), ClientSteps(stories), Became(stories)],
        ReportSection.Decisions when report.Decisions is { } asked => [Decisions(asked)],
        ReportSection.Work when report.Work is { } work => [Meetings(work), Actions(work)],
        ReportSection.Doors when report.Doors is { } doors => [Champions(doors), Statements("Time and doors", doors.Statements)],
        ReportSection.Learned when report.Learned is { } learned => [Kept("Learnings", learned.Kept), Quotes(learned.Quotes), Goals(learned), Statements("Learning half-way", learned.Statements)],
        ReportSection.Together when report.Together is { } together => [Statements("Pulse", together.Statements), Networks(together), Matrix(together), Words(together)],
        ReportSection.Help when report.Help is { } help => [Stories(help)],
        ReportSection.Next when report.Next is { } next => [Ideas(next), OpenProblems(next), Volunteers(next)],
        ReportSection.Method when report.Method is { } method => [Asked(method), Evidence(report, method)],
        _ => [],
    };

    private static FormTable Stories(IReadOnlyList<ProblemStory> stories) => stories.Aggregate(
        new FormTable("Problems", "Set", "Member", "Problem or opportunity", "Why it matters", "Client", "Told on", "Tried", "Happened", "Learned", "Next", "Ended", "Ended on"),
        (table, one) => table.Row(
            one.Set.Name, one.Member ?? "", one.Title, one.WhyItMatters, one.Client, one.ToldOn, Lines(one.Tried), Lines(one.Happened), Lines(one.Learned), Lines(one.Next),
            one.EndedWords ?? (one.Title.Length > 0 ? "in work" : "no problem chosen"), one.Ended is null ? "" : one.EndedOn));

    private static FormTable Measures(IReadOnlyList<ProblemStory> stories) => Each(stories, story => story.Measures).Aggregate(
        new FormTable(
            "Measures", "Set", "Member", "Measure", "Unit", "Less is better", "Before", "Before, until", "Before, note", "Target", "Now", "Now, on", "Now is the result", "Now, note", "Times read",
            "Dated too early", "Source", "Said by its owner", "By", "On", "Their figure", "Their remark"),
        (table, one) => table.Row(
            one.Story.Set.Name, one.Story.Member ?? "", one.Item.Name, one.Item.Unit, one.Item.LowerIsBetter, one.Item.Baseline, one.Item.BaselineOn, one.Item.BaselineNote, one.Item.Target,
            one.Item.Now, one.Item.NowOn, one.Item.IsResult, one.Item.NowNote, one.Item.Times, one.Item.IsTooEarly, Known(one.Item.Source), one.Item.Standing, one.Item.StandingBy, one.Item.StandingOn,
            one.Item.Standing == "Disputed" ? one.Item.StandingValue : "", one.Item.StandingWhy));

    private static FormTable Readings(IReadOnlyList<ProblemStory> stories) => (
        from one in Each(stories, story => story.Measures)
        from reading in one.Item.Readings
        select (one.Story, Measure: one.Item, Reading: reading)).Aggregate(
        new FormTable("Readings", "Set", "Measure", "Unit", "Day", "Value", "n"),
        (table, one) => table.Row(one.Story.Set.Name, one.Measure.Name, one.Measure.Unit, one.Reading.On, one.Reading.Value, one.Reading.N));

    private static FormTable Phases(IReadOnlyList<ProblemStory> stories) => Each(stories, story => story.Phases).Aggregate(
        new FormTable("Phases", "Set", "Phase", "From"), (table, one) => table.Row(one.Story.Set.Name, one.Item.Phase, one.Item.On));

    private static FormTable ClientSteps(IReadOnlyList<ProblemStory> stories) => Each(stories, story => story.ClientSteps).Aggregate(
        new FormTable("Client steps", "Set", "Step", "State", "On", "Why not"),
        (table, one) => table.Row(one.Story.Set.Name, one.Item.Words, one.Item.State, one.Item.On, one.Item.Why));

    private static FormTable Became(IReadOnlyList<ProblemStory> stories) => Each(stories, story => story.Became).Aggregate(
        new FormTable("What became of it", "Set", "Member", "Who said so", "What became of it", "Figure then", "Unit", "In their words", "Day"),
        (table, one) => table.Row(
            one.Story.Set.Name, one.Story.Member ?? "", one.Item.By, one.Item.Words, one.Item.Figure, one.Story.Measures is [var main, ..] ? main.Unit : "", one.Item.Text, one.Item.On));

    private static FormTable Decisions(IReadOnlyList<AskedDecision> asked) => asked.Aggregate(
        new FormTable("Decisions", "Set", "Member", "Asked", "By when", "With whom", "Client", "Answer", "In their words", "Next step", "Who does it", "Due", "Answered by", "Answered on", "What became of the step", "Said of it", "Said by", "Said on"),
        (table, one) => table.Row(
            one.Set.Name, one.Member ?? "", one.Asked, one.By, one.With, one.Client, one.Answer?.Words ?? "not answered yet", one.Answer?.Text ?? "", one.Answer?.NextStep ?? "",
            one.Answer?.Owner ?? "", one.Answer is null ? "" : one.Answer.Due, one.Answer?.By ?? "", one.Answer is null ? "" : one.Answer.On,
            one.Answer is { NextStep.Length: > 0 } given ? given.Step is { } of ? of.State == "Done" ? "done" : "not done" : null : "",
            one.Answer?.Step?.Note ?? "", one.Answer?.Step?.By ?? "", one.Answer?.Step is { } step ? step.On : ""));

    private static FormTable Meetings(SetsWork work) => (
        from lane in work.Lanes
        from meeting in lane.Meetings
        select (lane.Set, meeting)).Aggregate(
        new FormTable("Meetings", "Set", "Meeting", "Day", "Held", "First planned for"),
        (table, one) => table.Row(one.Set.Name, one.meeting.Number, one.meeting.On, one.meeting.IsHeld, one.meeting.FirstOn));

    private static FormTable Actions(SetsWork work) => work.Actions.Aggregate(
        new FormTable("Actions", ["Set", .. ActionBar.States, ActionBar.TogetherWords, "All"]),
        (table, one) => table.Row(
            [ReportCharts.NameOf(one), .. one.Counts.Select(count => (object?)count ?? "not told alone"), one.HasFew ? "not told" : one.Together ?? 0, one.Total is { } all ? all : "not told"]));

    private static FormTable Champions(DoorsAndTime doors) => doors.Champions.Aggregate(
        new FormTable("Doors", "Asked of", "Sets", "Asked for", "Opened", "Median days to open"),
        (table, one) => table.Row(doors.NameOf(one), string.Join(", ", one.Sets.Select(set => set.Name)), one.Asked, one.Opened, one.MedianDays is { } days ? days : one.Days));

    private static FormTable Statements(string name, IReadOnlyList<StatementThenNow> statements) => (
        from statement in statements
        from moment in new[] { statement.Then, statement.Now }.OfType<Agreement>()
        from bin in moment.Bins
        select (statement, moment, bin)).Aggregate(
        new FormTable(name, "Statement", "Workshop", "Day", "n", "Mean", "From 1, not at all, to 5, fully", "How many"),
        (table, one) => table.Row(
            one.statement.Text, one.moment.Workshop, one.moment.On, one.moment.N, one.moment.Mean, Values(one.bin.From, one.bin.To), one.bin.Count));

    private static FormTable Kept(string name, IReadOnlyList<KeptText> kept) => kept.Aggregate(
        new FormTable(name, "Text", "Whose", "Set", "Dots", "Workshop", "Day"),
        (table, one) => table.Row(one.Text, one.Who ?? "", one.Set?.Name ?? "", Dots(one), one.Workshop, one.On));

    private static object Dots(KeptText kept) => kept.Dots is { } dots ? dots : Figure.FewerThanFive;

    private static FormTable Ideas(WhatNext next) => next.Ideas.Aggregate(
        new FormTable("Ideas", "Text", "Set", "Dots", "Workshop", "Day"), (table, one) => table.Row(one.Text, one.Set?.Name ?? "", Dots(one), one.Workshop, one.On));

    private static FormTable Quotes(IReadOnlyList<Quote> quotes) => quotes.Aggregate(
        new FormTable("Quotes", "Text", "Whose", "Set", "Where", "Day"),
        (table, one) => table.Row(one.Text, one.Who ?? "", one.Set?.Name ?? "", one.Place, one.On));

    private static FormTable Goals(WhatWasLearned learned) => (
        from goal in learned.Goals
        from bin in goal.Bins.Cast<ValueBin?>().DefaultIfEmpty()
        select (goal, bin)).Aggregate(
        new FormTable("Goals", "Moment", "n", "Members", "Mean", "From 1, not at all, to 5, fully", "How many"),
        (table, one) => table.Row(
            one.goal.Words, one.goal.N is { } n ? n : Figure.FewerThanFive, one.goal.Of, one.goal.Mean is { } mean ? mean : Figure.FewerThanFive,
            one.bin is { } part ? Values(part.From, part.To) : "", one.bin is { } bin ? bin.Count : Figure.FewerThanFive));

    private static FormTable Networks(WorkTogether together) => new[] { together.Then, together.Now }.OfType<NetworkOn>().Aggregate(
        new FormTable("Connections", "Workshop", "Day", "Answered", "Asked", "Pairs that could be", "Know the name", "Have talked", "Would ring for help"),
        (table, one) => table.Row(one.Workshop, one.On, one.Answered, one.Expected, one.Possible, one.Known, one.Talked, one.Ring));

    private static FormTable Matrix(WorkTogether together) => (
        from network in new[] { together.Then, together.Now }.OfType<NetworkOn>()
        from cell in network.Cells
        where cell.Possible > 0
        select (network, cell)).Aggregate(
        new FormTable("Who would ring whom", "Workshop", "Day", "From", "To", "Pairs that could be", "Would ring for help"),
        (table, one) => table.Row(
            one.network.Workshop, one.network.On, one.network.Groups[one.cell.From], one.network.Groups[one.cell.To], one.cell.Possible, one.cell.Ring is { } ring ? ring : "not told"));

    private static FormTable Words(WorkTogether together) => (
        from words in together.Words
        from word in words.Most
        select (words, word)).Aggregate(
        new FormTable("One word", "Workshop", "Day", "n", "Word", "How often"),
        (table, one) => table.Row(one.words.Workshop, one.words.On, one.words.N, one.word.Word, one.word.Count is { } said ? said : Figure.FewerThanFive));

    private static FormTable Stories(HelpThatHappened help) => help.Stories.Aggregate(
        new FormTable("Help", "What was needed", "What came of it", "Help from", "Help for", "Months saved, as they guess"),
        (table, one) => table.Row(one.Need, one.CameOfIt, one.Helper?.Name ?? "", one.Asker?.Name ?? "", one.MonthsSaved));

    private static FormTable OpenProblems(WhatNext next) => next.OpenProblems.Aggregate(new FormTable("Open problems", "Problem or opportunity"), (table, one) => table.Row(one));

    private static FormTable Volunteers(WhatNext next) => next.Volunteers.Aggregate(
        new FormTable("Volunteers", "Would be", "How many"), (table, one) => table.Row(one.Words.Length > 0 ? one.Words : "Others together", one.Count));

    private static FormTable Asked(MethodAndLimits method) => method.Asked.Aggregate(
        new FormTable("Who was asked", "What", "Workshop", "Day", "Were there", "Answered", "On paper", "Without a name"),
        (table, one) => table.Row(one.Title, one.Workshop, one.On, one.Here, one.Answered, one.OnPaper, one.IsAnonymous));

    private static FormTable Evidence(OutcomeReport report, MethodAndLimits method) => method.Evidence.Aggregate(
        new FormTable("Evidence", "Level", "Name", "What it is", "Sections"),
        (table, one) => table.Row(one.Level, one.Name, one.Words, one.Sections.Count == 0 ? one.None(report) is EvidenceLevel.NotShown ? EvidenceLevel.NotShown : null : string.Join(", ", one.Sections.Select(ReportSection.TitleOf))));

    private static IEnumerable<(ProblemStory Story, T Item)> Each<T>(IReadOnlyList<ProblemStory> stories, Func<ProblemStory, IReadOnlyList<T>> items) =>
        stories.SelectMany(story => items(story).Select(item => (story, item)));

    /// <summary>A value, or neighbouring ones that stand together.</summary>
    public static string Values(int from, int to) => from == to ? $"{from}" : $"{from} to {to}";

    private static string? Lines(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join('\n', lines);

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
