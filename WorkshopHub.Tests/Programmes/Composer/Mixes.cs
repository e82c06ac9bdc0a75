using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>People to be seated, for tests, and the best sets by trying all.</summary>
internal static class Mixes
{
    /// <summary>So many people with units, disciplines, sites, supervisors and ranks by chance, alike for the same seed.</summary>
    public static Mix ByChance(int seed, int people, int sets, int units, int disciplines, int sites, int problems = 0)
    {
        var chance = new Random(seed);
        var all = Enumerable.Range(1, people).Select(id => new MixPerson(
            id, $"Unit {chance.Next(units)}", chance.Next(5) == 0 ? "" : $"Discipline {chance.Next(disciplines)}", $"Site {chance.Next(sites)}",
            chance.Next(6) == 0 && id > 1 ? chance.Next(1, id) : null, chance.Next(2) == 0 ? null : chance.Next(sets), false)).ToList();
        return new Mix
        {
            People = all,
            Sets = sets,
            Costs = problems == 0 ? null : [.. all.Select(_ => (IReadOnlyList<int>)Ranks(chance, problems))],
            Chosen = [.. Enumerable.Repeat<int?>(null, sets)],
            Barred = [.. Enumerable.Repeat<IReadOnlyList<long>>([], sets)],
        };
    }

    /// <summary>People of whom nothing is known but their number.</summary>
    public static Mix Plain(int people, int sets) => new()
    {
        People = [.. Enumerable.Range(1, people).Select(id => new MixPerson(id, "", "", "", null, null, false))],
        Sets = sets,
    };

    /// <summary>The mix with people changed.</summary>
    public static Mix With(this Mix mix, Func<MixPerson, MixPerson> change) => mix with { People = [.. mix.People.Select(change)] };

    /// <summary>The fewest points of all ways to seat these people, by trying every one; null where none keeps the rules.</summary>
    public static long? LeastPoints(Mix mix)
    {
        var places = new int[mix.People.Count];
        long? least = null;
        do
        {
            if (Enumerable.Range(0, mix.Sets).Any(set => places.Count(place => place == set) is < Draft.Least or > Draft.Most))
            {
                continue;
            }

            var seated = Seat(mix, mix.People.Zip(places).ToDictionary(one => one.First.Id, one => one.Second));
            if (Keeps(mix, seated))
            {
                var points = Points(seated);
                least = least is { } best && best <= points ? best : points;
            }
        }
        while (Next(places, mix.Sets));
        return least;
    }

    /// <summary>The mix with everybody where they were put.</summary>
    public static Mix Seat(Mix mix, IEnumerable<KeyValuePair<long, int>> places)
    {
        var at = places.ToDictionary();
        return mix.With(person => person with { Place = at[person.Id] });
    }

    /// <summary>The points of people as they sit.</summary>
    public static long Points(Mix seated) => Figures.Of(seated, seated.Costs is null ? null : LeastRanks(seated)).Points;

    /// <summary>Whether the hard rules hold.</summary>
    public static bool Keeps(Mix mix, Mix seated) =>
        Enumerable.Range(0, mix.Sets).All(place => seated.People.Count(person => person.Place == place) is >= Draft.Least and <= Draft.Most)
        && seated.People.All(person => seated.People.All(other => other.Id != person.SupervisorId || other.Place != person.Place))
        && mix.People.Zip(seated.People).All(one => !one.First.Locked || one.First.Place == one.Second.Place)
        && mix.Traits.Where(trait => trait.Level == Level.Must).All(trait => Enumerable.Range(0, mix.Sets).All(place =>
            Figures.PairsIn([.. seated.People.Where(person => person.Place == place)], trait.Trait) == 0));

    /// <summary>The least sum of ranks over all ways to give each set a problem of its own.</summary>
    private static long LeastRanks(Mix seated)
    {
        return From(0, []);

        long From(int place, HashSet<int> taken) => place == seated.Sets ? 0 : Enumerable.Range(0, seated.Problems).Where(problem => !taken.Contains(problem))
            .Min(problem => seated.People.Index().Where(person => person.Item.Place == place).Sum(person => seated.Costs![person.Index][problem])
                + From(place + 1, [.. taken, problem]));
    }

    private static int[] Ranks(Random chance, int problems)
    {
        var ranks = Enumerable.Range(1, problems).ToArray();
        chance.Shuffle(ranks);
        return ranks;
    }

    private static bool Next(int[] places, int sets)
    {
        for (var at = 0; at < places.Length; at++)
        {
            if (++places[at] < sets)
            {
                return true;
            }

            places[at] = 0;
        }

        return false;
    }
}
