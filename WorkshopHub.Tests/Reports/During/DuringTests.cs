using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>The sponsor's page on the way: what waits first, then the sets as they see themselves, and nothing that stays with them.</summary>
public sealed class DuringTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private string During => $"/programmes/{_there.World.Programme}/during";

    [Fact]
    public async Task Sponsor_facilitators_and_the_office_read_it_and_nobody_else_does()
    {
        foreach (var name in new[] { "Sven Sponsor", "Mari Kask" })
        {
            Assert.Contains("Six sets", await PageAsync(name), StringComparison.Ordinal);
        }

        foreach (var name in new[] { "Alma Tamm", "Cecil Hart", "Aada Advisor", "Clio Client", "Chen Champion", "Uma Supervisor", "Otto Outsider" })
        {
            using var page = await (await _there.AsAsync(name)).GetAsync(During, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, page.StatusCode));
        }

        using var away = await (await _there.AsAsync("Sven Sponsor")).GetAsync("/programmes/999/during", Stop);
        Assert.Equal(HttpStatusCode.NotFound, away.StatusCode);
        Assert.Contains($"href=\"{During}\"", await (await _there.AsAsync("Sven Sponsor")).GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains($"href=\"{During}\"", await (await _there.AsAsync("Mari Kask")).GetStringAsync($"/programmes/{_there.World.Programme}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_waits_with_its_days_and_the_sponsor_answers_it_from_here()
    {
        await DoorAsync("Who owns the list", "Chen Champion", 59);
        var later = await DoorAsync("A crew for two joints", "Sven Sponsor", 2);
        var page = await PageAsync("Sven Sponsor");
        Assert.Contains("Waiting for you", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"num\">59</b>days", page, StringComparison.Ordinal);
        Assert.Contains("asked Chen Champion", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("A crew for two joints", StringComparison.Ordinal) < page.IndexOf("Who owns the list", StringComparison.Ordinal), "one's own comes first");
        Assert.Contains($"/doors/{later}?say=Accepted&back=", page, StringComparison.Ordinal);
        var office = await PageAsync("Mari Kask");
        Assert.Contains("Who owns the list", office, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/doors/", office, StringComparison.Ordinal);
        using var answered = await (await _there.AsAsync("Sven Sponsor")).PostAsync(
            $"/doors/{later}?back={Uri.EscapeDataString(During)}", "", ("Say", "Opened"), ("Version", "1"), ("Reply", "From Monday"), ("Back", During));
        Assert.Equal(During, answered.Headers.Location!.ToString());
        Assert.Contains("From Monday", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sponsor_asks_whoever_was_asked_how_a_door_stands_once_a_day_and_until_there_is_a_word()
    {
        var door = await DoorAsync("Who owns the list", "Chen Champion", 59);
        await DoorAsync("A crew for two joints", "Sven Sponsor", 2);
        var sven = await _there.AsAsync("Sven Sponsor");
        var page = await PageAsync("Sven Sponsor");
        Assert.Contains(">Ask Chen</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Ask Sven</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Ask Chen</button>", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        for (var times = 0; times < 2; times++)
        {
            using var asked = await sven.PostFormAsync(During, $"/doors/{door}?handler=wonder&back={Uri.EscapeDataString(During)}");
            Assert.Equal($"{During}#door-{door}", asked.Headers.Location!.OriginalString);
        }

        Assert.Contains("You asked Chen today.", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        Assert.DoesNotContain(">Ask Chen</button>", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        Assert.DoesNotContain("You asked Chen", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        Assert.Equal((1, 1), (
            await _there.Site.OneAsync<long>("SELECT count(*) FROM door_wondered"), await _there.Site.OneAsync<long>("SELECT count(*) FROM mail WHERE about LIKE 'door:%'")));
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM mail WHERE subject || text LIKE '%owns the list%'"));
        var chen = await _there.AsAsync("Chen Champion");
        Assert.Contains("The sponsor asks how it stands.", await chen.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains("Sven Sponsor asked today how it stands.", await chen.GetStringAsync("/as/champion", Stop), StringComparison.Ordinal);
        Assert.Contains("Sven Sponsor asks how it stands.", await chen.GetStringAsync($"/doors/{door}", Stop), StringComparison.Ordinal);
        using var said = await chen.PostAsync($"/doors/{door}", "", ("Say", "Accepted"), ("Version", "1"), ("Date", "2030-01-02"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.DoesNotContain("how it stands", await chen.GetStringAsync("/as/champion", Stop), StringComparison.Ordinal);
        foreach (var name in new[] { "Cecil Hart", "Clio Client", "Mari Kask" })
        {
            using var other = await (await _there.AsAsync(name)).PostFormAsync("/account", $"/doors/{door}?handler=wonder");
            Assert.Equal((name, HttpStatusCode.NotFound), (name, other.StatusCode));
        }
    }

    [Fact]
    public async Task Whoever_reads_of_all_sets_reads_it_on_one_page_and_is_led_there()
    {
        foreach (var name in new[] { "Sven Sponsor", "Mari Kask" })
        {
            using var led = await (await _there.AsAsync(name)).GetAsync($"/programmes/{_there.World.Programme}/progress", Stop);
            Assert.Equal((name, During), (name, led.Headers.Location?.OriginalString));
        }

        using var stays = await (await _there.AsAsync("Chen Champion")).GetAsync($"/programmes/{_there.World.Programme}/progress", Stop);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
    }

    [Fact]
    public async Task From_the_final_on_the_outcome_report_is_one_press_away()
    {
        var report = $"href=\"/programmes/{_there.World.Programme}/report\"><svg";
        Assert.DoesNotContain(report, await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        await _there.Site.SetAsync(
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at)
            VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Held', '2026-09-15T09:00:00.000Z', '2026-09-15T09:00:00.000Z')
            """, new { _there.World.Programme });
        Assert.Contains(report, await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_that_want_help_come_first_with_the_light_that_they_gave_themselves_and_without_a_rank()
    {
        await NoteAsync(1, "OnTrack", "Halves are measured now");
        await NoteAsync(2, "Stuck", "No money for thirty days");
        var page = await PageAsync("Sven Sponsor");
        Assert.True(page.IndexOf("No money for thirty days", StringComparison.Ordinal) < page.IndexOf("Halves are measured now", StringComparison.Ordinal));
        Assert.Contains("those who want help come first", page, StringComparison.Ordinal);
        Assert.Contains("as the sets see themselves", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("No progress note yet").Length - 1);
    }

    [Fact]
    public async Task The_sponsor_is_told_which_notes_they_have_not_opened_and_nobody_else_is()
    {
        await NoteAsync(1, "OnTrack", "Halves are measured now");
        await NoteAsync(2, "Slow", "No money for thirty days");
        Assert.Contains("You have not opened two.", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        Assert.Contains("Read Circle and Triangle", (await PageAsync("Sven Sponsor")).Replace("Triangle and Circle", "Circle and Triangle", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("not opened", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        await (await _there.AsAsync("Sven Sponsor")).GetStringAsync($"/programmes/{_there.World.Programme}/notes", Stop);
        Assert.Contains("You have opened all of them.", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sponsors_own_promise_stands_there_and_others_read_it_only_where_it_was_shown_to_all()
    {
        await PromiseAsync("I read every note within two days", "Nobody");
        Assert.Contains("I read every note within two days", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        Assert.Contains("at the kick-off, witness Aada", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
        Assert.DoesNotContain("I read every note", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE commitment SET share = 'Room'");
        Assert.Contains("I read every note within two days", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE commitment SET hidden_at = '2026-03-10T16:00:00.000Z'");
        Assert.DoesNotContain("I read every note", await PageAsync("Mari Kask"), StringComparison.Ordinal);
        Assert.Contains("I read every note within two days", await PageAsync("Sven Sponsor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_what_stays_with_the_sets_is_on_it()
    {
        const string Secret = "zqplover";
        await _there.Site.Writer.RunAsync(writes =>
        {
            var alma = _there.World["Alma Tamm"];
            var by = new { _there.Set, alma, one = Tokens.New(), two = Tokens.New(), three = Tokens.New(), Secret, meeting = _there.Meetings[0], writes.Now };
            writes.Execute("INSERT INTO study_note (set_id, token, looked_at, created_at, created_by, changed_at, changed_by) VALUES (@Set, @one, @Secret, @Now, @alma, @Now, @alma)", by);
            writes.Execute(
                """
                INSERT INTO decision (set_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by)
                VALUES (@Set, @two, @Secret, 'NeedsSponsor', '2026-03-24', @Now, @alma, @Now, @alma)
                """, by);
            writes.Execute(
                "INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at) VALUES (@three, @Set, 1, @alma, @Secret, '2026-03-12', '2026-03-20', @Now, @Now)", by);
            writes.Execute("INSERT INTO reflection (id, set_id, text, created_at, changed_at) VALUES (@one, @Set, @Secret, @Now, @Now)", by);
            writes.Execute("INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, issue, changed_at) VALUES (@meeting, @alma, 1, 60, @Secret, @Now)", by);
            return writes.Execute(
                "INSERT INTO sheet (id, set_id, kind, light, text, written_by, written_at) VALUES (@two, @Set, 'Progress', 'Slow', @Secret, @alma, @Now)", by); // nobody said yes to it
        });
        foreach (var name in new[] { "Sven Sponsor", "Mari Kask" })
        {
            var page = await PageAsync(name);
            Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
            Assert.Contains("One decision needs the sponsor and is not shown here", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_members_have_problems_of_their_own_each_stands_with_its_title_and_figure()
    {
        await using var own = await FinalWorld.OpenAsync(ownProblem: true);
        var page = await own.PageAsync("Sven Sponsor", own.During);
        Assert.Contains("Each on a problem of their own", page, StringComparison.Ordinal);
        Assert.Contains("Holes are dug twice", page, StringComparison.Ordinal);
        Assert.Contains("Dug twice: 19.1% → <b>10.9%</b>, aim 15%", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_programme_says_what_will_stand_here()
    {
        await _there.Site.SetAsync("INSERT INTO programme (id, name, format, created_at, changed_at) VALUES (77, 'Bare', 'CommonProblem', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')");
        var page = await (await _there.AsAsync("Mari Kask")).GetStringAsync("/programmes/77/during", Stop);
        Assert.Contains("No set yet", page, StringComparison.Ordinal);
        Assert.Contains("Nobody waits", page, StringComparison.Ordinal);
    }

    private Task<string> DoorAsync(string title, string of, int days) => _there.Site.Writer.RunAsync(writes =>
    {
        var id = Tokens.New();
        writes.Execute(
            "INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@id, @Set, @alma, @of, @title, @at)",
            new { id, _there.Set, alma = _there.World["Alma Tamm"], of = _there.World[of], title, at = NoonAgo(days) });
        return id;
    });

    /// <summary>Days are counted by the calendar of the place: noon of that day there, whatever the hour is and was.</summary>
    private static string NoonAgo(int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn");
        var noon = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).Date.AddDays(-days).AddHours(12);
        return WorkshopHub.Web.Data.Utc.Text(new DateTimeOffset(noon, zone.GetUtcOffset(noon)));
    }

    private Task<int> NoteAsync(int set, string light, string text) => _there.Site.SetAsync(
        """
        INSERT INTO sheet (id, set_id, kind, light, text, state, written_by, written_at, confirmed_by, gone_at)
        VALUES (@id, @set, 'Progress', @light, @text, 'Gone', @alma, @at, @bo, @at)
        """,
        new
        {
            id = Tokens.New(),
            set = _there.World.Sets[set - 1].Id,
            light,
            text,
            alma = _there.World["Alma Tamm"],
            bo = _there.World["Bo Lind"],
            at = "2026-05-05T12:00:00.000Z",
        });

    private Task<int> PromiseAsync(string text, string share) => _there.Site.SetAsync(
        """
        INSERT INTO commitment (activity_id, person_id, role, text, share, witness_id, at)
        VALUES (@activity, @sven, 'Sponsor', @text, @share, @aada, '2026-03-10T15:00:00.000Z')
        """,
        new { activity = _there.World.Activities[0], sven = _there.World["Sven Sponsor"], aada = _there.World["Aada Advisor"], text, share });

    private async Task<string> PageAsync(string name) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(During, Stop));
}
