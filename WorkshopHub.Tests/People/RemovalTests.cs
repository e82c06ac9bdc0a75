using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Sets.Calendars;

namespace WorkshopHub.Tests.People;

/// <summary>Somebody is deleted: whole where nothing hangs on them, else their name and ways in; and a list is taken back.</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private const string List = """
        Name;E-mail;Job
        Amara Osei;amara@w.example;Leader
        Alma Tamm;alma.tamm@flow.test;Welder
        Bo Lind;bo.lind@flow.test;Fitter
        """;

    private readonly World _world;
    private readonly Site _site;
    private PlainDesk _mari = null!;

    public RemovalTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync() => _mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_no_part_in_anything_is_gone_with_all_ways_in()
    {
        var otto = _world["Otto Outsider"];
        await _site.Writer.RunAsync(writes =>
        {
            CalendarFeeds.Make(writes, otto, null, null);
            PersonalLinks.Make(writes, otto, "Invitation", null, null);
            return writes.Execute("UPDATE person SET manager_id = @otto WHERE id = @alma", new { otto, alma = _world["Alma Tamm"] });
        });
        await _mari.OpenAsync($"/people/{otto}");
        await _mari.PressAsync("Delete Otto Outsider");
        _mari.Sees("Otto Outsider is deleted.");
        Assert.Equal(0, await CountAsync("person WHERE name = 'Otto Outsider'"));
        Assert.Equal(0, await CountAsync($"account WHERE person_id = {otto}"));
        Assert.Equal(1, await CountAsync("person WHERE name = 'Alma Tamm' AND manager_id IS NULL"));
    }

    [Fact]
    public async Task Who_has_a_part_in_a_programme_is_taken_out_of_it_first()
    {
        await _mari.OpenAsync($"/people/{_world["Alma Tamm"]}");
        await _mari.IsRefusedAsync("Delete Alma Tamm", "Take them out of it first");
        await _mari.OpenAsync($"/people/{_world["Mari Kask"]}");
        await _mari.IsRefusedAsync("Delete Mari Kask", "This is you");
    }

    [Fact]
    public async Task An_admin_is_deleted_by_nobody_of_the_office()
    {
        var otto = _world["Otto Outsider"];
        await _site.SetAsync("UPDATE account SET is_admin = 1 WHERE person_id = @otto", new { otto });
        await _mari.OpenAsync($"/people/{otto}");
        await _mari.IsRefusedAsync("Delete Otto Outsider", "looks after this house. Another admin ends that first.");
        Assert.Equal(1, await CountAsync("person WHERE name = 'Otto Outsider'"));
    }

    [Fact]
    public async Task Who_took_part_leaves_what_was_done_and_no_name_address_or_way_in()
    {
        (await _site.AsAsync(_world, "Alma Tamm")).Dispose();
        var alma = _world["Alma Tamm"];
        await _site.SetAsync("UPDATE membership SET left_at = '2026-04-01T09:00:00.000Z' WHERE person_id = @alma", new { alma });
        await _mari.OpenAsync($"/people/{alma}");
        await _mari.PressAsync("Delete Alma Tamm");
        _mari.Sees("Alma Tamm took part in something, so what was done stays.");
        Assert.Equal(1, await CountAsync($"person WHERE id = {alma} AND name = '{PersonRemoval.NameLeft}' AND email IS NULL"));
        Assert.Equal(0, await CountAsync($"account WHERE person_id = {alma}"));
        Assert.Equal(1, await CountAsync($"membership WHERE person_id = {alma}"));
    }

    [Fact]
    public async Task A_list_is_taken_back_but_for_those_who_were_changed_since()
    {
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", System.Text.Encoding.UTF8.GetBytes(List));
        await _mari.PressAsync("Add 1 and change 2");
        await _site.SetAsync("UPDATE person SET job_title = 'Foreman', version = version + 1 WHERE name = 'Bo Lind'");
        await _mari.OpenAsync("/people/import");
        _mari.Sees("people.csv", "1 person came in, 2 changed");
        await _mari.PressAsync("Take this list back");
        _mari.Sees("2 people are as before. 1 person was changed since or has a part in something, and stays");
        Assert.Equal(0, await CountAsync("person WHERE name = 'Amara Osei'"));
        Assert.Equal(1, await CountAsync("person WHERE name = 'Alma Tamm' AND job_title = ''"));
        Assert.Equal(1, await CountAsync("person WHERE name = 'Bo Lind' AND job_title = 'Foreman'"));
        (await _mari.OpenAsync("/people/import")).Sees("Taken back").Misses("Take this list back");
    }

    [Fact]
    public async Task Letters_of_an_old_file_are_told_to_be_guessed_and_read_as_somebody_says()
    {
        var bytes = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("Name;E-mail\nŽofie Černá;zofie@w.example\n");
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", bytes);
        _mari.Sees("they were read as Western European");
        await _mari.OpenAsync("/people/import");
        await _mari.BringAsync("Look at it row by row", "File", "people.csv", bytes, ("Letters", "central"));
        _mari.Sees("Žofie Černá").Misses("Western European");
        Assert.Equal(HttpStatusCode.OK, _mari.Status);
    }

    private Task<long> CountAsync(string from) => _site.OneAsync<long>($"SELECT count(*) FROM {from}");
}
