using System.Diagnostics;
using WorkshopHub.Web.Activities.Rounds;

namespace WorkshopHub.Tests.Activities.Rounds;

public sealed class SeatPlannerTests
{
    [Fact]
    public void Everybody_sits_once_a_round_at_tables_that_differ_by_at_most_one()
    {
        for (var people = 4; people <= 80; people++)
        {
            for (var tables = 2; tables <= Math.Min(12, people / 2); tables++)
            {
                var plan = SeatPlanner.Plan(Sets(people, 5), tables, 3, effort: 20_000);
                Assert.Equal(3, plan.Length);
                Assert.All(plan, round =>
                {
                    Assert.Equal(people, round.Length);
                    Assert.All(round, table => Assert.InRange(table, 1, tables));
                    var sizes = Enumerable.Range(1, tables).Select(table => round.Count(one => one == table)).ToList();
                    Assert.True(sizes.Max() - sizes.Min() <= 1, $"{people} people, {tables} tables: {string.Join(", ", sizes)}");
                });
            }
        }
    }

    [Theory]
    [InlineData(4, 2, 3)] // each with each
    [InlineData(6, 3, 5)]
    [InlineData(8, 4, 7)]
    [InlineData(9, 3, 4)] // nine people, three tables: four rounds, everybody meets everybody once
    [InlineData(12, 4, 3)]
    [InlineData(16, 4, 3)]
    [InlineData(20, 5, 4)]
    [InlineData(25, 5, 5)]
    [InlineData(30, 6, 3)]
    [InlineData(36, 9, 4)]
    [InlineData(60, 12, 4)]
    [InlineData(80, 12, 4)]
    public void Nobody_meets_the_same_person_twice_where_that_is_possible(int people, int tables, int rounds)
    {
        var seated = Enumerable.Range(1, people).Select(id => new Seated(id)).ToList();
        Assert.Equal(0, Twice(SeatPlanner.Plan(seated, tables, rounds)));
    }

    [Theory]
    [InlineData(6, 2, 2, 2)] // two tables of three: of each three, two meet again
    [InlineData(8, 2, 2, 4)]
    [InlineData(5, 2, 2, 1)]
    public void Where_people_must_meet_again_it_is_as_few_pairs_as_can_be(int people, int tables, int rounds, int least)
    {
        var seated = Enumerable.Range(1, people).Select(id => new Seated(id)).ToList();
        Assert.Equal(least, Twice(SeatPlanner.Plan(seated, tables, rounds)));
    }

    [Fact]
    public void Sets_are_mixed_as_far_as_there_are_tables()
    {
        var seated = Sets(30, 5);
        var plan = SeatPlanner.Plan(seated, 6, 3);
        Assert.Equal(0, Twice(plan));
        var mates = Pairs(plan).Count(pair => (pair.Item1 - 1) / 5 == (pair.Item2 - 1) / 5);
        Assert.InRange(mates, 0, 3); // of the 180 times that two people share a table
        Assert.Equal(0, Pairs(SeatPlanner.Plan(Sets(24, 4), 6, 3)).Count(pair => (pair.Item1 - 1) / 4 == (pair.Item2 - 1) / 4));
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(12, 3)]
    [InlineData(33, 6)]
    [InlineData(60, 10)]
    [InlineData(80, 12)]
    public void No_member_sits_with_the_own_supervisor_and_clients_and_sponsor_are_spread(int members, int tables)
    {
        var bosses = Math.Max(2, members / 6);
        var seated = Enumerable.Range(1, members)
            .Select(id => new Seated(id, 1 + (id / 5), id, 1000 + (id % bosses)))
            .Concat(Enumerable.Range(0, bosses).Select(id => new Seated(1000 + id, null, 1000 + id)))
            .Concat(Enumerable.Range(0, Math.Min(4, tables)).Select(id => new Seated(2000 + id, null, 2000 + id, Spread: true))).ToList();
        foreach (var round in SeatPlanner.Plan(seated, tables, 3))
        {
            foreach (var table in seated.Index().GroupBy(one => round[one.Index], one => one.Item))
            {
                Assert.DoesNotContain(table, one => one.Supervisor is not null && table.Any(other => other.Person == one.Supervisor));
                Assert.True(table.Count(one => one.Spread) <= 1);
            }
        }
    }

    [Fact]
    public void One_stays_and_the_others_move_on_to_tables_of_other_sets()
    {
        var seated = Sets(30, 5).Select(one => one.Id % 5 == 1 ? one with { Fixed = (int)one.Set! } : one).ToList();
        var plan = SeatPlanner.Plan(seated, 6, 3);
        Assert.Equal(0, Twice(plan));
        foreach (var one in seated)
        {
            var own = plan.Select(round => round[(int)one.Id - 1]).ToList();
            Assert.Equal(one.Fixed is null ? 3 : 1, own.Distinct().Count());
            Assert.True(one.Fixed is not null || !own.Contains((int)one.Set!.Value));
        }
    }

    [Fact]
    public void Who_met_before_does_not_meet_again_and_the_same_people_give_the_same_plan()
    {
        var seated = Sets(24, 4);
        var first = SeatPlanner.Plan(seated, 6, 2);
        var met = Pairs(first).ToList();
        var more = SeatPlanner.Plan(seated, 6, 1, met);
        Assert.Empty(Pairs(more).Intersect(met));
        Assert.Equal(first, SeatPlanner.Plan(seated, 6, 2));
    }

    [Fact]
    public void Eighty_people_and_four_rounds_are_planned_at_once()
    {
        var seated = Sets(80, 6);
        SeatPlanner.Plan(seated, 12, 4);
        foreach (var tables in new[] { 2, 6, 12 })
        {
            var watch = Stopwatch.StartNew();
            SeatPlanner.Plan(seated, tables, 4);
            TestContext.Current.TestOutputHelper?.WriteLine($"{tables} tables: {watch.ElapsedMilliseconds} ms");
            Assert.True(watch.ElapsedMilliseconds < 2000, $"{tables} tables: {watch.ElapsedMilliseconds} ms");
        }
    }

    [Fact]
    public void Nobody_and_one_alone_are_no_trouble()
    {
        Assert.Equal([[], []], SeatPlanner.Plan([], 3, 2));
        Assert.Equal([[1], [1]], SeatPlanner.Plan([new Seated(7)], 3, 2));
        Assert.Equal((1, 2, 6), (SeatingPlan.TablesFor(3, 5), SeatingPlan.TablesFor(6, 5), SeatingPlan.TablesFor(30, 5)));
    }

    private static List<Seated> Sets(int people, int size) =>
        [.. Enumerable.Range(1, people).Select(id => new Seated(id, 1 + ((id - 1) / size)))];

    private static int Twice(int[][] plan) => Pairs(plan).GroupBy(pair => pair).Count(pair => pair.Count() > 1);

    private static IEnumerable<(long, long)> Pairs(int[][] plan) =>
        from round in plan
        from one in Enumerable.Range(0, round.Length)
        from other in Enumerable.Range(one + 1, round.Length - one - 1)
        where round[one] == round[other]
        select ((long)one + 1, (long)other + 1);
}
