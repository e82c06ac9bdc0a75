using Google.OrTools.Graph;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>
/// How members ranked the problems, where interest comes first: sets are proposed so that people meet over what they have
/// a stake in. Nobody assigns a problem by it; each set still confirms its own.
/// </summary>
/// <param name="Problems">The problems on offer, in order; one that the sponsor gives to two sets stands there twice.</param>
/// <param name="Ranks">For each person who ranked, the rank of each problem named: 1 is the strongest.</param>
/// <param name="Chosen">The problem that a set has taken on already, by set.</param>
public sealed record Interest(
    IReadOnlyList<(long Id, string Title)> Problems, IReadOnlyDictionary<long, IReadOnlyDictionary<long, int>> Ranks,
    IReadOnlyDictionary<long, long> Chosen)
{
    private const long Never = 100_000;

    /// <summary>Whether there is anything to go by.</summary>
    public bool Counts => Problems.Count > 0 && Ranks.Count > 0;

    /// <summary>The place behind the longest list: what a problem counts that somebody who ranked did not name.</summary>
    public int Unnamed => Ranks.Values.Max(ranks => ranks.Values.Max()) + 1;

    /// <summary>How many of these people ranked.</summary>
    public int Ranked(IEnumerable<long> people) => people.Count(Ranks.ContainsKey);

    /// <summary>What working on a problem counts for a person; nothing for somebody who has not ranked.</summary>
    public int CostOf(long person, long problem) =>
        Ranks.TryGetValue(person, out var ranks) ? ranks.GetValueOrDefault(problem, Unnamed) : 0;

    /// <summary>
    /// The problem of each set for which the sum of ranks is the least, each place for one set; a set's own choice stands.
    /// Null for a set where there are fewer problems than sets.
    /// </summary>
    public IReadOnlyList<long?> Best(IReadOnlyList<(long? SetId, IReadOnlyList<long> People)> sets)
    {
        var best = sets.Select(set => set.SetId is { } id && Chosen.TryGetValue(id, out var chosen) ? chosen : (long?)null).ToList();
        var free = best.Index().Where(set => set.Item is null).Select(set => set.Index).ToList();
        var problems = Problems.Select(problem => problem.Id).ToList();
        foreach (var taken in Chosen.Values)
        {
            problems.Remove(taken);
        }

        // Both sides need the same number: sets that are not there take what is left, problems that are not there cost much.
        var size = Math.Max(free.Count, problems.Count);
        using var assignment = new LinearSumAssignment();
        for (var set = 0; set < size; set++)
        {
            for (var problem = 0; problem < size; problem++)
            {
                assignment.AddArcWithCost(set, problem, set >= free.Count ? 0 : problem >= problems.Count ? Never
                    : sets[free[set]].People.Sum(person => (long)CostOf(person, problems[problem])));
            }
        }

        if (size > 0 && assignment.Solve() == LinearSumAssignment.Status.OPTIMAL)
        {
            foreach (var (index, set) in free.Index())
            {
                best[set] = assignment.RightMate(index) is var mate && mate < problems.Count ? problems[mate] : null;
            }
        }

        return best;
    }

    /// <summary>Reads it; null where sets come first.</summary>
    public static Interest? Read(Reads reads, long programmeId)
    {
        if (reads.First<string>("SELECT formation FROM programme WHERE id = @programmeId", new { programmeId }) != "InterestFirst")
        {
            return null;
        }

        var rows = reads.Query<RankCells>("""
            SELECT r.person_id, r.problem_id, r.rank FROM preference_rank r
            WHERE r.activity_id = (
              SELECT max(g.activity_id) FROM preference_rank g JOIN activity a ON a.id = g.activity_id
              JOIN workshop w ON w.id = a.workshop_id WHERE w.programme_id = @programmeId)
            """, new { programmeId });
        return new Interest(
            [.. ProblemRow.Offered(reads, programmeId).SelectMany(problem => Enumerable.Repeat((problem.Id, problem.Title), problem.ForTwo ? 2 : 1))],
            rows.GroupBy(row => row.PersonId).ToDictionary(
                person => person.Key,
                person => (IReadOnlyDictionary<long, int>)person.ToDictionary(row => row.ProblemId, row => row.Rank)),
            reads.Query<ChosenCells>("SELECT id, problem_id FROM sets WHERE programme_id = @programmeId AND problem_id IS NOT NULL", new { programmeId })
                .ToDictionary(row => row.Id, row => row.ProblemId));
    }

    private sealed record RankCells
    {
        public long PersonId { get; init; }

        public long ProblemId { get; init; }

        public int Rank { get; init; }
    }

    private sealed record ChosenCells
    {
        public long Id { get; init; }

        public long ProblemId { get; init; }
    }
}
