using System.Net;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Somebody who runs one programme and nothing else tries the addresses and numbers of another.</summary>
public sealed class OtherProgrammeTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _otto = null!;
    private long _own;

    public OtherProgrammeTests() => (_world, _site) = World.Start();

    private string Home => $"/programmes/{_own}";

    public async ValueTask InitializeAsync()
    {
        _own = await _site.Writer.RunAsync(writes =>
        {
            var programme = writes.Insert(
                "INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Other', 'CommonProblem', 'Running', @Now, @Now)",
                new { writes.Now });
            writes.Execute("INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@person, @programme, 'Facilitator')",
                new { person = _world["Otto Outsider"], programme });
            return programme;
        });
        _otto = await Office.SignInAsync(_site, "otto.outsider@flow.test");
        Assert.Equal(HttpStatusCode.OK, (await _otto.GetAsync(Home)).StatusCode);
    }

    public ValueTask DisposeAsync()
    {
        _otto.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_set_of_another_programme_is_not_removed_and_its_people_keep_their_roles()
    {
        var before = await RolesAsync();
        var answer = await _otto.PostFormAsync(Home, $"{Home}/sets/{_world.Sets[0].Id}?handler=Remove");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await RolesAsync());
    }

    [Fact]
    public async Task The_number_in_the_address_counts_and_not_one_in_the_form()
    {
        var answer = await _otto.PostFormAsync(
            Home, $"/programmes/{_world.Programme}?handler=Set", ("id", $"{_own}"), ("SetName", "Intruders"));
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM sets WHERE name = 'Intruders'"));
    }

    [Fact]
    public async Task Somebody_of_another_programme_is_neither_shown_nor_changed()
    {
        var page = $"{Home}/people/{_world["Mari Kask"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await _otto.GetAsync(page)).StatusCode);
        var answer = await _otto.PostFormAsync(
            Home, page, ("Form.Name", "Mari Kask"), ("Form.Email", "otto@elsewhere.test"), ("Form.Version", "1"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM person WHERE email = 'mari.kask@flow.test'"));

        var own = $"{Home}/people/{_world["Otto Outsider"]}";
        Assert.Equal(HttpStatusCode.OK, (await _otto.GetAsync(own)).StatusCode);
    }

    [Fact]
    public async Task Nobody_becomes_advisor_of_another_programmes_set()
    {
        var own = $"{Home}/people/{_world["Otto Outsider"]}";
        var answer = await _otto.PostFormAsync(
            own, $"{own}?handler=Role", ("Form.Role", "Advisor"), ("Form.SetId", $"{_world.Sets[0].Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM role_assignment r JOIN sets s ON s.id = r.set_id WHERE s.programme_id <> r.programme_id"));
    }

    [Fact]
    public async Task The_address_by_which_somebody_else_signs_in_is_not_changed()
    {
        // Taken into the own programme by name first, then changed on their page; and both at once where they had none.
        var sven = $"{Home}/people/{_world["Sven Sponsor"]}";
        await _otto.PostAsync(Home, "?handler=Person", ("Form.Name", "Sven Sponsor"), ("Form.Role", "Client"));
        var answer = await _otto.PostAsync(
            sven, "", ("Form.Name", "Sven Sponsor"), ("Form.Email", "otto@elsewhere.test"), ("Form.Version", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Only Sven Sponsor or an admin can change it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE person SET email = NULL WHERE name = 'Sven Sponsor'"));
        answer = await _otto.PostAsync(
            Home, "?handler=Person", ("Form.Name", "Sven Sponsor"), ("Form.Email", "otto@elsewhere.test"), ("Form.Role", "Sponsor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM person WHERE email = 'otto@elsewhere.test'"));
    }

    private async Task<string> RolesAsync() => string.Join('\n', await _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT id || ' ' || role || ' ' || ifnull(set_id, '-') FROM role_assignment ORDER BY id")));

    private Task<long> CountAsync(string sql) => _site.Db.ReadAsync(reads => reads.First<long>(sql));
}
