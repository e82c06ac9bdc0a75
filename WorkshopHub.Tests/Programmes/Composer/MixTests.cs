using System.Globalization;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

public sealed partial class MixTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 8, 2, 0)]
    [InlineData(2, 9, 2, 0)]
    [InlineData(3, 10, 2, 0)]
    [InlineData(4, 11, 2, 0)]
    [InlineData(5, 12, 2, 0)]
    [InlineData(6, 8, 2, 3)]
    [InlineData(7, 9, 2, 4)]
    [InlineData(8, 10, 2, 3)]
    [InlineData(9, 11, 2, 5)]
    [InlineData(10, 12, 3, 0)]
    [InlineData(11, 12, 3, 4)]
    public void The_proposal_costs_as_little_as_the_best_of_all_ways_to_seat_them(int seed, int people, int sets, int problems)
    {
        var mix = Mixes.ByChance(seed, people, sets, units: 4, disciplines: 3, sites: 2, problems);
        var found = MixSearch.Run(mix, Stop);
        var least = Mixes.LeastPoints(mix);
        Assert.NotNull(least);
        Assert.Equal(least, found.Proof!.Points);
        Assert.True(found.Proof.IsBest);
        var seated = Mixes.Seat(mix, found.Places!);
        Assert.True(Mixes.Keeps(mix, seated));
        Assert.Equal(least, Mixes.Points(seated));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void The_best_is_found_and_nobody_leaves_where_they_are_locked(int seed)
    {
        foreach (var problems in new[] { 0, 3 })
        {
            var mix = Mixes.ByChance(seed, 10, 2, units: 3, disciplines: 3, sites: 2, problems).With(person => person with
            {
                Place = person.Id % 2 == 0 ? 1 : 0,
                Locked = person.Id is 3 or 5 or 8,
                SupervisorId = null,
            });
            var found = MixSearch.Run(mix, Stop);
            Assert.Equal(Mixes.LeastPoints(mix), found.Proof!.Points);
            Assert.True(Mixes.Keeps(mix, Mixes.Seat(mix, found.Places!)));
        }
    }

    [Fact]
    public void Never_two_of_a_unit_where_that_is_a_must()
    {
        var mix = Mixes.ByChance(5, 10, 2, units: 8, disciplines: 3, sites: 2) with { Levels = new Levels(Level.Must, Level.Off, Level.Wish) };
        mix = mix.With(person => person with { Unit = $"Unit {(person.Id + 1) / 2}", SupervisorId = null });
        var found = MixSearch.Run(mix, Stop);
        Assert.Equal(Mixes.LeastPoints(mix), found.Proof!.Points);
        Assert.Equal(0, Figures.Of(Mixes.Seat(mix, found.Places!), null).UnitPairs);
    }

    [Fact]
    public void Nobody_is_proposed_for_the_set_whose_advisor_or_champion_they_are()
    {
        // Everybody is where they would best stay, so that only the rule moves the three.
        var mix = Mixes.Plain(10, 2).With(person => person with { Place = person.Id <= 5 ? 0 : 1 }) with { Barred = [[1L, 2L], [6L]] };
        var found = MixSearch.Run(mix, Stop).Places!;
        Assert.Equal((1, 1, 0), (found[1], found[2], found[6]));

        // Where interest comes first, those who meet over a problem become the set that none of them advises.
        var over = mix with { Barred = [], Chosen = [null, null], Costs = [.. mix.People.Select(person => (IReadOnlyList<int>)(person.Id <= 5 ? [1, 20, 20] : [20, 1, 20]))] };
        Assert.Equal(0, MixSearch.Run(over, Stop).Places![1]);
        Assert.Equal(1, MixSearch.Run(over with { Barred = [[1L], []] }, Stop).Places![1]);
    }

    [Fact]
    public void Who_is_a_member_of_a_set_is_never_shared_out_to_it_as_advisor()
    {
        var draft = new Draft
        {
            Sets = [new DraftSet(1, null, "Circle"), new DraftSet(2, null, "Triangle")],
            People = [new DraftPerson(1, 1, false, null), new DraftPerson(2, 2, false, null)],
            Roles = [new DraftRole(1, "Advisor", null, false, null), new DraftRole(2, "Advisor", null, false, null)],
        };
        Candidate[] people = [new() { Id = 1, Name = "Alma" }, new() { Id = 2, Name = "Cecil" }];
        var one = RoleMix.Share(draft, "Advisor", [new RoleRow { Role = "Advisor", PersonId = 1, Name = "Alma" }], people);
        Assert.Equal(((long?)null, (long?)1), (one.RoleOf(1, "Advisor")!.PersonId, one.RoleOf(2, "Advisor")!.PersonId));
        var two = RoleMix.Share(draft, "Advisor", [new RoleRow { Role = "Advisor", PersonId = 1, Name = "Alma" }, new RoleRow { Role = "Advisor", PersonId = 2, Name = "Cecil" }], people);
        Assert.Equal(((long?)2, (long?)1), (two.RoleOf(1, "Advisor")!.PersonId, two.RoleOf(2, "Advisor")!.PersonId));
    }

    [Fact]
    public void Sixty_people_in_ten_sets_over_twelve_problems_are_seated_with_a_bound_within_the_time_limit()
    {
        var mix = Mixes.ByChance(60, 60, 10, units: 17, disciplines: 9, sites: 8, problems: 12);
        var began = TimeProvider.System.GetTimestamp();
        var found = MixSearch.Run(mix, Stop);
        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Assert.True(took < 5, $"It took {took} s.");
        Assert.Equal((60, 10), (found.Places!.Count, found.Places.Values.Distinct().Count()));
        Assert.True(Mixes.Keeps(mix, Mixes.Seat(mix, found.Places!)));
        Assert.InRange(found.Proof!.Bound, 1, found.Proof.Points);
        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Proof.Points} points, bound {found.Proof.Bound}, {found.Proof.Seconds} s of {took} s");
        var limit = Limit().Match(MixSearch.Settings(MixSearch.Seconds, 2)).Groups[1].Value;
        Assert.InRange(double.Parse(limit, CultureInfo.InvariantCulture), 0.1, 4);
    }

    [Fact]
    public void A_proposal_moves_no_more_people_than_it_must()
    {
        // Two good sets as they are: to ask again changes nothing but the proof.
        var mix = Mixes.Plain(10, 2).With(person => person with { Unit = $"Unit {(person.Id + 1) / 2}", Place = (int)(person.Id % 2) });
        var found = MixSearch.Run(mix, Stop);
        Assert.Equal(0, found.Proof!.Points);
        var kept = mix.People.Count(person => found.Places![person.Id] == person.Place);
        Assert.True(kept >= 5, $"{kept} of 10 stay");
    }

    [Fact]
    public void Figures_count_pairs_sizes_and_points_as_one_would_by_hand()
    {
        var mix = Mixes.Plain(9, 2).With(person => person with
        {
            Place = person.Id <= 5 ? 0 : 1,
            Unit = person.Id <= 3 ? "Fleet" : "",
            Site = person.Id is 1 or 2 or 6 or 7 ? "Depot" : "Office",
            Discipline = person.Id is 8 or 9 ? "Law" : "",
        });
        var figures = Figures.Of(mix, null);
        Assert.Equal((3, 1, 6), (figures.UnitPairs, figures.DisciplinePairs, figures.SitePairs));
        Assert.Equal([5, 4], figures.Sizes);
        Assert.Equal((3 * 100) + 20 + (6 * 4), figures.Points);
        // Three and six in place of five and four: 18 pairs for 16.
        var uneven = mix.With(person => person with { Unit = "", Site = "", Discipline = "", Place = person.Id <= 3 ? 0 : 1 });
        Assert.Equal(2 * Mix.UnevenPair, Figures.Of(uneven, null).Points);
    }

    [Fact]
    public async Task A_search_that_nobody_waits_for_ends_and_the_next_has_its_turn()
    {
        using var mixer = new Mixer();
        using var gone = new CancellationTokenSource();
        var search = mixer.RunAsync(Mixes.ByChance(1, 60, 10, units: 17, disciplines: 9, sites: 8), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
        Assert.NotNull((await mixer.RunAsync(Mixes.Plain(8, 2), Stop)).Places);
    }

    [GeneratedRegex("max_time_in_seconds:([0-9.]+)")]
    private static partial Regex Limit();
}
