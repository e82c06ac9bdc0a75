namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>Somebody who is to be seated.</summary>
/// <param name="Id">Who.</param>
/// <param name="Set">Their set, or null. People of one set meet anyway, so tables mix them.</param>
/// <param name="Person">The known person, by whom supervisors are found; null for a guest.</param>
/// <param name="Supervisor">The person's supervisor, with whom they never share a table while that is possible; or null.</param>
/// <param name="Spread">Whether tables share people of this sort out among themselves: sponsor, clients.</param>
/// <param name="Fixed">The table, from 1, where they sit in every round; null for any.</param>
public sealed record Seated(long Id, long? Set = null, long? Person = null, long? Supervisor = null, bool Spread = false, int? Fixed = null);

/// <summary>
/// Plans who sits where. Tables differ by at most one person; first no member sits with the own supervisor, then sponsor
/// and clients are spread, then nobody meets the same person twice and sets are mixed, each as far as it is possible.
/// The same people give the same plan. Pure: it reads and writes nothing.
/// </summary>
public static class SeatPlanner
{
    /// <summary>How hard it tries unless told otherwise: about the number of looks at a table's people.</summary>
    public const int Effort = 8_000_000;

    private const int Forbidden = 1_000_000;
    private const int Twice = 400;
    private const int BothSpread = 50_000; // more than all that one change of places can save in meetings
    private const int SameSet = 150;
    private const int Home = 600; // at the table where one of the own set stays

    /// <summary>The tables: <c>plan[round][person]</c> is a table from 1, people in the order of the list.</summary>
    /// <param name="people">Who is seated.</param>
    /// <param name="tables">How many tables there are; no more than people are used.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="met">Pairs of ids that have met before, once for each time.</param>
    /// <param name="effort">How hard it tries.</param>
    public static int[][] Plan(
        IReadOnlyList<Seated> people, int tables, int rounds, IEnumerable<(long, long)>? met = null, int effort = Effort)
    {
        if (people.Count == 0)
        {
            return [.. Enumerable.Range(0, rounds).Select(_ => Array.Empty<int>())];
        }

        tables = Math.Clamp(tables, 1, people.Count);
        var start = Begin(people, tables, rounds);
        var search = new SeatSearch(start, tables, Weights(people), Meetings(people, met), Twice, [.. people.Select(one => one.Fixed is null)]);
        return search.Improve(effort, BothSpread);
    }

    /// <summary>What it costs that two people share a table once.</summary>
    internal static int Weight(Seated one, Seated other) =>
        (one.Person is { } boss && other.Supervisor == boss) || (other.Person is { } otherBoss && one.Supervisor == otherBoss) ? Forbidden
        : (one.Spread && other.Spread ? BothSpread : 0) + (one.Set is { } set && other.Set == set ? one.Fixed is null && other.Fixed is null ? SameSet : Home : 0);

    private static int[,] Weights(IReadOnlyList<Seated> people)
    {
        var weights = new int[people.Count, people.Count];
        for (var one = 0; one < people.Count; one++)
        {
            for (var other = 0; other < people.Count; other++)
            {
                weights[one, other] = one == other ? 0 : Weight(people[one], people[other]);
            }
        }

        return weights;
    }

    private static int[,] Meetings(IReadOnlyList<Seated> people, IEnumerable<(long, long)>? met)
    {
        var meetings = new int[people.Count, people.Count];
        var places = people.Index().ToDictionary(one => one.Item.Id, one => one.Index);
        foreach (var (one, other) in met ?? [])
        {
            if (places.TryGetValue(one, out var a) && places.TryGetValue(other, out var b) && a != b)
            {
                meetings[a, b]++;
                meetings[b, a]++;
            }
        }

        return meetings;
    }

    /// <summary>
    /// Rows of as many people as there are tables, set after set; in each round a row is turned on by its number. Two of a
    /// row never meet, and two of different rows rarely twice: a good plan to begin with.
    /// </summary>
    private static int[][] Begin(IReadOnlyList<Seated> people, int tables, int rounds)
    {
        var order = people.Index().OrderBy(one => one.Item.Spread).ThenBy(one => one.Item.Set ?? long.MaxValue).ThenBy(one => one.Index)
            .Select(one => one.Index).ToArray();
        var plan = new int[rounds][];
        for (var round = 0; round < rounds; round++)
        {
            var sizes = new int[tables];
            plan[round] = new int[people.Count];
            foreach (var fixedOne in order.Where(at => people[at].Fixed is not null))
            {
                var table = Math.Clamp(people[fixedOne].Fixed!.Value, 1, tables);
                plan[round][fixedOne] = table;
                sizes[table - 1]++;
            }

            foreach (var (place, at) in order.Where(at => people[at].Fixed is null).Index())
            {
                var (row, column) = (place / tables, place % tables);
                var wished = (column + (round * row)) % tables;
                var least = sizes.Min();
                var table = sizes[wished] == least ? wished
                    : Enumerable.Range(1, tables).Select(step => (wished + step) % tables).First(other => sizes[other] == least);
                plan[round][at] = table + 1;
                sizes[table]++;
            }
        }

        return plan;
    }
}
