using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>A person of several roles is listed once, under the first, and acts in all of them.</summary>
public sealed class SeveralRolesTests : IAsyncLifetime
{
    // One for each: a member speaks for the set, an advisor lets in, a supervisor signs, a sponsor answers reports.
    private static readonly Artefact[] _acts = [Artefact.SetChoice, Artefact.Door, Artefact.Countersign, Artefact.ReportAnswer];

    private readonly World _world;
    private readonly Site _site;

    public SeveralRolesTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _site.Writer.RunAsync(writes => writes.Execute(
        """
        INSERT INTO role_assignment (person_id, programme_id, role, set_id)
        VALUES (@alma, @Programme, 'Advisor', @star), (@uma, @Programme, 'Sponsor', NULL)
        """,
        new { alma = _world["Alma Tamm"], uma = _world["Uma Supervisor"], _world.Programme, star = _world.Sets[5].Id }));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_member_who_advises_another_set_is_listed_once_and_says_both()
    {
        var names = await _site.Db.ReadAsync(reads => Roster.Everybody(reads, _world.Programme, _world.Workshop), Stop);
        var alma = Assert.Single(names, who => who.Name == "Alma Tamm");
        Assert.Equal((Role.Member, _world.Sets[0].Id, "Member, Advisor"), (alma.Role, alma.SetId, alma.RolesInWords));
        Assert.Equal("Supervisor, Sponsor", Assert.Single(names, who => who.Name == "Uma Supervisor").RolesInWords);
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Contains("member of Circle and advisor of Star", await phone.Client.GetStringAsync($"/w/{_world.Workshop}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_activity_for_advisors_she_takes_part_as_advisor_of_the_other_set_and_else_as_member()
    {
        await PlainPhone.OpenAsync(_world, _site, change: """UPDATE activity SET audience = '["Advisor"]' WHERE id = @id""");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var page = await alma.Client.GetStringAsync($"/w/{_world.Workshop}", Stop);
        Assert.DoesNotContain("This one is for others.", page, StringComparison.Ordinal);
        Assert.Contains("Here you take part as <b>advisor of Star</b>", page, StringComparison.Ordinal);
        Assert.Contains("This one is for others.", await bo.Client.GetStringAsync($"/w/{_world.Workshop}", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("This one is for others.", await alma.Client.GetStringAsync($"/w/{_world.Workshop}?handler=stage", Stop), StringComparison.Ordinal);

        var (hers, his) = (Tokens.New(), Tokens.New());
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Seen in Star", hers)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bo.PostAsync("Not mine to say", his)).StatusCode);
        Assert.Equal(_world.Sets[5].Id, (await alma.RowAsync(hers))!.SetId);

        await PlainPhone.OpenAsync(_world, _site, change: """UPDATE activity SET audience = '["Member"]' WHERE id = @id""");
        var next = Tokens.New();
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Seen in Circle", next)).StatusCode);
        Assert.Equal(_world.Sets[0].Id, (await alma.RowAsync(next))!.SetId);
    }

    [Fact]
    public async Task Once_known_she_acts_in_every_role_that_is_hers_and_in_no_other()
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var viewer = await ViewerAsync("Alma Tamm");
        Assert.All(_acts, act => Assert.False(Access.MayWrite(viewer, _world.Workshop, act)));
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Client.GetAsync($"/w/{_world.Workshop}/people", Stop)).StatusCode);
        await _site.Writer.RunAsync(writes => Seats.Vouch(writes, _world.Workshop, viewer.Seat!.ParticipantId, null), Stop);
        viewer = await ViewerAsync("Alma Tamm");
        Assert.Equal([Artefact.SetChoice, Artefact.Door], _acts.Where(act => Access.MayWrite(viewer, _world.Workshop, act)));
        Assert.Equal([_world.Sets[5].Id], Access.Doors(viewer, _world.Workshop));

        // At the door of Star, where she advises, and not of Circle, where she is a member.
        using var kaia = await PlainPhone.JoinAsync(_world, _site, "Kaia Lepik");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var people = await phone.Client.GetStringAsync($"/w/{_world.Workshop}/people", Stop);
        Assert.Contains("Kaia Lepik", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Lind", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_is_the_sponsor_counts_as_not_vouched_for_and_then_acts_as_both()
    {
        using var uma = await PlainPhone.JoinAsync(_world, _site, "Uma Supervisor");
        var seat = (await ViewerAsync("Uma Supervisor")).Seat!;
        await _site.Writer.RunAsync(writes => Seats.Vouch(writes, _world.Workshop, seat.ParticipantId, null), Stop);
        var viewer = await ViewerAsync("Uma Supervisor");
        Assert.Equal([Artefact.Countersign, Artefact.ReportAnswer], _acts.Where(act => Access.MayWrite(viewer, _world.Workshop, act)));
    }

    private async Task<Viewer> ViewerAsync(string name) => await _site.Db.ReadAsync(reads =>
    {
        var seat = reads.First<Seat>(
            """
            SELECT d.id AS DeviceId, p.id AS ParticipantId, p.workshop_id, p.person_id, p.name, p.role, p.set_id, d.assurance
            FROM device d JOIN participant p ON p.id = d.participant_id WHERE p.name = @name
            """,
            new { name })!;
        return new Viewer { Seat = seat with { Roles = RoleNow.AllOf(reads, _world.Workshop, _world[name]) } };
    }, Stop);
}
