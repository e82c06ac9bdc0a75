using System.Security.Cryptography;
using System.Text.Json;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>Somebody to be seated, as the solver sees them: no names.</summary>
/// <param name="Id">The person.</param>
/// <param name="Unit">Part of the organisation; empty where it is not known.</param>
/// <param name="Discipline">What they were trained in; empty where it is not known.</param>
/// <param name="Site">Where they work; empty where it is not known.</param>
/// <param name="SupervisorId">The supervisor, or null.</param>
/// <param name="Place">In which set they are now, from 0; null where they wait.</param>
/// <param name="Locked">Whether they stay there.</param>
/// <param name="ManagerId">The line manager, who may be another than the supervisor; or null.</param>
public sealed record MixPerson(
    long Id, string Unit, string Discipline, string Site, long? SupervisorId, int? Place, bool Locked, long? ManagerId = null)
{
    /// <summary>The word of somebody's unit, discipline or site, alike for the same whatever the case.</summary>
    public string Of(Trait trait) => (trait switch
    {
        Trait.Unit => Unit,
        Trait.Discipline => Discipline,
        _ => Site,
    }).ToUpperInvariant();
}

/// <summary>What people can be alike in.</summary>
public enum Trait
{
    /// <summary>Part of the organisation.</summary>
    Unit,

    /// <summary>What they were trained in.</summary>
    Discipline,

    /// <summary>Where they work.</summary>
    Site,
}

/// <summary>
/// What is to be solved: seat everybody in sets of four to six so that the fewest pairs are alike, nobody sits with their
/// supervisor, and (where interest comes first) the sum of ranks is small. Points say how far from that some sets are.
/// </summary>
public sealed record Mix
{
    /// <summary>Whom to seat.</summary>
    public required IReadOnlyList<MixPerson> People { get; init; }

    /// <summary>In how many sets.</summary>
    public required int Sets { get; init; }

    /// <summary>What to mix.</summary>
    public Levels Levels { get; init; } = Levels.Usual;

    /// <summary>For each person what each problem counts; null where sets come first.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Costs { get; init; }

    /// <summary>For each set the number of the problem that it has chosen already, or null.</summary>
    public IReadOnlyList<int?> Chosen { get; init; } = [];

    /// <summary>For each set who can't be a member of it, since they are kept as its advisor or champion.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Barred { get; init; } = [];

    /// <summary>How many problems there are to share out; none where sets come first.</summary>
    public int Problems => Costs is [var first, ..] ? first.Count : 0;

    /// <summary>Unit, discipline and site with what they weigh.</summary>
    public IEnumerable<(Trait Trait, Level Level, int Weight)> Traits =>
    [
        (Trait.Unit, Levels.Units, Levels.Units == Level.Off ? 0 : UnitPair),
        (Trait.Discipline, Levels.Disciplines, Levels.Disciplines == Level.Off ? 0 : Problems > 0 ? 4 : 20),
        (Trait.Site, Levels.Sites, Levels.Sites == Level.Off ? 0 : Problems > 0 ? 1 : 4),
    ];

    /// <summary>What a pair of one unit counts.</summary>
    public const int UnitPair = 100;

    /// <summary>What a place in somebody's ranks counts.</summary>
    public const int RankPlace = 10;

    /// <summary>What a pair counts that sits together only because sets are of unequal size.</summary>
    public const int UnevenPair = 10;

    /// <summary>How many pairs sit together where so many people sit in so many sets as evenly as it goes.</summary>
    public static long EvenPairs(int people, int sets)
    {
        var (least, more) = (people / sets, people % sets);
        return (more * PairsOf(least + 1)) + ((sets - more) * PairsOf(least));
    }

    /// <summary>How many pairs so many people make.</summary>
    public static long PairsOf(int people) => (long)people * (people - 1) / 2;

    /// <summary>A print of everything that a proof holds for: whom, which sets, locks and rules; not where people sit.</summary>
    public string Basis() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this with
    {
        People = [.. People.Select(person => person.Locked ? person : person with { Place = null })],
    })))[..32];

    /// <summary>The draft as the solver sees it. Who is locked beside the sets stays out of it.</summary>
    public static Mix Of(Draft draft, IReadOnlyList<Candidate> candidates, Interest? interest)
    {
        var places = draft.Sets.Index().ToDictionary(set => set.Item.Position, set => set.Index);
        var seated = draft.People.Where(person => person is not { Locked: true, Position: null })
            .Join(candidates, person => person.PersonId, candidate => candidate.Id, (person, candidate) => (person, candidate)).ToList();
        var problems = interest is { Counts: true } ? interest.Problems.Select(problem => problem.Id).ToList() : [];
        List<int> taken = [];
        return new Mix
        {
            People =
            [
                .. seated.Select(one => new MixPerson(
                    one.candidate.Id, one.candidate.Unit, one.candidate.Discipline, one.candidate.Site, one.candidate.SupervisorId,
                    one.person.Position is { } at ? places[at] : null, one.person.Locked, one.candidate.ManagerId)),
            ],
            Sets = draft.Sets.Count,
            Levels = draft.Levels,
            Costs = problems.Count == 0 ? null
                : [.. seated.Select(one => (IReadOnlyList<int>)[.. problems.Select(problem => interest!.CostOf(one.person.PersonId, problem))])],
            Chosen =
            [
                .. draft.Sets.Select(set => problems.Count > 0 && set.SetId is { } id && interest!.Chosen.TryGetValue(id, out var chosen)
                    ? Place(chosen) : null),
            ],
            Barred =
            [
                .. draft.Sets.Select(set => (IReadOnlyList<long>)
                    [.. draft.Roles.Where(role => role.Position == set.Position && role.Kept).Select(role => role.PersonId).OfType<long>()]),
            ],
        };

        // A problem for two sets has two places; the second set that has taken it on stands in the second.
        int? Place(long problem)
        {
            var at = problems.Index().Where(one => one.Item == problem && !taken.Contains(one.Index)).Select(one => (int?)one.Index).FirstOrDefault();
            taken.AddRange(at is { } found ? [found] : []);
            return at;
        }
    }
}
