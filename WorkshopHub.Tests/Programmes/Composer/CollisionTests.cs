using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

public sealed class CollisionTests
{
    [Fact]
    public void Too_few_people_collide_with_the_least_size_alone() =>
        Assert.Equal([new MixRule(MixRuleKind.Least)], Search(Mixes.Plain(11, 3)));

    [Fact]
    public void Too_many_people_collide_with_the_most_size_alone() =>
        Assert.Equal([new MixRule(MixRuleKind.Most)], Search(Mixes.Plain(19, 3)));

    [Fact]
    public void Seven_of_one_unit_collide_with_six_sets_and_the_unit_is_named()
    {
        var mix = Mixes.Plain(30, 6).With(person => person with { Unit = person.Id <= 7 ? "Fleet" : $"Unit {person.Id % 6}" }) with
        {
            Levels = new Levels(Level.Must, Level.Wish, Level.Wish),
        };
        Assert.Equal([new MixRule(MixRuleKind.Alike, Trait: Trait.Unit, Word: "FLEET")], Search(mix));
        Assert.Empty(Search(mix with { Levels = Levels.Usual }));
    }

    [Fact]
    public void A_member_and_their_supervisor_locked_in_one_set_are_named_and_nobody_else()
    {
        foreach (var problems in new[] { 0, 3 })
        {
            var mix = Mixes.ByChance(3, 10, 2, 5, 3, 2, problems).With(person => person with
            {
                Place = (int)(person.Id % 2),
                Locked = person.Id <= 4,
                SupervisorId = person.Id == 3 ? 1 : null,
            });
            var rules = Search(mix);
            Assert.Equal(
                [(MixRuleKind.Apart, 3L), (MixRuleKind.Lock, 1L), (MixRuleKind.Lock, 3L)],
                rules.Select(rule => (rule.Kind, rule.Person!.Value)).Order());
        }
    }

    [Fact]
    public void Fewer_problems_than_sets_collide_with_a_problem_for_each() =>
        Assert.Equal([new MixRule(MixRuleKind.Problems)], Search(Mixes.ByChance(4, 15, 3, 9, 9, 9, problems: 2).With(one => one with { SupervisorId = null })));

    [Fact]
    public void Of_rules_that_collide_each_is_needed()
    {
        // Three of Fleet, two sets, and one of them locked: only the unit is to blame, not the lock.
        var mix = Mixes.Plain(10, 2).With(person => person with { Unit = person.Id <= 3 ? "Fleet" : "", Place = person.Id == 1 ? 0 : null, Locked = person.Id == 1 })
            with
        { Levels = new Levels(Level.Must, Level.Off, Level.Off) };
        Assert.Equal([MixRuleKind.Alike], Search(mix).Select(rule => rule.Kind));
    }

    [Fact]
    public void Looks_for_a_collision_take_no_more_time_together_than_is_left_of_five_seconds()
    {
        // Each look takes all that it may, or less; none begins when the time is out.
        foreach (var part in new[] { 0.05, 0.3, 0.7, 1 })
        {
            var (spent, looks) = (0.0, 0);
            while (MixSearch.NextLook(spent) is { } left)
            {
                Assert.InRange(MixSearch.Seconds + spent + left, 0, 4.8);
                spent += left * part;
                Assert.InRange(++looks, 1, 120);
            }
        }

        Assert.Null(MixSearch.NextLook(5));
    }

    private static IReadOnlyList<MixRule> Search(Mix mix)
    {
        var found = MixSearch.Run(mix, TestContext.Current.CancellationToken);
        Assert.True(found.Places is null == found.Collision.Count > 0, "Either sets or a collision");
        return found.Collision;
    }
}
