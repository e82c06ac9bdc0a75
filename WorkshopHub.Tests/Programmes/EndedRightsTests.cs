using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Whose rights a change takes or gives is cut off at once: the open pages of a former supervisor show nothing more.</summary>
public sealed class EndedRightsTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private readonly ConcurrentQueue<long> _ended = new();
    private PlainDesk _mari = null!;

    public EndedRightsTests() => (_world, _site) = World.Start();

    private string Home => $"/programmes/{_world.Programme}";

    public async ValueTask InitializeAsync()
    {
        _mari = new PlainDesk(await _site.AsAsync(_world, "Mari Kask"), "Mari");
        _site.Services.GetRequiredService<Endings>().Ended += _ended.Enqueue;
    }

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task The_former_supervisor_of_a_member_who_gets_another_is_cut_off()
    {
        await _mari.OpenAsync($"{Home}/people/{_world["Alma Tamm"]}");
        await _mari.PressAsync("Save set and supervisor", ("Form.Supervisor", "Viktor Supervisor"));
        Ends("Alma Tamm", "Uma Supervisor", "Viktor Supervisor");
    }

    [Fact]
    public async Task The_supervisor_of_a_member_who_is_taken_out_of_the_set_is_cut_off()
    {
        await _mari.OpenAsync($"{Home}/people/{_world["Alma Tamm"]}");
        await _mari.PressAsync("Out of the set");
        Ends("Alma Tamm", "Uma Supervisor");
    }

    [Fact]
    public async Task A_pasted_list_cuts_off_whoever_gains_or_loses_by_it_and_a_look_at_it_nobody()
    {
        const string List = "name,set,supervisor\nAlma Tamm,Circle,Viktor Supervisor\nBo Lind,Circle,Uma Supervisor";
        await _mari.OpenAsync($"{Home}/paste");
        await _mari.PressAsync("Look at it row by row", ("List", List));
        Assert.Empty(_ended);
        await _mari.PressAsync("Add 0 and change 1");
        Ends("Alma Tamm", "Uma Supervisor", "Viktor Supervisor");
    }

    [Fact]
    public async Task Whoever_runs_the_office_lets_themselves_into_no_set_that_is_at_work_and_another_facilitator_may()
    {
        var circle = $"{_world.Sets[0].Id}";
        var mari = $"{Home}/people/{_world["Mari Kask"]}";
        await _mari.OpenAsync(mari);
        await _mari.IsRefusedAsync("Give this role", "Nobody lets themselves in", ("Form.Role", "Advisor"), ("Form.SetId", circle));
        await _mari.OpenAsync(mari);
        await _mari.IsRefusedAsync("Take into this set", "Nobody lets themselves in", ("Form.SetId", circle));
        Assert.Empty(_ended);

        await _site.SetAsync("INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@otto, @Programme, 'Facilitator')", new { otto = _world["Otto Outsider"], _world.Programme });
        using var otto = new PlainDesk(await _site.AsAsync(_world, "Otto Outsider"), "Otto");
        await otto.OpenAsync(mari);
        await otto.PressAsync("Give this role", ("Form.Role", "Advisor"), ("Form.SetId", circle));

        // A step back of the programme opens nothing, and neither does its end.
        foreach (var state in new[] { "Ready", "Reporting", "Closed" })
        {
            await _site.SetAsync("UPDATE programme SET state = @state", new { state });
            await _mari.OpenAsync(mari);
            await _mari.IsRefusedAsync("Give this role", "Nobody lets themselves in", ("Form.Role", "Advisor"), ("Form.SetId", $"{_world.Sets[1].Id}"));
        }

        // Before the sets begin there is nothing to read, and a small house may have one person for both.
        await _site.SetAsync("UPDATE programme SET state = 'Recruiting'");
        await _site.SetAsync("UPDATE workshop SET state = 'Planned'");
        await _mari.OpenAsync(mari);
        await _mari.PressAsync("Give this role", ("Form.Role", "Advisor"), ("Form.SetId", $"{_world.Sets[1].Id}"));
    }

    [Fact]
    public async Task Whoever_runs_the_office_becomes_no_members_supervisor_by_form_list_or_as_their_manager_where_something_is_written()
    {
        var alma = $"{Home}/people/{_world["Alma Tamm"]}";
        await _mari.OpenAsync(alma);
        await _mari.IsRefusedAsync("Save set and supervisor", "Nobody makes themselves one now", ("Form.Supervisor", "Mari Kask"));
        await _mari.OpenAsync($"{Home}/paste");
        await _mari.PressAsync("Look at it row by row", ("List", "name,set,supervisor\nAlma Tamm,Circle,Mari Kask"));
        _mari.Sees("1 row is wrong", "Nobody makes themselves one now");
        await _mari.OpenAsync($"/people/{_world["Alma Tamm"]}");
        await _mari.PressAsync("Save", ("Form.Manager", "Mari Kask"));
        Assert.Equal(_world["Uma Supervisor"], await _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @alma AND left_at IS NULL", new { alma = _world["Alma Tamm"] }));
    }

    [Fact]
    public async Task Whoever_is_added_with_another_supervisor_ends_the_former_one()
    {
        await _mari.OpenAsync(Home);
        await _mari.PressAsync(
            "Add this person", ("Form.Name", "Alma Tamm"), ("Form.Role", "Member"), ("Form.SetId", $"{_world.Sets[0].Id}"), ("Form.Supervisor", "Viktor Supervisor"));
        Ends("Alma Tamm", "Uma Supervisor", "Viktor Supervisor");
    }

    [Fact]
    public async Task Who_withdraws_is_cut_off_with_the_supervisor()
    {
        await _site.SetAsync("UPDATE membership SET accepted_at = joined_at WHERE person_id = @alma", new { alma = _world["Alma Tamm"] });
        using var alma = new PlainDesk(await _site.AsAsync(_world, "Alma Tamm"), "Alma");
        await alma.OpenAsync(await _site.MembershipAsync(_world, "Alma Tamm"));
        await alma.PressAsync("Withdraw", ("Reason", "A new post in May"));
        Ends("Alma Tamm", "Uma Supervisor");
    }

    [Fact]
    public async Task A_set_that_is_removed_ends_its_people_their_supervisors_and_its_advisor()
    {
        await _mari.OpenAsync($"{Home}/sets/{_world.Sets[0].Id}");
        await _mari.PressAsync("Remove");
        Ends("Alma Tamm", "Bo Lind", "Uma Supervisor", "Aada Advisor");
    }

    [Fact]
    public async Task Who_is_taken_out_of_a_programme_ends_with_the_members_whom_they_supervised()
    {
        await _mari.OpenAsync($"{Home}/people/{_world["Viktor Supervisor"]}");
        await _mari.PressAsync("Remove Viktor Supervisor");
        Ends("Viktor Supervisor", "Cecil Hart", "Dora Voss", "Gita Rao", "Hugo Kern", "Kaia Lepik", "Leo Dumas");
    }

    private void Ends(params string[] names) =>
        Assert.Equal(names.Select(name => _world[name]).Order(), _ended.Distinct().Order());
}
