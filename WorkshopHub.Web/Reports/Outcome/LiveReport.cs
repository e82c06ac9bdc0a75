using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>The report as it would be published now: made of the rows in one snapshot, in a number of statements that doesn't grow with them.</summary>
public static class LiveReport
{
    /// <summary>
    /// Makes it, with what is hidden still in it (see <see cref="OutcomeReport.ForReaders"/>). Null where there is no such programme.
    /// Whoever calls has asked who may read it.
    /// </summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="kinds">The kinds of activity, which tell what they found out.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="now">The moment.</param>
    /// <param name="arranged">How it is arranged, or null: as the facilitator's draft is.</param>
    public static OutcomeReport? Read(Reads reads, ActivityKinds kinds, long programme, DateTimeOffset now, ReportDraft? arranged = null)
    {
        if (Ground.Of(reads, programme, now) is not { } ground)
        {
            return null;
        }

        var draft = arranged ?? ReportDraft.Of(reads, programme);
        var released = Releases.Of(ground);
        List<Quote> quotes = [.. released.Where(quote => draft.Quotes.Contains(quote.Key, StringComparer.Ordinal))];
        var told = StoryRows.Told.Of(ground);
        var stories = StoryRows.Read(ground, told, quotes);
        var decisions = DecisionRows.Read(ground, told);
        var found = TogetherRows.Read(ground, kinds);
        var (work, done, workFigures) = SetsWorkRows.Read(ground);
        var (doors, doorFigures) = DoorRows.Read(ground, found.OnDoors);
        var (goals, waits, goalFigures) = GoalRows.Read(ground);
        var kept = LearnedRows.Kept(ground, "Learning");
        var (help, helpFigures) = HelpRows.Read(ground);
        var (next, nextFigures) = NextRows.Read(ground, decisions);
        var report = new OutcomeReport
        {
            Head = HeadOf(ground),
            Introduction = draft.Introduction,
            Sections = ReportSection.Arranged(draft.Order, [.. draft.Hidden]),
            OnePage = OnePageRows.Read(ground, stories),
            Problems = stories,
            Decisions = decisions,
            Work = work,
            Doors = doors,
            Learned = new WhatWasLearned(kept, quotes, released.Count, goals, found.OnLearning) { GoalsWait = waits },
            Together = found.Together,
            Help = help,
            Next = next,
        };
        report = report with { Method = MethodRows.Read(ground, kinds, report) };
        return report with
        {
            Figures = InOrder(report,
            [
                .. OnePageRows.Figures(ground, decisions, told.Count, done), .. StoryFigures.Of(stories), .. DecisionRows.Figures(ground, told, decisions),
                .. workFigures, .. doorFigures, .. LearnedFigures(ground, released, kept), .. goalFigures, .. found.Figures(ground), .. helpFigures, .. nextFigures,
                .. MethodFigures(ground, stories),
            ]),
        };
    }

    /// <summary>What people and sets of a programme have released, by set and day: what may be quoted.</summary>
    public static IReadOnlyList<Quote> Released(Reads reads, long programme, DateTimeOffset now) =>
        Ground.Of(reads, programme, now) is { } ground ? Releases.Of(ground) : [];

    private static List<Figure> InOrder(OutcomeReport report, IReadOnlyList<Figure> figures) =>
        [.. report.Sections.SelectMany(section => figures.Where(figure => figure.Section == section.Key))];

    private static IEnumerable<Figure> LearnedFigures(Ground ground, IReadOnlyList<Quote> released, IReadOnlyList<KeptText> kept) =>
        new[]
        {
            ground.Count(ReportSection.Learned, "learnings-released", "Learnings that were released", released.Count, released.Count, "What sets told everybody, and what people gave for a report"),
            ground.Count(ReportSection.Learned, "learnings-kept", "Learnings that the room chose to keep", kept.Count, kept.Count, "Dots in the workshops"),
        }.Select(figure => figure with { Link = $"/programmes/{ground.Programme.Id}/learnings", Needs = "Summary" });

    private static IEnumerable<Figure> MethodFigures(Ground ground, IReadOnlyList<ProblemStory> stories)
    {
        var measures = stories.SelectMany(story => story.Measures).Where(measure => measure.Now is not null).ToList();
        return
        [
            ground.Count(
                ReportSection.Method, "measures-confirmed", "Figures of the problems that were confirmed", measures.Count(measure => measure.Standing == "Confirmed"),
                measures.Count, ground.IsOwnProblem ? "The members’ supervisors" : "The problems’ clients") with { Link = measures.Count > 0 ? Confirmed : null },
        ];
    }

    private const string Confirmed = "#confirmed";

    private static ReportHead HeadOf(Ground ground)
    {
        var people = ground.Reads.Query<RoleRow>(
            """
            SELECT r.role, p.name, p.job_title FROM role_assignment r JOIN person p ON p.id = r.person_id
            WHERE r.programme_id = @Id AND r.role IN ('Sponsor', 'Facilitator') ORDER BY r.id
            """, new { ground.Programme.Id }).ToLookup(row => row.Role, row => new NamedPerson(row.Name, row.JobTitle));
        return new ReportHead
        {
            ProgrammeId = ground.Programme.Id,
            Organisation = Settings.NameOf(ground.Reads),
            Programme = ground.Programme.Name,
            IsOwnProblem = ground.IsOwnProblem,
            Sponsors = [.. people["Sponsor"]],
            Facilitators = [.. people["Facilitator"]],
            From = LocalDay.Read(ground.Programme.StartDate) ?? (ground.Workshops is [var first, ..] ? first.Day : null),
            Until = LocalDay.Read(ground.Programme.EndDate) ?? (ground.Workshops is [.., var last] ? last.Day : null),
            State = ground.Programme.State,
            ClosedReason = ground.Programme.ClosedReason,
            MadeAt = Utc.Text(ground.Now),
            MadeOn = ground.Today,
        };
    }

    private sealed record RoleRow
    {
        public string Role { get; init; } = "";

        public string Name { get; init; } = "";

        public string JobTitle { get; init; } = "";
    }
}
