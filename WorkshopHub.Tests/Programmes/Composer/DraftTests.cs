using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

public sealed class DraftTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_pressed_nobody_is_lost_or_seated_twice_and_undo_leads_all_the_way_back(int seed)
    {
        var (world, site) = World.Start();
        await using var started = site;
        var chance = new Random(seed);
        await site.Writer.RunAsync(writes => DraftCommands.Begin(writes, world.Programme, 6, [], null), Stop);
        var first = await DraftAsync(site, world);
        Assert.Equal(12, first.People.Count);
        for (var press = 0; press < 60; press++)
        {
            var draft = await DraftAsync(site, world);
            var person = draft.People[chance.Next(draft.People.Count)].PersonId;
            var done = await site.Writer.RunAsync(writes => DraftCommands.Press(
                writes, world.Programme, draft.Version, $"{press}", null, now => Any(writes, world, chance, now, person)), Stop);
            Assert.True(done);
            Whole(first, await DraftAsync(site, world));
        }

        while (await site.Db.ReadAsync(reads => DraftTable.LastStep(reads, world.Programme), Stop) is not null)
        {
            var draft = await DraftAsync(site, world);
            Assert.True(await site.Writer.RunAsync(writes => DraftCommands.Undo(writes, world.Programme, draft.Version, null), Stop));
            Whole(first, await DraftAsync(site, world));
        }

        var last = await DraftAsync(site, world);
        Assert.Equal(first.People, last.People);
        Assert.Equal(first.Sets, last.Sets);
        Assert.Equal(first.Roles, last.Roles);
    }

    [Fact]
    public async Task A_draft_follows_what_was_changed_elsewhere()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.Writer.RunAsync(writes => DraftCommands.Begin(writes, world.Programme, 5, [world["Otto Outsider"], world["Sven Sponsor"]], null), Stop);
        var draft = await DraftAsync(site, world);
        Assert.Null(draft.Person(world["Sven Sponsor"])); // the sponsor is never a member
        Assert.Null(draft.Person(world["Kaia Lepik"])!.Position); // Star has no place in five sets
        await site.Writer.RunAsync(
            writes =>
            {
                SetMembers.Leave(writes, world.Sets[0].Id, world["Alma Tamm"], null);
                SetMembers.Move(writes, world.Sets[1].Id, world.Sets[2].Id, world["Cecil Hart"], null);
                SetMembers.Join(writes, world.Sets[3].Id, world["Otto Outsider"], null);
                return true;
            }, Stop);
        var (sets, members) = await site.Db.ReadAsync(reads => (SetRow.Of(reads, world.Programme), MemberRow.Of(reads, world.Programme)), Stop);
        Assert.Equal(3, DraftFollow.Since(draft, members).Count);
        var after = draft.Follow(sets, members);
        Whole(draft, after);
        Assert.Empty(DraftFollow.Since(after, members));
        Assert.Null(after.Person(world["Alma Tamm"])!.Position);
        Assert.Equal(("Square", "Diamond"), (after.NameOf(after.Person(world["Cecil Hart"])!.Position), after.NameOf(after.Person(world["Otto Outsider"])!.Position)));
    }

    [Fact]
    public void A_new_set_gives_way_to_one_that_took_its_position()
    {
        var draft = new Draft
        {
            Sets = [new DraftSet(1, 10, "Circle"), new DraftSet(2, null, "Triangle")],
            People = [new DraftPerson(1, 1, false, 10), new DraftPerson(2, 2, true, null)],
            Roles = [new DraftRole(2, "Advisor", 9, true, null)],
        };
        var after = draft.Follow(
            [new SetRow { Id = 10, Position = 1, Name = "Round" }, new SetRow { Id = 11, Position = 2, Name = "Trio" }],
            [new MemberRow { PersonId = 1, SetId = 10 }, new MemberRow { PersonId = 3, SetId = 11 }]);
        Assert.Equal([new DraftSet(1, 10, "Round"), new DraftSet(2, 11, "Trio"), new DraftSet(3, null, "Square")], after.Sets);
        Assert.Equal([new DraftPerson(1, 1, false, 10), new DraftPerson(2, 3, true, null), new DraftPerson(3, 2, false, 11)], after.People);
        Assert.Equal([new DraftRole(3, "Advisor", 9, true, null)], after.Roles);
    }

    [Fact]
    public void Advisors_are_shared_out_evenly_and_not_to_sets_with_people_of_their_unit()
    {
        var draft = new Draft
        {
            Sets = [new DraftSet(1, null, "Circle"), new DraftSet(2, null, "Triangle"), new DraftSet(3, null, "Square")],
            People = [new DraftPerson(1, 1, false, null), new DraftPerson(2, 2, false, null), new DraftPerson(3, 3, false, null), new DraftPerson(21, 3, false, null)],
        }.WithRoles([]).Appoint(3, "Advisor", 22, kept: true);
        Candidate[] people = [Of(1, "Fleet"), Of(2, "Finance", supervisor: 20), Of(3, ""), Of(21, "")];
        RoleRow[] able = [Advisor(20, "Fleet"), Advisor(21, ""), Advisor(22, "Fleet"), Advisor(23, "Finance")];
        var shared = RoleMix.Share(draft, "Advisor", able, people);
        // 20 and 22 are of Fleet, so Circle has 21 or 23; Triangle not 23 (Finance), nor 20 (supervises a member); 22 was chosen by hand.
        Assert.Equal((23L, 21L, 22L), (shared.RoleOf(1, "Advisor")!.PersonId, shared.RoleOf(2, "Advisor")!.PersonId, shared.RoleOf(3, "Advisor")!.PersonId));

        static Candidate Of(long id, string unit, long? supervisor = null) => new() { Id = id, Unit = unit, SupervisorId = supervisor };
        static RoleRow Advisor(long id, string unit) => new() { PersonId = id, Unit = unit, Role = "Advisor" };
    }

    private static Draft Any(Writes writes, World world, Random chance, Draft draft, long person) => chance.Next(6) switch
    {
        0 => draft.Lock(person, chance.Next(2) == 0),
        1 => draft.WithSets(chance.Next(1, 9), SetRow.Of(writes, world.Programme)),
        2 => draft.Follow(SetRow.Of(writes, world.Programme), MemberRow.Of(writes, world.Programme)),
        3 => draft.TakeIn([(person, null)]),
        _ => draft.Move(person, chance.Next(4) == 0 ? null : draft.Sets[chance.Next(draft.Sets.Count)].Position),
    };

    /// <summary>Everybody is there, each once, in a set that is there.</summary>
    private static void Whole(Draft first, Draft now)
    {
        Assert.Equal(first.People.Select(one => one.PersonId), now.People.Select(one => one.PersonId));
        Assert.All(now.People, one => Assert.True(one.Position is null || now.SetAt(one.Position) is not null));
        Assert.Equal(now.Sets.Count, now.Sets.Select(set => set.Position).Distinct().Count());
    }

    private static async Task<Draft> DraftAsync(Site site, World world) =>
        (await site.Db.ReadAsync(reads => DraftTable.Find(reads, world.Programme), Stop))!;
}
