using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Tests.Activities.ReportOuts;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>
/// A name that was picked by code gives the room's rights and no other: each role is refused each of its acts until
/// somebody says that it is them. Every act is tried by the same phone before and after that word.
/// </summary>
public sealed class ClaimedActsTests
{
    /// <summary>Everybody who has a role.</summary>
    public static TheoryData<string> Roles =>
        ["Alma Tamm", "Uma Supervisor", "Aada Advisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_by_code_takes_home_what_the_person_said(string name)
    {
        var (world, site) = World.Start();
        await using var _ = site;
        using var phone = await PlainPhone.JoinAsync(world, site, name);
        await RefusedUntilKnownAsync(world, site, name, async () =>
            (await phone.Client.GetAsync($"/w/{world.Workshop}/mine?handler=file", Stop)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_by_code_says_whom_the_person_knows(string name)
    {
        await using var room = await KindRoom.StartAsync("connections", "Whom do you know?");
        await room.GoAsync(0);
        using var phone = await room.PhoneAsync(name);
        await RefusedUntilKnownAsync(room.World, room.Site, name, async () => (await room.SendAsync(phone)).StatusCode);
    }

    [Fact]
    public async Task A_member_by_code_ranks_no_problems()
    {
        await using var room = await KindRoom.StartAsync("preference", "Which ones?", names: Web.Activities.NameMode.Private);
        await room.GoAsync(0);
        using var phone = await room.PhoneAsync("Alma Tamm");
        await RefusedUntilKnownAsync(room.World, room.Site, "Alma Tamm", async () => (await room.SendAsync(phone, ("choice.1", "1"))).StatusCode);
    }

    [Theory]
    [InlineData("Alma Tamm")]
    [InlineData("Aada Advisor")]
    public async Task A_member_or_advisor_by_code_asks_for_no_door_and_writes_no_report(string name)
    {
        await using var room = await KindRoom.StartAsync("offers", "Who needs what?", settings: """{"doors":true}""");
        await room.GoAsync(0);
        using var phone = await room.PhoneAsync(name);
        await RefusedUntilKnownAsync(room.World, room.Site, name, async () => (await room.SendAsync(
            phone, ("do", "door"), ("door.of", $"{room.World["Chen Champion"]}"), ("door.title", "The drawings"), ("door.text", "They say no."),
            ("door.by", "2026-06-20"))).StatusCode);

        await using var reports = await KindRoom.StartAsync("reportout", "Six sets report");
        await reports.GoAsync(0);
        using var writer = await reports.PhoneAsync(name);
        await RefusedUntilKnownAsync(reports.World, reports.Site, name, async () =>
            (await writer.Client.GetAsync($"/reports/{reports.Activity}", Stop)).StatusCode);
    }

    [Fact]
    public async Task An_advisor_by_code_lets_nobody_in()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        using var aada = await PlainPhone.JoinAsync(world, site, "Aada Advisor");
        var place = await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM participant WHERE name = 'Alma Tamm'"), Stop);
        await RefusedUntilKnownAsync(world, site, "Aada Advisor", async () => (await aada.Client.PostFormAsync(
            $"/w/{world.Workshop}", $"/w/{world.Workshop}/people?handler=vouch&participant={place}&from=phone")).StatusCode);
    }

    [Fact]
    public async Task A_phone_that_somebody_vouches_for_learns_of_it_at_once()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        var place = await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM participant WHERE name = 'Alma Tamm'"), Stop);
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var wire = site.Services.GetRequiredService<LiveWire>();
        var before = wire.Age([Channels.Participant(place)]);
        using var answer = await desk.PostFormAsync($"/w/{world.Workshop}/people", $"/w/{world.Workshop}/people?handler=vouch&participant={place}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual(before, wire.Age([Channels.Participant(place)]));
    }

    [Fact]
    public async Task A_sponsor_by_code_decides_nothing_and_a_client_by_code_confirms_no_figure()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        await ReportRoom.OpenAsync(world, site);
        await ReportRoom.WriteAsync(world, site);
        var outcome = await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM outcome"), Stop);
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        await ReportRoom.BeginAsync(world, site, desk);
        await ReportRoom.PressAsync(world, site, desk, "step", "2");
        var measure = (await ReportRoom.RunAsync(world, site)).Measures.Single().Id;
        using var sponsor = await PlainPhone.JoinAsync(world, site, "Sven Sponsor");
        await RefusedUntilKnownAsync(world, site, "Sven Sponsor", async () => (await ReportRoom.DecideAsync(sponsor, outcome, "Adopt")).StatusCode);
        using var client = await PlainPhone.JoinAsync(world, site, "Clio Client");
        await RefusedUntilKnownAsync(world, site, "Clio Client", async () => (await ReportRoom.ConfirmAsync(client, measure, "Confirmed")).StatusCode);
    }

    [Fact]
    public void Every_act_of_a_role_needs_more_than_a_name_from_a_list()
    {
        foreach (var artefact in Enum.GetValues<Artefact>().Where(artefact => artefact != Artefact.Room))
        {
            // What everybody in the room sees counted, and nobody by name, is the room's.
            var isCounted = Enum.GetValues<Role>().All(role => AccessTable.Reads(artefact, role) <= Extent.Counts && AccessTable.Writes(artefact, role) == Extent.None);
            Assert.True(AccessTable.Needs(artefact) >= Assurance.Vouched || isCounted, $"{artefact}");
        }

        Assert.All(Enum.GetValues<Artefact>().Where(artefact => artefact != Artefact.Room),
            artefact => Assert.Equal(Extent.None, AccessTable.Writes(artefact, Role.Guest)));
    }

    /// <summary>The same act, refused before and not after somebody has said that it is them.</summary>
    private static async Task RefusedUntilKnownAsync(World world, Site site, string name, Func<Task<HttpStatusCode>> act)
    {
        var before = await act();
        Assert.True(before is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{name} by code: {before}");
        Assert.Equal(1, await site.Writer.RunAsync(writes => Web.Workshops.Join.Seats.Vouch(writes, world.Workshop, writes.First<long>(
            "SELECT id FROM participant WHERE workshop_id = @Workshop AND person_id = @person",
            new { world.Workshop, person = world[name].ToString(CultureInfo.InvariantCulture) }), null), Stop));
        var after = await act();
        Assert.False(after is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{name}, known: {after}");
    }
}
