using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>Where the ranking and the choice stand: everything that wall, phones and control room draw from.</summary>
public sealed record Choosing
{
    /// <summary>The fewest people that a row of the wall may stand for.</summary>
    public const int FewestInARow = 3;

    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The problems on offer, in order.</summary>
    public required IReadOnlyList<ProblemRow> Problems { get; init; }

    /// <summary>The sets, in order.</summary>
    public required IReadOnlyList<RoomSet> Sets { get; init; }

    /// <summary>All ranks, with names: never for a wall.</summary>
    public required IReadOnlyList<RankRow> Ranks { get; init; }

    /// <summary>What phones confirmed for their sets.</summary>
    public required IReadOnlyList<WishRow> Wishes { get; init; }

    /// <summary>Sets that talk, by problem.</summary>
    public required IReadOnlyList<TalkRow> Talks { get; init; }

    /// <summary>What the closing gave.</summary>
    public required IReadOnlyList<ChoiceRow> Choices { get; init; }

    /// <summary>Whether the facilitator shows the board of choices instead of the matrix.</summary>
    public bool Board { get; init; }

    /// <summary>Changes with everything that a press of the facilitator depends on.</summary>
    public string Mark
    {
        get
        {
            var text = new StringBuilder().Append(Board);
            foreach (var wish in Wishes.OrderBy(one => one.ParticipantId))
            {
                text.Append(CultureInfo.InvariantCulture, $"w{wish.ParticipantId}.{wish.ProblemId}");
            }

            foreach (var talk in Talks.OrderBy(one => one.ProblemId))
            {
                text.Append(CultureInfo.InvariantCulture, $"t{talk.ProblemId}.{talk.EndsAt}.{talk.AskedAt}");
            }

            foreach (var choice in Choices.OrderBy(one => one.SetId))
            {
                text.Append(CultureInfo.InvariantCulture, $"c{choice.SetId}.{choice.ProblemId}");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
        }
    }

    /// <summary>Reads it.</summary>
    public static Choosing Read(Reads reads, Activity activity) => reads.Once($"choosing-{activity.Id}", () => new Choosing
    {
        Activity = activity,
        Problems = OfferedIn(reads, activity),
        Sets = RoomSet.Of(reads, activity.WorkshopId),
        Ranks = RankRow.Of(reads, activity),
        Wishes = WishRow.Of(reads, activity.Id),
        Talks = TalkRow.Of(reads, activity.Id),
        Choices = ChoiceRow.Of(reads, activity.Id),
        Board = reads.First<bool>("SELECT board FROM preference_wall WHERE activity_id = @Id", activity),
    });

    /// <summary>The problems that the activity's programme offers.</summary>
    public static IReadOnlyList<ProblemRow> OfferedIn(Reads reads, Activity activity) => ProblemRow.Offered(
        reads, reads.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", activity));

    /// <summary>A problem's title.</summary>
    public string TitleOf(long problem) => Problems.FirstOrDefault(one => one.Id == problem)?.Title ?? "a problem";

    /// <summary>A set.</summary>
    public RoomSet SetOf(long set) => Sets.First(one => one.Id == set);

    /// <summary>What the set has got, or null.</summary>
    public ChoiceRow? ChoiceOf(long set) => Choices.FirstOrDefault(choice => choice.SetId == set);

    /// <summary>What the set's phones say.</summary>
    public IReadOnlyList<WishRow> WishesOf(long set) => [.. Wishes.Where(wish => wish.SetId == set)];

    /// <summary>Whether two of the set's phones say different things.</summary>
    public bool Differs(long set) => WishesOf(set).Select(wish => wish.ProblemId).Distinct().Count() > 1;

    /// <summary>The problem that the set wishes; null where none yet, where phones differ, or where it has got one.</summary>
    public long? WishOf(long set) =>
        ChoiceOf(set) is null && !Differs(set) && WishesOf(set) is [var first, ..] ? first.ProblemId : null;

    /// <summary>How many sets can have a problem: one, unless the sponsor allows two.</summary>
    public int RoomOf(long problem) => Problems.FirstOrDefault(one => one.Id == problem) is { ForTwo: true } ? 2 : 1;

    /// <summary>How many sets more can have it.</summary>
    public int RoomLeft(long problem) => RoomOf(problem) - Choices.Count(choice => choice.ProblemId == problem);

    /// <summary>More sets that wish the same than can have it, by problem.</summary>
    public IReadOnlyList<(long Problem, IReadOnlyList<RoomSet> Sets)> Collisions =>
    [
        .. Sets.Select(set => (Set: set, Wish: WishOf(set.Id))).Where(one => one.Wish is not null)
            .GroupBy(one => one.Wish!.Value).Where(same => same.Count() > RoomLeft(same.Key))
            .Select(same => (same.Key, (IReadOnlyList<RoomSet>)[.. same.Select(one => one.Set)])),
    ];

    /// <summary>The talk that a set is in and that still matters to it, or null.</summary>
    public TalkRow? TalkOf(long set) => ChoiceOf(set) is not null ? null
        : Talks.FirstOrDefault(talk => talk.SetIds.Contains(set) && RoomLeft(talk.ProblemId) > 0);

    /// <summary>Problems that no set has got, or that the sponsor allows to one more.</summary>
    public IReadOnlyList<ProblemRow> Free =>
        [.. Problems.Where(problem => problem.IsFree && RoomLeft(problem.Id) > 0)];

    /// <summary>The people of a set who have ranked, by name.</summary>
    public IReadOnlyList<RankRow> PeopleOf(long? set) => [.. Ranks.Where(rank => rank.SetId == set).DistinctBy(rank => rank.PersonId)];

    /// <summary>
    /// How strongly a set wants a problem: the mean of its people's ranks, where one who left it out counts as the place
    /// after their last. Null where nobody of the set has ranked.
    /// </summary>
    public decimal? MeanIn(long set, long problem)
    {
        var people = Ranks.Where(rank => rank.SetId == set).GroupBy(rank => rank.PersonId).ToList();
        return people.Count == 0 ? null : decimal.Divide(
            people.Sum(own => own.FirstOrDefault(rank => rank.ProblemId == problem)?.Rank ?? own.Max(rank => rank.Rank) + 1), people.Count);
    }

    /// <summary>The problems by how strongly a set wants them.</summary>
    public IReadOnlyList<ProblemRow> ByInterest(long set) =>
        [.. Problems.OrderBy(problem => MeanIn(set, problem.Id) ?? decimal.MaxValue).ThenBy(problem => problem.Position)];

    /// <summary>Of sets that wish the same: who keeps it by mean rank; more than one is a tie.</summary>
    public IReadOnlyList<RoomSet> Strongest(long problem, IReadOnlyList<RoomSet> sets)
    {
        var best = sets.Min(set => MeanIn(set.Id, problem) ?? decimal.MaxValue);
        return [.. sets.Where(set => (MeanIn(set.Id, problem) ?? decimal.MaxValue) == best)];
    }
}
