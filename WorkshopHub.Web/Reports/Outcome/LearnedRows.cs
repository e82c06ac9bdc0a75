using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 6 from the rows. Only what was said aloud and kept, or released by its author; goals as counts of at least five.</summary>
internal static class LearnedRows
{
    /// <summary>What a room kept with its dots, as it was carried over: Learning or ProposedProblem.</summary>
    public static IReadOnlyList<KeptText> Kept(Ground ground, string target) =>
    [
        .. ground.Reads.Query<KeptRow>(
            """
            SELECT c.text, c.set_id, iif(o.name_mode = 'Named', t.name, NULL) AS Who, w.title, w.id AS WorkshopId,
                   (SELECT count(*) FROM dot d WHERE d.activity_id = c.activity_id AND d.item = c.source) AS Dots
            FROM carried c
            JOIN activity a ON a.id = c.activity_id
            JOIN workshop w ON w.id = a.workshop_id
            LEFT JOIN post p ON p.id = c.source
            LEFT JOIN activity o ON o.id = p.activity_id
            LEFT JOIN participant t ON t.id = p.participant_id
            WHERE w.programme_id = @Id AND c.target = @target AND c.state <> 'Undone' AND c.text <> '' AND (p.id IS NULL OR p.state = 'Shown')
            ORDER BY w.date, Dots DESC, c.id
            """, new { ground.Programme.Id, target })
            .Where(row => row.Dots > 0)
            .Select(row => new KeptText(row.Text, row.Who, ground.SetOf(row.SetId), (int)row.Dots, row.Title, ground.Workshops.First(one => one.Id == row.WorkshopId).Day)),
    ];

    /// <summary>How far members said to be with their goals, and the figures of it.</summary>
    public static (IReadOnlyList<GoalMoment> Goals, IReadOnlyList<Figure> Figures) Goals(Ground ground)
    {
        var rows = ground.Reads.Query<RatingRow>(
            """
            SELECT r.moment, r.value, count(*) AS Count FROM self_rating r
            JOIN membership m ON m.id = r.membership_id AND m.left_at IS NULL JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @Id GROUP BY r.moment, r.value
            """, new { ground.Programme.Id }).ToLookup(row => row.Moment);
        var set = ground.Reads.First<(long Set, long Agreed)>(
            """
            SELECT count(*), count(g.agreed_at) FROM developmental_goal g
            JOIN membership m ON m.id = g.membership_id AND m.left_at IS NULL JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @Id AND g.ended_at IS NULL
            """, new { ground.Programme.Id });
        var of = ground.Members.Count;
        var goals = Moments.All.Where(moment => rows[moment].Any()).Select(moment =>
        {
            int[] counts = [.. Enumerable.Range(1, 5).Select(value => (int)(rows[moment].FirstOrDefault(row => row.Value == value)?.Count ?? 0))];
            var n = counts.Sum();
            return n >= Figure.Enough
                ? new GoalMoment(moment, Moments.WordsOf(moment), n, of, Math.Round(counts.Select((count, at) => (double)count * (at + 1)).Sum() / n, 2), ValueBin.Merge(counts))
                : new GoalMoment(moment, Moments.WordsOf(moment), null, of, null, []);
        }).ToList();
        return (goals,
        [
            ground.Count(ReportSection.Learned, "goals-set", "Members with a goal of their own", set.Set == 0 ? null : set.Set, of, "Goals of the members, counted", "What they are stays with their owners."),
            ground.Count(ReportSection.Learned, "goals-agreed", "Goals that a supervisor agreed to", set.Agreed, set.Set, "Goals of the members, counted"),
            .. goals.Select(goal => new Figure(
                ReportSection.Learned, $"goal-{goal.Moment}", $"How far with the goal, {goal.Words.ToLowerInvariant()} (mean)",
                goal.Mean, "of 5", goal.N, "What members said themselves",
                ground.Workshops.LastOrDefault(one => one.Kind == goal.Moment)?.Day ?? ground.Today, "1 = not at all, 5 = fully. Never by person.") { IsWithheld = goal.N is null }),
        ]);
    }

    private sealed record KeptRow
    {
        public string Text { get; init; } = "";

        public long? SetId { get; init; }

        public string? Who { get; init; }

        public string Title { get; init; } = "";

        public long WorkshopId { get; init; }

        public long Dots { get; init; }
    }

    private sealed record RatingRow
    {
        public string Moment { get; init; } = "";

        public long Value { get; init; }

        public long Count { get; init; }
    }
}
