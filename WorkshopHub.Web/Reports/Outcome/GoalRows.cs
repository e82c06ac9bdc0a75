using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Goals of section 6 from the rows: how many have one, and how far they say to be, as counts of at least five.</summary>
internal static class GoalRows
{
    /// <summary>
    /// How far members said to be with their goals, and the figures of it, as far as it is told (see <see cref="RatingsTold"/>); and
    /// whether something of a moment waits to be told.
    /// </summary>
    public static (IReadOnlyList<GoalMoment> Goals, bool Waits, IReadOnlyList<Figure> Figures) Read(Ground ground)
    {
        var set = ground.Reads.First<(long Set, long Agreed)>(
            """
            SELECT count(*), count(g.agreed_at) FROM developmental_goal g
            JOIN membership m ON m.id = g.membership_id AND m.left_at IS NULL JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @Id AND g.ended_at IS NULL
            """, new { ground.Programme.Id });
        var all = RatingsTold.Of(ground.Reads, ground.Programme.Id).Select(told => MomentOf(told, Math.Max(ground.Members.Count, told.Rated))).ToList();
        List<GoalMoment> goals = [.. all.OfType<GoalMoment>()];
        return (goals, goals.Count < all.Count,
        [
            ground.Count(ReportSection.Learned, "goals-set", "Members with a goal of their own", set.Set == 0 ? null : set.Set, ground.Members.Count, "Goals of the members, counted", "What they are stays with their owners."),
            ground.Count(ReportSection.Learned, "goals-agreed", "Goals that a supervisor agreed to", set.Agreed, set.Set, "Goals of the members, counted").ForFewOf(set.Set),
            .. goals.Select(goal => new Figure(
                ReportSection.Learned, $"goal-{goal.Moment}", $"How far with the goal, {goal.Words.ToLowerInvariant()} (mean)",
                goal.Mean, "of 5", goal.N, "What members said themselves",
                ground.Workshops.LastOrDefault(one => one.Kind == goal.Moment)?.Day ?? ground.Today, "1 = not at all, 5 = fully. Never by person.") { IsWithheld = goal.N is null }),
        ]);
    }

    /// <summary>A moment as it is told; null where it waits.</summary>
    private static GoalMoment? MomentOf(RatingsTold told, int of) =>
        told.N > 0 ? new GoalMoment(told.Moment, Moments.WordsOf(told.Moment), told.N, of, Agreement.MeanOf(told.Counts), ValueBin.Merge(told.Counts))
        : told.Rated >= RatingsTold.Enough ? null : new GoalMoment(told.Moment, Moments.WordsOf(told.Moment), null, of, null, []);
}
