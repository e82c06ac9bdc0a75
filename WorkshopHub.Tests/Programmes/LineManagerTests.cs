using System.Net;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Programmes;

/// <summary>The supervisor of a member is their direct line manager, and never sits in one set with them.</summary>
public sealed class LineManagerTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private PlainDesk _mari = null!;

    public LineManagerTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync() => _mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_no_manager_any_more_is_no_supervisor_either()
    {
        var (alma, uma) = (_world["Alma Tamm"], _world["Uma Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = @uma WHERE id = @alma", new { alma, uma });
        await _mari.OpenAsync($"/people/{alma}");
        await _mari.PressAsync("Save", ("Form.Manager", ""));
        _mari.Sees("Uma stops seeing Alma’s goal at once. Nobody supervises Alma");
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE id = @alma AND manager_id IS NULL", new { alma }));
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @alma AND supervisor_id = @uma", new { alma, uma }));
    }

    [Fact]
    public async Task A_member_moves_to_the_set_of_the_former_supervisor_when_another_is_named()
    {
        var (alma, otto) = (_world["Alma Tamm"], _world["Otto Outsider"]);
        await _site.SetAsync("UPDATE membership SET supervisor_id = @otto WHERE person_id = @alma", new { alma, otto });
        await _site.Writer.RunAsync(writes => SetMembers.Join(writes, _world.Sets[2].Id, otto, null, null));
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var answer = await mari.PostAsync($"/programmes/{_world.Programme}/people/{alma}", "?handler=Set", ("Form.SetId", $"{_world.Sets[2].Id}"), ("Form.Supervisor", "Viktor Supervisor"),
            ("Form.Membership", $"{await _site.OneAsync<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma })}"), ("Form.MembershipVersion", "1"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(_world["Viktor Supervisor"], await _site.OneAsync<long>(
            "SELECT supervisor_id FROM membership WHERE person_id = @alma AND set_id = @set AND left_at IS NULL", new { alma, set = _world.Sets[2].Id }));
    }

    [Fact]
    public async Task A_supervisor_who_is_replaced_with_a_move_has_confirmed_nothing_for_the_new_one()
    {
        var alma = _world["Alma Tamm"];
        await _site.SetAsync(
            "UPDATE membership SET accepted_at = '2026-01-01T00:00:00.000Z', time_share_percent = 25, time_share_confirmed_at = '2026-01-01T00:00:00.000Z' WHERE person_id = @alma", new { alma });
        await _site.Writer.RunAsync(writes =>
        {
            SetMembers.Move(writes, _world.Sets[0].Id, _world.Sets[2].Id, alma, _world["Viktor Supervisor"], null);
            return true;
        });
        Assert.Equal(1, await _site.OneAsync<long>(
            "SELECT count(*) FROM membership WHERE person_id = @alma AND left_at IS NULL AND accepted_at IS NOT NULL AND time_share_confirmed_at IS NULL", new { alma }));
    }

    [Fact]
    public async Task Nobody_is_put_beside_their_manager_because_no_supervisor_was_typed()
    {
        var (alma, otto) = (_world["Alma Tamm"], _world["Otto Outsider"]);
        await _site.SetAsync("UPDATE person SET manager_id = @alma WHERE id = @otto", new { alma, otto });
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var answer = await mari.PostAsync($"/programmes/{_world.Programme}", "?handler=Person", ("Form.Name", "Otto Outsider"), ("Form.Email", World.Mail("Otto Outsider")), ("Form.Role", "Member"), ("Form.SetId", $"{_world.Sets[0].Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_put_beside_their_manager_though_another_supervisor_is_named()
    {
        var (alma, otto) = (_world["Alma Tamm"], _world["Otto Outsider"]);
        await _site.SetAsync("UPDATE person SET manager_id = @alma WHERE id = @otto", new { alma, otto });
        await _mari.OpenAsync($"/programmes/{_world.Programme}/people/{otto}");
        (string, string)[] viktors = [("Form.SetId", $"{_world.Sets[0].Id}"), ("Form.Supervisor", "Viktor Supervisor")];
        await _mari.IsRefusedAsync("Take into this set", "Alma Tamm, their line manager, is in this set", viktors);
        await _site.SetAsync("UPDATE person SET manager_id = NULL WHERE id = @otto; UPDATE person SET manager_id = @otto WHERE id = @alma", new { alma, otto });
        await _mari.IsRefusedAsync("Take into this set", "Is the line manager of Alma Tamm", viktors);
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @otto", new { otto }));
    }

    [Fact]
    public async Task Nobody_gets_a_manager_who_sits_in_their_set_though_another_supervises_them()
    {
        var (alma, bo) = (_world["Alma Tamm"], _world["Bo Lind"]);
        await _mari.OpenAsync($"/people/{alma}");
        await _mari.IsRefusedAsync("Save", "Bo Lind is in Circle together with Alma. Nobody sits in one set with their line manager", ("Form.Manager", "Bo Lind"));
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", System.Text.Encoding.UTF8.GetBytes($"Name,E-mail,Manager\nAlma Tamm,{World.Mail("Alma Tamm")},{World.Mail("Bo Lind")}\n"));
        _mari.Sees("Bo Lind is in Circle together with Alma");
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE manager_id = @bo", new { bo }));

        // Where they sit in different sets it is theirs to lead.
        await _mari.OpenAsync($"/people/{alma}");
        await _mari.PressAsync("Save", ("Form.Manager", "Cecil Hart"));
    }

    [Fact]
    public async Task A_new_manager_changes_nothing_in_a_programme_that_is_over()
    {
        var (alma, uma, viktor) = (_world["Alma Tamm"], _world["Uma Supervisor"], _world["Viktor Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = @uma WHERE id = @alma; UPDATE programme SET state = 'Closed'", new { alma, uma });
        await _mari.OpenAsync($"/people/{alma}");
        await _mari.PressAsync("Save", ("Form.Manager", "Viktor Supervisor"));
        _mari.Misses("stops seeing");
        Assert.Equal(viktor, await _site.OneAsync<long>("SELECT manager_id FROM person WHERE id = @alma", new { alma }));
        Assert.Equal(uma, await _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @alma", new { alma }));
    }

    [Fact]
    public async Task A_no_to_the_time_goes_along_to_another_set_and_is_not_inherited_by_another_supervisor()
    {
        var alma = _world["Alma Tamm"];
        await _site.SetAsync(
            "UPDATE membership SET accepted_at = joined_at, time_refused_at = joined_at, time_refused_reason = 'Nobody covers for her' WHERE person_id = @alma", new { alma });
        await _mari.OpenAsync($"/programmes/{_world.Programme}/people/{alma}");
        await _mari.PressAsync("Save set and supervisor", ("Form.SetId", $"{_world.Sets[2].Id}"));
        const string Refused = "SELECT count(*) FROM membership WHERE person_id = @alma AND left_at IS NULL AND time_refused_at IS NOT NULL AND time_refused_reason <> ''";
        Assert.Equal(1, await _site.OneAsync<long>(Refused, new { alma }));
        await _mari.PressAsync("Save set and supervisor", ("Form.Supervisor", "Viktor Supervisor"));
        Assert.Equal(0, await _site.OneAsync<long>(Refused, new { alma }));
        using var viktor = new PlainDesk(await _site.AsAsync(_world, "Viktor Supervisor"), "Viktor");
        (await viktor.OpenAsync("/")).Sees("Confirm the time of Alma Tamm");
    }

    [Fact]
    public async Task Who_joins_without_a_supervisor_named_is_supervised_by_their_manager()
    {
        var (otto, viktor) = (_world["Otto Outsider"], _world["Viktor Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = @viktor WHERE id = @otto", new { otto, viktor });
        await _site.Writer.RunAsync(writes => SetMembers.Join(writes, _world.Sets[0].Id, otto, null));
        Assert.Equal(viktor, await _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @otto", new { otto }));
    }
}
