using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>When the days after a programme's closing are over, who ranked what, and why, is deleted and only the counts stay.</summary>
public sealed class CountedRanks : IForgetting
{
    /// <inheritdoc />
    public void OnClosing(Writes writes, long programme)
    {
        foreach (var activity in writes.Query<long>(
            """
            SELECT DISTINCT r.activity_id FROM preference_rank r
            JOIN activity a ON a.id = r.activity_id
            JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @programme
            """, new { programme }).Select(id => Activity.Find(writes, id)).OfType<Activity>())
        {
            var ranks = RankRow.Of(writes, activity);
            var large = ranks.GroupBy(rank => rank.SetId).Where(set => set.DistinctBy(rank => rank.PersonId).Count() >= Choosing.FewestInARow)
                .Select(set => set.Key).ToHashSet();
            foreach (var cell in ranks.GroupBy(rank => (SetId: large.Contains(rank.SetId) ? rank.SetId : null, rank.ProblemId, rank.Rank)))
            {
                writes.Execute(
                    "INSERT INTO preference_count (activity_id, set_id, problem_id, rank, people) VALUES (@Id, @SetId, @ProblemId, @Rank, @people)",
                    new { activity.Id, cell.Key.SetId, cell.Key.ProblemId, cell.Key.Rank, people = cell.Count() });
            }

            writes.Execute("DELETE FROM preference_rank WHERE activity_id = @Id", new { activity.Id });
            writes.Execute("DELETE FROM preference_wish WHERE activity_id = @Id", new { activity.Id });
        }

        Audit.Note(writes, null, null, "forget-preferences", "programme", programme);
    }

    /// <summary>
    /// The counts of an activity as rows of nobody, which count as the real ones did: the first of all who gave a first place,
    /// the first of all who gave a second one. Null while the ranks are there.
    /// </summary>
    internal static IReadOnlyList<RankRow>? Of(Reads reads, long activity)
    {
        var counts = reads.Query<Cell>(
            "SELECT set_id, problem_id, rank, people FROM preference_count WHERE activity_id = @activity ORDER BY set_id, rank, problem_id", new { activity });
        return counts.Count == 0 ? null :
        [
            .. counts.GroupBy(cell => (cell.SetId, cell.Rank)).SelectMany(place => place
                .SelectMany(cell => Enumerable.Repeat(cell, (int)cell.People))
                .Select((cell, nobody) => new RankRow { PersonId = -1 - nobody - (1000 * (cell.SetId ?? 0)), SetId = cell.SetId, ProblemId = cell.ProblemId, Rank = cell.Rank })),
        ];
    }

    private sealed record Cell
    {
        public long? SetId { get; init; }

        public long ProblemId { get; init; }

        public long Rank { get; init; }

        public long People { get; init; }
    }
}
