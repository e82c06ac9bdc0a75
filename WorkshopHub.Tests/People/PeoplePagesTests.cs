using System.Net;

namespace WorkshopHub.Tests.People;

/// <summary>The pages of people, parts and sites, as plain HTTP.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _mari = null!;

    public PeoplePagesTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_is_added_with_everything_and_found_by_each_of_it()
    {
        using var wrong = await _mari.PostAsync("/people/new", "", ("Form.Name", "Ivo <b>"), ("Form.Email", "ivo@w"), ("Form.Manager", "Nobody Known"));
        var html = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Nobody here is called Nobody Known", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Ivo &lt;b&gt;\"", html, StringComparison.Ordinal);
        using var added = await _mari.PostAsync("/people/new", "", ("Form.Name", "Øyvind Å"), ("Form.Email", "oyvind@w.example"), ("Form.JobTitle", "100 % planner"),
            ("Form.Discipline", "Supply"), ("Form.Unit", "Stores"), ("Form.Site", "Thornby"), ("Form.Manager", "uma.supervisor@flow.test"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("Øyvind Å is in", await _mari.GetStringAsync("/people", Stop), StringComparison.Ordinal);
        var stores = await NumberAsync("SELECT id FROM org_unit");
        foreach (var query in new[] { "q=øyvind", "q=YVIND%40w", "q=100+%25", $"unit={stores}", "site=1", "discipline=supply", $"unit={stores}&site=1&discipline=Supply&q=%C3%85" })
        {
            var found = await _mari.GetStringAsync($"/people?{query}", Stop);
            Assert.True(found.Contains("1 person", StringComparison.Ordinal) && found.Contains("<b>Øyvind Å</b>", StringComparison.Ordinal), query);
        }

        Assert.Contains("Nobody fits all of this", await _mari.GetStringAsync("/people?q=100+%25&lacks=manager", Stop), StringComparison.Ordinal);
        var uma = await _mari.GetStringAsync($"/people/{_world["Uma Supervisor"]}", Stop);
        Assert.Contains("Supervisor of Alma Tamm", uma, StringComparison.Ordinal);
        Assert.Contains("Øyvind Å", uma, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_stand_as_a_directory_has_them()
    {
        await _site.SetAsync("INSERT INTO person (name, created_at, changed_at) SELECT value, '2026-03-12T09:00:00.000Z', '2026-03-12T09:00:00.000Z' FROM json_each('[\"Älva Zorn\", \"alina Zorn\", \"Zoe Zorn\"]')");
        var list = await _mari.GetStringAsync("/people?q=Zorn", Stop);
        int At(string name) => list.IndexOf($"<b>{name}</b>", StringComparison.Ordinal);
        Assert.True(At("alina Zorn") > 0 && At("alina Zorn") < At("Älva Zorn") && At("Älva Zorn") < At("Zoe Zorn"), list);
    }

    [Fact]
    public async Task The_second_of_two_who_change_a_person_sees_both_field_by_field_and_can_put_theirs_in_place()
    {
        var page = $"/people/{_world["Otto Outsider"]}";
        (string, string)[] Fields(string version, string job, string manager) =>
        [
            ("Form.Version", version), ("Form.Name", "Otto Outsider"), ("Form.Email", World.Mail("Otto Outsider")), ("Form.JobTitle", job), ("Form.Manager", manager),
        ];
        using var first = await _mari.PostAsync(page, "", Fields("1", "Buyer", ""));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await _mari.PostAsync(page, "", Fields("1", "Planner", "Mari Kask"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var html = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("You changed this in another window at", html, StringComparison.Ordinal);
        Assert.Contains("</span>Buyer</p>", html, StringComparison.Ordinal);
        Assert.Contains("</span>Planner</p>", html, StringComparison.Ordinal);
        Assert.Contains("</span>Mari Kask</p>", html, StringComparison.Ordinal);
        Assert.Equal("Buyer", await TextAsync("SELECT job_title FROM person WHERE name = 'Otto Outsider'"));
        using var mine = await _mari.PostAsync(page, "", Fields("2", "Planner", "Mari Kask"));
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.Equal("Planner", await TextAsync("SELECT job_title FROM person WHERE name = 'Otto Outsider'"));
        using var circle = await _mari.PostAsync($"/people/{_world["Mari Kask"]}", "", ("Form.Version", "1"), ("Form.Name", "Mari Kask"),
            ("Form.Email", World.Mail("Mari Kask")), ("Form.Manager", "Otto Outsider"));
        Assert.Contains("This goes in a circle: Mari Kask → Otto Outsider → Mari Kask.", await circle.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_manager_on_the_page_takes_over_in_the_set_and_never_sits_in_it()
    {
        var (alma, uma) = (_world["Alma Tamm"], _world["Uma Supervisor"]);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE person SET manager_id = @uma WHERE id = @alma", new { alma, uma }));
        Task<HttpResponseMessage> Save(string version, string manager) => _mari.PostAsync($"/people/{alma}", "", ("Form.Version", version),
            ("Form.Name", "Alma Tamm"), ("Form.Email", World.Mail("Alma Tamm")), ("Form.Manager", manager));
        using var refused = await Save("1", "Bo Lind");
        Assert.Contains("Bo Lind is in Circle together with Alma. A member and their supervisor never sit in one set.", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var saved = await Save("1", "Otto Outsider");
        Assert.Contains("Saved. Uma stops seeing Alma’s goal at once. Otto Outsider supervises Alma in Circle.", await _mari.GetStringAsync($"/people/{alma}", Stop), StringComparison.Ordinal);
        Assert.Equal("Otto Outsider", await TextAsync("SELECT p.name FROM membership m JOIN person p ON p.id = m.supervisor_id JOIN person a ON a.id = m.person_id WHERE a.name = 'Alma Tamm'"));
        Assert.Equal(1, await NumberAsync("SELECT count(*) FROM role_assignment r JOIN person p ON p.id = r.person_id WHERE p.name = 'Otto Outsider' AND r.role = 'Supervisor'"));
    }

    [Fact]
    public async Task Parts_stand_in_a_tree_that_never_goes_in_a_circle_and_what_is_in_a_removed_one_goes_into_another()
    {
        const string Page = "/people/units";
        await _mari.PostAsync(Page, "", ("Name", "Operations"));
        await _mari.PostAsync(Page, "", ("Name", "Networks"), ("Parent", "1"));
        await _mari.PostAsync(Page, "", ("Name", "Repairs"), ("Parent", "2"));
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE person SET org_unit_id = 3 WHERE name IN ('Alma Tamm', 'Bo Lind')"));
        Assert.Contains("2 people", await _mari.GetStringAsync("/people?unit=1", Stop), StringComparison.Ordinal);
        using var twice = await _mari.PostAsync(Page, "", ("Name", "networks"));
        Assert.Contains("There is a part called networks already", await twice.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var circle = await _mari.PostAsync($"{Page}?unit=1", "", ("Unit", "1"), ("Version", "1"), ("Name", "Operations"), ("Parent", "3"));
        Assert.Contains("Repairs belongs to this part. It would go in a circle", await circle.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var itself = await _mari.PostAsync($"{Page}?unit=1", "", ("Unit", "1"), ("Version", "1"), ("Name", "Operations"), ("Parent", "1"));
        await itself.RefusesAsync("A part can’t belong to itself");
        using var into = await _mari.PostAsync($"{Page}?unit=1", "?handler=Remove", ("Unit", "1"), ("Into", "3"));
        await into.RefusesAsync("Repairs belongs to this part. It would go in a circle");
        Assert.Equal(3, await NumberAsync("SELECT count(*) FROM org_unit"));
        using var renamed = await _mari.PostAsync($"{Page}?unit=2", "", ("Unit", "2"), ("Version", "1"), ("Name", "Network Operations"), ("Parent", "1"));
        using var stale = await _mari.PostAsync($"{Page}?unit=2", "", ("Unit", "2"), ("Version", "1"), ("Name", "Pipes"), ("Parent", ""));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("</span>Network Operations</p>", await stale.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var open = await _mari.PostAsync($"{Page}?unit=3", "?handler=Remove", ("Unit", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.StatusCode);
        using var gone = await _mari.PostAsync($"{Page}?unit=3", "?handler=Remove", ("Unit", "3"), ("Into", "2"));
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM person WHERE org_unit_id = 2"));
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM org_unit"));
    }

    [Fact]
    public async Task Sites_are_renamed_by_one_at_a_time_and_removed_with_their_people_elsewhere()
    {
        const string Page = "/people/sites";
        await _mari.PostAsync(Page, "", ("Name", "Thornby"));
        await _mari.PostAsync(Page, "", ("Name", "Penrow"));
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE person SET site_id = 1 WHERE name = 'Alma Tamm'"));
        await _mari.PostAsync($"{Page}?site=1", "", ("Site", "1"), ("Version", "1"), ("Name", "Thornby Depot"));
        using var stale = await _mari.PostAsync($"{Page}?site=1", "", ("Site", "1"), ("Version", "1"), ("Name", "Depot"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var both = await stale.Content.ReadAsStringAsync(Stop);
        Assert.All(["</span>Depot</p>", "</span>Thornby Depot</p>", "value=\"Depot\"", "name=\"Version\" value=\"2\""], words => Assert.Contains(words, both, StringComparison.Ordinal));
        using var mine = await _mari.PostAsync($"{Page}?site=1", "", ("Site", "1"), ("Version", "2"), ("Name", "Depot"));
        Assert.Equal("Depot", await TextAsync("SELECT name FROM site WHERE id = 1"));
        using var open = await _mari.PostAsync($"{Page}?site=1", "?handler=Remove", ("Site", "1"));
        Assert.Contains("Choose where they go", await open.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var gone = await _mari.PostAsync($"{Page}?site=1", "?handler=Remove", ("Site", "1"), ("Into", "2"));
        Assert.Equal("Penrow", await TextAsync("SELECT s.name FROM person p JOIN site s ON s.id = p.site_id WHERE p.name = 'Alma Tamm'"));
    }

    [Fact]
    public async Task Every_list_makes_as_many_statements_for_three_times_the_people()
    {
        var heard = Statements.Of(_site.Db);
        await GrowAsync(40, 1);
        string[] pages = ["/people", "/people?q=person&unit=1", "/people/units", "/people/sites", "/people?handler=csv", $"/people/{_world["Uma Supervisor"]}"];
        var few = await CountAsync();
        await GrowAsync(80, 41);
        Assert.Equal(few, await CountAsync());

        async Task<string> CountAsync()
        {
            var counts = new List<int>();
            foreach (var page in pages)
            {
                await _mari.GetStringAsync(page, Stop);
                counts.Add(await heard.CountAsync(() => _mari.GetStringAsync(page, Stop)));
            }

            Assert.All(counts, count => Assert.InRange(count, 2, 15));
            return string.Join(' ', counts);
        }
    }

    private Task<int> GrowAsync(int count, int from) => _site.Writer.RunAsync(writes =>
    {
        for (var n = from; n < from + count; n++)
        {
            var unit = writes.Insert("INSERT INTO org_unit (name, parent_id) VALUES (@name, @parent)", new { name = $"Part {n}", parent = n > 1 ? (long?)((n + 1) / 2) : null });
            var site = writes.Insert("INSERT INTO site (name) VALUES (@name)", new { name = $"Site {n}" });
            writes.Execute("""
                INSERT INTO person (name, org_unit_id, site_id, manager_id, created_at, changed_at) VALUES (@name, @unit, @site, @uma, @Now, @Now)
                """, new { name = $"Person {n}", unit, site, uma = _world["Uma Supervisor"], writes.Now });
        }

        return count;
    });

    private Task<long> NumberAsync(string sql) => _site.Db.ReadAsync(reads => reads.First<long>(sql), Stop);

    private Task<string?> TextAsync(string sql) => _site.Db.ReadAsync(reads => reads.First<string>(sql), Stop);
}
