namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>The picture for the room: set × problem, counts of ranks 1 to 3, without names.</summary>
public sealed record Matrix
{
    /// <summary>The rows that may be shown.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>First choices and mean rank of each problem.</summary>
    public required IReadOnlyList<MatrixFoot> Foot { get; init; }

    /// <summary>Sets in which fewer than three have ranked: they have no row.</summary>
    public required IReadOnlyList<RoomSet> Small { get; init; }

    /// <summary>How many people the foot counts.</summary>
    public required int People { get; init; }

    /// <summary>
    /// The picture. People of small sets (and of none) count in the foot only where they are at least three together, since
    /// foot less rows would tell of them otherwise.
    /// </summary>
    public static Matrix Of(Choosing choosing)
    {
        var shown = choosing.Sets.Where(set => choosing.PeopleOf(set.Id).Count >= Choosing.FewestInARow).ToList();
        var rest = choosing.Ranks.Where(rank => shown.All(set => set.Id != rank.SetId)).ToList();
        var counted = rest.DistinctBy(rank => rank.PersonId).Count() >= Choosing.FewestInARow
            ? choosing.Ranks : [.. choosing.Ranks.Except(rest)];
        return new Matrix
        {
            Rows =
            [
                .. shown.Select(set => new MatrixRow(set, choosing.PeopleOf(set.Id).Count,
                [
                    .. choosing.Problems.Select(problem => new RankCounts(Count(set, problem.Id, 1), Count(set, problem.Id, 2), Count(set, problem.Id, 3))),
                ])),
            ],
            Foot =
            [
                .. choosing.Problems.Select(problem => counted.Where(rank => rank.ProblemId == problem.Id).ToList()).Select(given =>
                    new MatrixFoot(given.Count(rank => rank.Rank == 1), given.Count == 0 ? null : given.Average(rank => (decimal)rank.Rank))),
            ],
            Small = [.. choosing.Sets.Except(shown).Where(set => choosing.PeopleOf(set.Id).Count > 0)],
            People = counted.DistinctBy(rank => rank.PersonId).Count(),
        };

        int Count(RoomSet set, long problem, int place) =>
            choosing.Ranks.Count(rank => rank.SetId == set.Id && rank.ProblemId == problem && rank.Rank == place);
    }
}

/// <summary>A set's row.</summary>
/// <param name="Set">The set.</param>
/// <param name="People">How many of it have ranked: three or more.</param>
/// <param name="Cells">One a problem.</param>
public sealed record MatrixRow(RoomSet Set, int People, IReadOnlyList<RankCounts> Cells);

/// <summary>How many put a problem first, second and third.</summary>
/// <param name="First">First.</param>
/// <param name="Second">Second.</param>
/// <param name="Third">Third.</param>
public sealed record RankCounts(int First, int Second, int Third)
{
    /// <summary>Rank and count of those that were given.</summary>
    public IEnumerable<(int Rank, int Count)> Given =>
        new[] { (1, First), (2, Second), (3, Third) }.Where(one => one.Item2 > 0);

    /// <summary>The counts in words.</summary>
    public string Words => First + Second + Third == 0 ? "none" : string.Join(", ", Given.Select(one => $"{one.Count} ranked it {one.Rank}"));
}

/// <summary>The foot of a column.</summary>
/// <param name="First">How many put it first.</param>
/// <param name="Mean">The mean of the ranks that it was given, or null.</param>
public sealed record MatrixFoot(int First, decimal? Mean);
