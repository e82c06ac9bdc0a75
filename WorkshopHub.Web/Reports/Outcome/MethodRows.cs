using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 10: what was asked of whom, who stands behind the measures, what this can't show.</summary>
internal static class MethodRows
{
    /// <summary>The method, from the rows and from what the other sections hold.</summary>
    public static MethodAndLimits Read(Ground ground, ActivityKinds kinds, OutcomeReport report)
    {
        var asked = Asked(ground, kinds);
        return new MethodAndLimits(
            asked,
            [
                .. (report.Problems ?? []).SelectMany(story => story.Measures.Where(measure => measure.Now is not null || measure.Baseline is not null)
                    .Select(measure => new MeasureConfirmed(story.Set, story.Member, measure.Name, StoryFigures.Standing(measure)))),
            ],
            Evidence(report), [.. Limits(ground, report, asked)]);
    }

    /// <summary>
    /// What was answered without names or kept by its people, with those who were there and were asked: the kind says which roles
    /// that are; goals, ratings, ranks and connections are the members'.
    /// </summary>
    private static List<AskedOf> Asked(Ground ground, ActivityKinds kinds)
    {
        var here = ground.Reads.Query<HereRow>(
            """
            SELECT p.workshop_id, p.role, count(*) AS Count FROM participant p JOIN workshop w ON w.id = p.workshop_id
            WHERE w.programme_id = @Id GROUP BY p.workshop_id, p.role
            """, new { ground.Programme.Id }).ToLookup(row => row.WorkshopId);
        var answered = ground.Reads.Query<AnsweredRow>(
            """
            SELECT a.id, (SELECT count(*) FROM answered x WHERE x.activity_id = a.id) AS Answered,
              ifnull((SELECT entered FROM paper_answer y WHERE y.activity_id = a.id), 0) AS Paper,
              (SELECT count(DISTINCT e.participant_id) FROM entered_for e WHERE e.activity_id = a.id) AS Entered
            FROM activity a JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @Id AND a.state = 'Closed' AND a.name_mode IN ('Anonymous', 'Private')
            """, new { ground.Programme.Id }).ToDictionary(row => row.Id);
        return
        [
            .. from activity in Activity.OfProgramme(ground.Reads, ground.Programme.Id)
               where kinds.Has(activity.Kind) && answered.TryGetValue(activity.Id, out var some) && some.Answered + some.Paper > 0
               let row = answered[activity.Id]
               let asked = here[activity.WorkshopId].Where(one => Enum.TryParse<Role>(one.Role, out var role) && kinds.Of(activity).IsFor(activity, role)
                   && (activity.NameMode == NameMode.Anonymous || role == Role.Member)).Sum(one => one.Count)
               let workshop = ground.Workshops.First(one => one.Id == activity.WorkshopId)
               select new AskedOf(
                   activity.Title, workshop.Title, workshop.Day, (int)(Math.Max(asked, row.Answered) + row.Paper), (int)(row.Answered + row.Paper),
                   (int)(row.Paper + row.Entered), activity.NameMode == NameMode.Anonymous),
        ];
    }

    private static List<EvidenceLevel> Evidence(OutcomeReport report)
    {
        List<string> Sections(params (string Key, bool Has)[] all) => [.. all.Where(one => one.Has).Select(one => one.Key)];
        var told = report.Together?.Statements.Any(one => one.Now is not null) == true;
        return
        [
            new(1, "Reaction", "What people said of it: the pulse and a word at the end.", Sections((ReportSection.Together, told || report.Together?.Words.Count > 0))),
            new(2, "Learning", "What people learned: learnings that were kept, and how far they are with their goals.",
                Sections((ReportSection.Learned, report.Learned is { } learned && (learned.Kept.Count > 0 || learned.Goals.Count > 0 || learned.SharedCount > 0)))),
            new(3, "Support", "Whether the organisation made room for it: time and doors.",
                Sections((ReportSection.Doors, report.Doors is { } doors && (doors.States.Count > 0 || doors.Statements.Any(one => one.Now is not null))))),
            new(4, "Use", "What people did: actions between meetings, help for each other, commitments after the end.",
                Sections((ReportSection.Work, report.Work?.Actions.Count > 0), (ReportSection.Help, report.Help?.States.Count > 0), (ReportSection.Next, report.Next?.Promises is not null))),
            new(5, "Results", "What changed where the problem lives: measures before and after.",
                Sections((ReportSection.Problems, report.Problems?.Any(story => story.Measures.Any(measure => measure.IsWhole)) == true))),
        ];
    }

    private static IEnumerable<string> Limits(Ground ground, OutcomeReport report, List<AskedOf> asked)
    {
        yield return "There is no comparison group: what changed may have other causes too.";
        if (ground.Final is not { State: "Held" })
        {
            yield return "The final has not been held. What is not recorded here may still come.";
        }

        if (ground.Programme.ClosedReason.Length > 0)
        {
            yield return "The programme ended early: this report is made of what there is.";
        }

        var measures = (report.Problems ?? []).SelectMany(story => story.Measures).Where(measure => measure.Now is not null).ToList();
        if (measures.Count(measure => measure.Standing != "Confirmed") is > 0 and var open)
        {
            yield return $"{open} of {measures.Count} figures of the problems {(open == 1 ? "is" : "are")} not confirmed by the one whom {(open == 1 ? "it belongs" : "they belong")} to.";
        }

        if (measures.Exists(measure => measure.IsTooEarly))
        {
            yield return "A result that is dated before all its cases were followed to the end may still change.";
        }

        if (report.Together is { Now: not null })
        {
            yield return "Who would ring whom is told by few people; the pictures describe, they prove nothing.";
        }

        if (asked.Exists(one => one.OnPaper > 0))
        {
            yield return "Answers on paper may be entered when a question has closed. The draft counts them from then on, and so may tell one more than it did before; a published version stays as it was.";
        }

        yield return "Answers of fewer than five people are not told, and small groups stand together. Nobody’s goal, rating, ranking or connection is told by person.";
        yield return "Sets are not compared: each worked on another problem.";
    }

    private sealed record HereRow
    {
        public long WorkshopId { get; init; }

        public string Role { get; init; } = "";

        public long Count { get; init; }
    }

    private sealed record AnsweredRow
    {
        public long Id { get; init; }

        public long Answered { get; init; }

        public long Paper { get; init; }

        public long Entered { get; init; }
    }
}
