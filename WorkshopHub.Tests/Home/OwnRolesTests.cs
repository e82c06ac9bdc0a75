using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Home;

/// <summary>One page for everything that waits, in whatever role, and a page for each role; what is asked is done from there.</summary>
public sealed class OwnRolesTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private readonly string _door = Tokens.New();
    private long _promise;
    private long _answered;

    public OwnRolesTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Chen is champion of Circle, client of a problem and Alma's supervisor; Circle asked for a door, Alma promised something.</summary>
    public async ValueTask InitializeAsync() => await _site.Writer.RunAsync(writes =>
    {
        var (chen, alma, set) = (_world["Chen Champion"], _world["Alma Tamm"], _world.Sets[0].Id);
        foreach (var person in new[] { chen, alma, _world["Uma Supervisor"], _world["Aada Advisor"] })
        {
            writes.Execute(
                "INSERT INTO account (person_id, password_hash, stamp) SELECT @person, password_hash, @stamp FROM account WHERE person_id = @mari",
                new { person, stamp = Tokens.New(), mari = _world["Mari Kask"] });
        }

        writes.Execute("UPDATE role_assignment SET set_id = @set WHERE person_id = @chen AND role = 'Champion'", new { set, chen });
        writes.Execute("INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@chen, @Programme, 'Client')", new { chen, _world.Programme });
        writes.Execute("UPDATE membership SET supervisor_id = @chen WHERE person_id = @alma", new { chen, alma });
        writes.Execute(
            """
            INSERT INTO problem (programme_id, position, title, client_id, state, created_at, changed_at)
            VALUES (@Programme, 1, 'Holes are dug twice', @chen, 'Offered', @Now, @Now)
            """, new { _world.Programme, chen, writes.Now });
        long Activity(string kind, string settings) => writes.Insert(
            "INSERT INTO activity (workshop_id, kind, title, settings, created_at, changed_at) VALUES (@Workshop, @kind, @kind, @settings, @Now, @Now)",
            new { _world.Workshop, kind, settings, writes.Now });
        writes.Execute(
            """
            INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, text, needed_by, asked_at)
            VALUES (@_door, @activity, @set, @alma, @chen, 'A crew for two joints', 'Before the winter', '2020-01-02', @Now)
            """, new { _door, activity = Activity("offers", "{}"), set, alma, chen, writes.Now });
        _promise = writes.Insert(
            """
            INSERT INTO commitment (activity_id, person_id, set_id, role, text, due, share, vouched, at)
            VALUES (@activity, @alma, @set, 'Member', 'Ring the night shift', '2099-05-01', 'Signer', 1, @Now)
            """, new { activity = Activity("commitment", """{"Mode":"ToFinal","Countersign":"Supervisor"}"""), alma, set, writes.Now });
        return true;
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task When_the_programme_is_closed_the_page_of_a_role_says_so_and_leads_to_what_stays()
    {
        await _site.SetAsync("UPDATE programme SET state = 'Closed', end_date = '2026-09-15'");
        await _site.SetAsync("INSERT INTO report_version (programme_id, number, report, published_at) VALUES (@Programme, 2, '{}', '2026-09-17T09:00:00.000Z')", new { _world.Programme });
        using var chen = await Office.SignInAsync(_site, World.Mail("Chen Champion"));
        foreach (var role in new[] { "champion", "client", "supervisor" })
        {
            var page = WebUtility.HtmlDecode(await chen.GetStringAsync($"/as/{role}", Stop));
            Assert.Contains("is closed", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"/programmes/{_world.Programme}/report/2\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("A crew for two joints", page, StringComparison.Ordinal);
        }

        using var never = await chen.GetAsync("/as/advisor", Stop);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    [Fact]
    public async Task Somebody_of_three_roles_has_one_list_and_a_page_for_each_role()
    {
        using var chen = await Office.SignInAsync(_site, World.Mail("Chen Champion"));
        var mine = WebUtility.HtmlDecode(await chen.GetStringAsync("/", Stop));
        Assert.Contains("A door: A crew for two joints", mine, StringComparison.Ordinal);
        Assert.Contains("days late", mine, StringComparison.Ordinal);
        Assert.Contains("Countersign what Alma promised", mine, StringComparison.Ordinal);
        Assert.True(mine.IndexOf("A crew for two joints", StringComparison.Ordinal) < mine.IndexOf("Countersign", StringComparison.Ordinal), "What is late comes first.");
        Assert.DoesNotContain("Ring the night shift", mine, StringComparison.Ordinal);
        foreach (var (role, words, says, not) in new[]
        {
            ("champion", "Champion of one set", "One door waits for you", "Countersign"),
            ("supervisor", "Supervisor of one member", "Countersign what Alma promised", "two joints"),
            ("client", "Client of one problem", "Holes are dug twice", "Countersign"),
        })
        {
            Assert.Contains($"href=\"/as/{role}\"", mine, StringComparison.Ordinal);
            var page = WebUtility.HtmlDecode(await chen.GetStringAsync($"/as/{role}", Stop));
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(says, page, StringComparison.Ordinal);
            Assert.DoesNotContain(not, page, StringComparison.Ordinal);
            Assert.Contains("A workshop is open now.", page, StringComparison.Ordinal);
        }

        foreach (var other in new[] { "/as/advisor", "/as/sponsor", "/as/king" })
        {
            using var answer = await chen.GetAsync(other, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_champion_sees_to_a_door_with_one_press_and_a_no_needs_its_reason()
    {
        using var chen = await Office.SignInAsync(_site, World.Mail("Chen Champion"));
        var page = await chen.GetStringAsync("/as/champion", Stop);
        Assert.Contains($"action=\"/doors/{_door}\"", page, StringComparison.Ordinal);
        using var no = await AnswerAsync(chen, ("Say", "NotPossible"), ("Version", "1"), ("Reply", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, no.StatusCode);
        Assert.Contains("A no needs its reason", await no.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var undated = await AnswerAsync(chen, ("Say", "Accepted"), ("Version", "1"), ("Date", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undated.StatusCode);
        using var yes = await AnswerAsync(chen, ("Say", "Accepted"), ("Version", "1"), ("Date", "2099-03-04"), ("Back", "/as/champion"));
        Assert.Equal("/as/champion", yes.Headers.Location?.ToString());
        using var again = await AnswerAsync(chen, ("Say", "Opened"), ("Version", "1"), ("Back", "https://elsewhere.example/"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var open = await AnswerAsync(chen, ("Say", "Opened"), ("Version", "2"), ("Back", "https://elsewhere.example/"));
        Assert.Equal("/", open.Headers.Location?.ToString());
        Assert.Equal("Opened", await OneAsync<string>("SELECT state FROM door_request"));
        Assert.Contains("No door is shut", await chen.GetStringAsync("/as/champion", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("A crew for two joints", await chen.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_is_answered_by_who_was_asked_and_the_sponsor_and_shown_to_nobody_else()
    {
        foreach (var name in new[] { "Otto Outsider", "Uma Supervisor", "Alma Tamm", "Mari Kask" })
        {
            using var other = await Office.SignInAsync(_site, World.Mail(name));
            using var answer = await other.GetAsync($"/doors/{_door}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            using var posted = await other.PostFormAsync("/account", $"/doors/{_door}", ("Say", "Opened"), ("Version", "1"));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        using var sven = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));
        Assert.Contains("Before the winter", await sven.GetStringAsync($"/doors/{_door}", Stop), StringComparison.Ordinal);
        Assert.Equal("Asked", await OneAsync<string>("SELECT state FROM door_request"));
    }

    [Fact]
    public async Task A_supervisor_countersigns_the_words_that_they_read_and_nobody_else_reads_them()
    {
        var page = $"/promises/{_promise}/ask";
        foreach (var name in new[] { "Otto Outsider", "Uma Supervisor", "Mari Kask", "Sven Sponsor" })
        {
            using var other = await Office.SignInAsync(_site, World.Mail(name));
            using var answer = await other.GetAsync(page, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var chen = await Office.SignInAsync(_site, World.Mail("Chen Champion"));
        Assert.Contains("Ring the night shift", await chen.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var old = await chen.PostAsync(page, "?handler=Sign", ("yes", "true"), ("version", "7"));
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        using var signed = await chen.PostAsync(page, "?handler=Sign", ("yes", "true"), ("version", "1"), ("Back", "/as/supervisor"));
        Assert.Equal("/as/supervisor", signed.Headers.Location?.ToString());
        Assert.Equal(_world["Chen Champion"], await OneAsync<long?>("SELECT signed_by FROM commitment"));
        Assert.DoesNotContain("Countersign", await chen.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var back = await chen.PostAsync(page, "?handler=Sign", ("yes", "false"), ("version", "2"));
        Assert.Null(await OneAsync<long?>("SELECT signed_by FROM commitment"));
    }

    [Fact]
    public async Task A_witness_says_whether_they_will_ask()
    {
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE commitment SET witness_id = @sven, share = 'Nobody'", new { sven = _world["Sven Sponsor"] }));
        using var sven = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));
        Assert.Contains("Will you ask Alma what became of a promise?", await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var said = await sven.PostAsync($"/promises/{_promise}/ask", "?handler=Witness", ("yes", "true"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal("Yes", await OneAsync<string>("SELECT witness_says FROM commitment"));
        Assert.DoesNotContain("Will you ask Alma", await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var chen = await Office.SignInAsync(_site, World.Mail("Chen Champion"));
        using var kept = await chen.GetAsync($"/promises/{_promise}/ask", Stop);
        Assert.Equal(HttpStatusCode.NotFound, kept.StatusCode);
    }

    [Fact]
    public async Task The_sponsor_answers_a_report_that_was_presented_and_nobody_else_does()
    {
        await _site.Writer.RunAsync(writes =>
        {
            var final = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Held', @Now, @Now)",
                new { _world.Programme, writes.Now });
            var activity = writes.Insert(
                "INSERT INTO activity (workshop_id, kind, title, state, created_at, changed_at) VALUES (@final, 'reportout', 'Reports', 'Closed', @Now, @Now)",
                new { final, writes.Now });
            writes.Execute("INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id) VALUES (@final, 1, 'Reports', 60, @activity)", new { final, activity });
            _answered = writes.Insert(
                "INSERT INTO outcome (workshop_id, set_id, asked, created_at, changed_at) VALUES (@final, @Id, 'Two more crews', @Now, @Now)",
                new { final, _world.Sets[0].Id, writes.Now });
            writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text) VALUES (@_answered, 'Happened', 'Half as many')", new { _answered });
            writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position) VALUES (@activity, @_answered, 1)", new { activity, _answered });
            return true;
        });
        var page = $"/answers/{_answered}";
        using var sven = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));
        using var early = await sven.GetAsync(page, Stop);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.DoesNotContain("Answer the report", await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE report_turn SET tell_at = @Now", new { writes.Now }));
        foreach (var name in new[] { "Otto Outsider", "Chen Champion", "Mari Kask", "Alma Tamm" })
        {
            using var other = await Office.SignInAsync(_site, World.Mail(name));
            using var refused = await other.GetAsync(page, Stop);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Contains("Answer the report of Circle", await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains("Half as many", await sven.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var nothing = await sven.PostAsync(page, "", ("Decides", ""), ("Text", "We think <b>about</b> it"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("We think &lt;b&gt;about&lt;/b&gt; it</textarea>", await nothing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var answered = await sven.PostAsync(page, "", ("Decides", "Adopt"), ("Text", "Do it"), ("Owner", "Clio"), ("Due", "2036-10-01"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal("Adopt", await OneAsync<string>("SELECT decision FROM outcome_answer"));
        Assert.DoesNotContain("Answer the report", await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Empty(_site.Faults.All);
    }

    [Fact]
    public async Task Where_nothing_waits_the_page_says_so()
    {
        using var otto = await Office.SignInAsync(_site, World.Mail("Otto Outsider"));
        Assert.Contains("Nothing waits for you", await otto.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var aada = await Office.SignInAsync(_site, World.Mail("Aada Advisor"));
        Assert.Contains("Advisor of three sets", await aada.GetStringAsync("/as/advisor", Stop), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpClient client, params (string, string)[] fields) =>
        client.PostFormAsync("/as/champion", $"/doors/{_door}", fields);

    private Task<T?> OneAsync<T>(string sql) => _site.Db.ReadAsync(reads => reads.First<T>(sql), Stop);
}
