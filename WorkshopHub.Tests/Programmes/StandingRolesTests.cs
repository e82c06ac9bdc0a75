using System.Net;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Roles follow what people do: whoever supervises nobody is no supervisor, and nobody is left without their client or supervisor by a slip.</summary>
public sealed class StandingRolesTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private PlainDesk _mari = null!;

    public StandingRolesTests() => (_world, _site) = World.Start();

    private string Invitations => $"/workshops/{_world.Workshop}/invitations";

    public async ValueTask InitializeAsync() => _mari = new PlainDesk(await _site.AsAsync(_world, "Mari Kask"), "Mari");

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_supervises_nobody_any_more_is_asked_to_nothing_and_finds_no_programme()
    {
        // Circle, Square and Hexagon report to Uma.
        await _site.Writer.RunAsync(writes =>
        {
            string[] supervised = ["Alma Tamm", "Bo Lind", "Emil Saar", "Fay Novak"];
            foreach (var name in supervised)
            {
                SetMembers.Supervise(writes, _world.Sets[name is "Alma Tamm" or "Bo Lind" ? 0 : 2].Id, _world[name], _world["Viktor Supervisor"], null);
            }

            SetMembers.Leave(writes, _world.Sets[4].Id, _world["Ines Prado"], null);
            return true;
        });
        (await _mari.OpenAsync(Invitations)).Sees("Uma Supervisor");
        await _site.Writer.RunAsync(writes => new SupervisorsFollow().Follow(
            writes, [new NewManager(_world["Jaan Mets"], "Jaan Mets", _world["Uma Supervisor"], "Uma Supervisor", _world["Viktor Supervisor"], "Viktor Supervisor")], null));
        (await _mari.OpenAsync(Invitations)).Sees("Viktor Supervisor").Misses("Uma Supervisor");
        using var uma = await _site.AsAsync(_world, "Uma Supervisor");
        Assert.Equal(HttpStatusCode.Forbidden, (await uma.GetAsync($"/programmes/{_world.Programme}/timeline", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_member_who_says_no_takes_the_supervisor_of_nobody_else_along()
    {
        await _site.SetAsync(
            "UPDATE membership SET supervisor_id = @chen WHERE person_id = @leo; INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@chen, @Programme, 'Supervisor')",
            new { chen = _world["Chen Champion"], leo = _world["Leo Dumas"], _world.Programme });
        using var leo = new PlainDesk(await _site.AsAsync(_world, "Leo Dumas"), "Leo");
        await leo.OpenAsync(await _site.MembershipAsync(_world, "Leo Dumas"));
        await leo.PressAsync("Say no", ("Reason", "A new post in May"));
        Assert.Equal("Champion", await _site.OneAsync<string>("SELECT group_concat(role) FROM role_assignment WHERE person_id = @chen", new { chen = _world["Chen Champion"] }));
        await _mari.OpenAsync(Invitations);
        _mari.Sees("Chen Champion").Misses("champion, supervisor", "supervisor, champion");
    }

    [Fact]
    public async Task Who_is_taken_out_of_a_programme_supervises_nobody_in_it()
    {
        await OfAsync("Uma Supervisor");
        await _mari.PressAsync("Remove Uma Supervisor");
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE supervisor_id = @uma", new { uma = _world["Uma Supervisor"] }));
        using var uma = await _site.AsAsync(_world, "Uma Supervisor");
        Assert.Equal(HttpStatusCode.NotFound, (await uma.GetAsync(await _site.MembershipAsync(_world, "Alma Tamm"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_role_of_a_supervisor_or_client_stays_while_somebody_would_be_left_without()
    {
        await OfAsync("Uma Supervisor");
        await _mari.IsRefusedAsync("Take away: Supervisor", "Supervises Alma Tamm. Name another supervisor");
        await _site.SetAsync(
            "INSERT INTO problem (programme_id, position, title, client_id, created_at, changed_at) VALUES (@Programme, 1, 'Holes we dig twice', @clio, 'now', 'now')",
            new { _world.Programme, clio = _world["Clio Client"] });
        await OfAsync("Clio Client");
        await _mari.IsRefusedAsync("Take away: Client", "Is the client of “Holes we dig twice”");
        await _mari.IsRefusedAsync("Remove Clio Client", "Is the client of “Holes we dig twice”");
        await _site.SetAsync("UPDATE problem SET client_id = NULL");
        await OfAsync("Clio Client");
        await _mari.PressAsync("Take away: Client");
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM role_assignment WHERE role = 'Client'"));
    }

    [Fact]
    public async Task The_log_tells_once_who_became_whose_supervisor()
    {
        await _mari.OpenAsync($"/programmes/{_world.Programme}");
        await _mari.PressAsync(
            "Add this person", ("Form.Name", "Otto Outsider"), ("Form.Role", "Member"), ("Form.SetId", $"{_world.Sets[5].Id}"), ("Form.Supervisor", "Chen Champion"));
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM audit WHERE act = 'give-supervisor' AND thing_id = @chen", new { chen = $"{_world["Chen Champion"]}" }));
    }

    private Task<PlainDesk> OfAsync(string name) => _mari.OpenAsync($"/programmes/{_world.Programme}/people/{_world[name]}");
}
