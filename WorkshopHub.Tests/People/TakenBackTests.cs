using System.Text;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.People;

/// <summary>A list is taken back under the rules under which it came in: no circle of managers, no supervisor beside their member, no address taken from who signs in by it.</summary>
public sealed class TakenBackTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private PlainDesk _mari = null!;

    public TakenBackTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync() => _mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_led_in_a_circle_after_it()
    {
        var (otto, viktor, uma) = (_world["Otto Outsider"], _world["Viktor Supervisor"], _world["Uma Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = @viktor WHERE id = @otto", new { viktor, otto });
        await BringAsync($"Name,E-mail,Manager\nOtto Outsider,{World.Mail("Otto Outsider")},{World.Mail("Uma Supervisor")}\n", "Change 1");
        await _mari.OpenAsync($"/people/{viktor}");
        await _mari.PressAsync("Save", ("Form.Manager", "Otto Outsider"));
        await BackAsync();
        _mari.Sees("1 person was changed since or has a part in something, and stays");
        Assert.NotEqual(2, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE (id = @otto AND manager_id = @viktor) OR (id = @viktor AND manager_id = @otto)", new { otto, viktor }));
    }

    [Fact]
    public async Task No_supervisor_sits_beside_their_member_after_it()
    {
        var (alma, otto, viktor) = (_world["Alma Tamm"], _world["Otto Outsider"], _world["Viktor Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = @otto WHERE id = @alma; UPDATE membership SET supervisor_id = @otto WHERE person_id = @alma", new { alma, otto });
        await BringAsync($"Name,E-mail,Manager\nAlma Tamm,{World.Mail("Alma Tamm")},{World.Mail("Viktor Supervisor")}\n", "Change 1");
        Assert.Equal(viktor, await _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @alma", new { alma }));
        await _site.Writer.RunAsync(writes => SetMembers.Join(writes, _world.Sets[0].Id, otto, null, null));
        await BackAsync();
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership a JOIN membership b ON b.set_id = a.set_id AND b.left_at IS NULL AND a.supervisor_id = b.person_id WHERE a.left_at IS NULL"));
    }

    [Fact]
    public async Task Who_signs_in_by_the_address_that_came_with_it_keeps_it()
    {
        await _site.SetAsync("INSERT INTO person (name, created_at, changed_at) VALUES ('Pia Plain', 'now', 'now')", new { });
        await BringAsync("Name,E-mail\nPia Plain,pia@flow.test\n", "Change 1");
        var pia = await _site.OneAsync<long>("SELECT id FROM person WHERE name = 'Pia Plain'");
        await _site.Writer.RunAsync(writes => SignInLinks.Make(writes, pia, _world["Mari Kask"]));
        await _site.SetAsync("UPDATE account SET signed_in_at = '2026-01-01T00:00:00.000Z' WHERE person_id = @pia", new { pia });
        await BackAsync();
        Assert.Equal("pia@flow.test", await _site.OneAsync<string>("SELECT email FROM person WHERE id = @pia", new { pia }));
    }

    [Fact]
    public async Task Who_came_in_with_it_and_has_a_way_to_sign_in_stays()
    {
        await BringAsync("Name,E-mail\nAmara Osei,amara@flow.test\n", "Add 1");
        var amara = await _site.OneAsync<long>("SELECT id FROM person WHERE name = 'Amara Osei'");
        await _site.Writer.RunAsync(writes => SignInLinks.Make(writes, amara, _world["Mari Kask"]));
        await BackAsync();
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE id = @amara", new { amara }));
    }

    [Fact]
    public async Task Newcomers_of_a_list_who_lead_one_another_go_with_it()
    {
        await BringAsync("Name,E-mail,Manager\nBen Osei,ben@flow.test,\nAmara Osei,amara@flow.test,ben@flow.test\n", "Add 2");
        Assert.Equal("Ben Osei", await _site.OneAsync<string>("SELECT m.name FROM person p JOIN person m ON m.id = p.manager_id WHERE p.name = 'Amara Osei'"));
        await BackAsync();
        _mari.Sees("2 people are as before");
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE name LIKE '% Osei'"));
    }

    [Fact]
    public async Task Newcomers_who_would_lead_each_other_do_not_come_in()
    {
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", Encoding.UTF8.GetBytes("Name,E-mail,Manager\nAmara Osei,amara@flow.test,ben@flow.test\nBen Osei,ben@flow.test,amara@flow.test\n"));
        _mari.Sees("This goes in a circle: Amara Osei → Ben Osei → Amara Osei", "0 people come in");
    }

    [Fact]
    public async Task A_manager_who_came_with_it_goes_as_supervisor_too()
    {
        var (alma, viktor) = (_world["Alma Tamm"], _world["Viktor Supervisor"]);
        await _site.SetAsync("UPDATE person SET manager_id = NULL WHERE id = @alma; UPDATE membership SET supervisor_id = NULL WHERE person_id = @alma", new { alma });
        await BringAsync($"Name,E-mail,Manager\nAlma Tamm,{World.Mail("Alma Tamm")},{World.Mail("Viktor Supervisor")}\n", "Change 1");
        Assert.Equal(viktor, await _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @alma", new { alma }));
        await BackAsync();
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @alma AND supervisor_id = @viktor", new { alma, viktor }));
    }

    private async Task BringAsync(string list, string press)
    {
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", Encoding.UTF8.GetBytes(list));
        await _mari.PressAsync(press);
    }

    private async Task BackAsync()
    {
        await _mari.OpenAsync("/people/import");
        await _mari.PressAsync("Take this list back");
    }
}
