using System.Net;
using WorkshopHub.Tests.Sets.Meetings;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Leaves;

/// <summary>Nothing leaves the room by itself: one writes, a second one says yes, and what is taken back is gone everywhere.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private const string Secret = "The contractor lied to Bo on Tuesday";

    private LiveMeeting _meeting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _meeting = await LiveMeeting.StartAsync();

    public ValueTask DisposeAsync() => _meeting.DisposeAsync();

    private SetWorld There => _meeting.There;

    private string Leaves => There.At("meetings/1/leaves");

    private string Progress => $"/programmes/{There.World.Programme}/progress";

    private string During => $"/programmes/{There.World.Programme}/during";

    private string Learnings => $"/programmes/{There.World.Programme}/learnings";

    [Fact]
    public async Task A_progress_note_goes_when_a_second_person_says_yes_and_not_before()
    {
        await WriteNoteAsync("Alma Tamm");
        foreach (var name in new[] { "Chen Champion", "Sven Sponsor", "Clio Client", "Uma Supervisor", "Mari Kask" })
        {
            Assert.DoesNotContain(Secret, await PageAsync(name, ReadBy(name)), StringComparison.Ordinal);
        }

        await PressAsync("Alma Tamm", await YesAsync(), HttpStatusCode.Conflict); // the writer's own yes is none
        Assert.Equal("Proposed", await StateAsync());
        await PressAsync("Bo Lind", await YesAsync());
        Assert.Equal("Gone", await StateAsync());
        foreach (var name in new[] { "Chen Champion", "Sven Sponsor", "Clio Client", "Uma Supervisor", "Mari Kask" })
        {
            Assert.Contains(Secret, await PageAsync(name, ReadBy(name)), StringComparison.Ordinal);
        }

        foreach (var role in new[] { ("Chen Champion", "champion"), ("Clio Client", "client"), ("Uma Supervisor", "supervisor") })
        {
            Assert.Contains(Secret, await PageAsync(role.Item1, $"/as/{role.Item2}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_advisor_may_be_the_second_and_nobody_outside_the_set_may()
    {
        await WriteNoteAsync("Alma Tamm");
        foreach (var name in new[] { "Cecil Hart", "Arno Advisor", "Chen Champion", "Sven Sponsor", "Mari Kask", "Uma Supervisor", "Otto Outsider" })
        {
            var client = await There.AsAsync(name);
            using var page = await client.GetAsync(Leaves, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, page.StatusCode));
            using var yes = await client.PostFormAsync("/account", $"{Leaves}?handler=press", ("press", await YesAsync()));
            Assert.Equal((name, HttpStatusCode.NotFound), (name, yes.StatusCode));
        }

        Assert.Equal("Proposed", await StateAsync());
        await PressAsync("Aada Advisor", await YesAsync());
        Assert.Equal("Gone", await StateAsync());
    }

    [Fact]
    public async Task After_the_close_nothing_new_is_written_and_a_yes_may_still_come()
    {
        await WriteNoteAsync("Alma Tamm");
        await There.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE number = 1");
        using var late = await SendAsync("Bo Lind", "Learning", HttpStatusCode.UnprocessableEntity, ("Learning.Id", Tokens.New()), ("Learning.Text", "Too late for this"));
        await late.RefusesAsync("This meeting is not open.", "Too late for this</textarea>");
        await PressAsync("Bo Lind", await YesAsync());
        Assert.Equal("Gone", await StateAsync());
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM sheet"));
    }

    [Fact]
    public async Task A_yes_is_to_the_words_that_were_read()
    {
        await WriteNoteAsync("Alma Tamm");
        var seen = await YesAsync();
        var id = seen.Split('/')[1];
        await SendAsync("Bo Lind", "Progress", HttpStatusCode.Redirect, ("Progress.Id", id), ("Progress.Version", "1"), ("Progress.Light", "Slow"), ("Progress.Text", "Other words"));
        await PressAsync("Fay Novak", seen, HttpStatusCode.Conflict);
        Assert.Equal("Proposed", await StateAsync());
        await PressAsync("Bo Lind", await YesAsync(), HttpStatusCode.Conflict); // the words are Bo's now
        await PressAsync("Alma Tamm", await YesAsync());
        Assert.Equal(("Gone", "Other words"), (await StateAsync(), await There.Site.OneAsync<string>("SELECT text FROM sheet")));
    }

    [Fact]
    public async Task Other_sets_read_progress_notes_after_the_mid_term_only()
    {
        await GoneAsync();
        Assert.DoesNotContain(Secret, await PageAsync("Cecil Hart", Progress), StringComparison.Ordinal);
        await There.Site.SetAsync(
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at)
            VALUES (@Programme, 'MidTerm', 'Mid-term', '2026-06-09', 'Held', '2026-06-09T09:00:00.000Z', '2026-06-09T09:00:00.000Z')
            """, new { There.World.Programme });
        Assert.Contains(Secret, await PageAsync("Cecil Hart", Progress), StringComparison.Ordinal);
        using var outside = await (await There.AsAsync("Otto Outsider")).GetAsync(Progress, Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task A_note_is_new_to_each_until_they_open_it_and_a_set_does_not_learn_who_did()
    {
        var notes = $"/programmes/{There.World.Programme}/notes";
        await GoneAsync();
        Assert.Contains("You have not opened one.", await PageAsync("Sven Sponsor", During), StringComparison.Ordinal);
        Assert.Contains("1 of them new to you", await PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        var read = await PageAsync("Sven Sponsor", notes);
        Assert.Contains(Secret, read, StringComparison.Ordinal);
        Assert.Contains("New to you", read, StringComparison.Ordinal);
        Assert.DoesNotContain("New to you", await PageAsync("Sven Sponsor", notes), StringComparison.Ordinal);
        Assert.DoesNotContain("not opened", await PageAsync("Sven Sponsor", During), StringComparison.Ordinal);
        Assert.Contains("1 note you have not opened", await PageAsync("Chen Champion", Progress), StringComparison.Ordinal);
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM audit WHERE thing = 'note_opened'"));
        foreach (var name in new[] { "Cecil Hart", "Arno Advisor" }) // of another set, before the mid-term; of other sets
        {
            Assert.DoesNotContain(Secret, await PageAsync(name, notes), StringComparison.Ordinal);
        }

        using var outside = await (await There.AsAsync("Otto Outsider")).GetAsync(notes, Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_everywhere_and_the_audit_holds_no_text()
    {
        await GoneAsync();
        var id = (await There.Site.OneAsync<string>("SELECT id FROM sheet"))!;
        await PressAsync("Hugo Kern", $"back/{id}");
        foreach (var (name, page) in new[] { ("Chen Champion", "/as/champion"), ("Sven Sponsor", During), ("Uma Supervisor", "/as/supervisor"), ("Mari Kask", During), ("Alma Tamm", Leaves) })
        {
            Assert.DoesNotContain(Secret, await PageAsync(name, page), StringComparison.Ordinal);
        }

        var audit = await There.Site.Db.ReadAsync(reads => reads.Query<(string Act, string Thing, string Id)>("SELECT act, thing, thing_id FROM audit WHERE thing = 'sheet' ORDER BY id"), Stop);
        Assert.Equal([("share-progress-note", "sheet", id), ("withdraw-share", "sheet", id)], audit);
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM audit WHERE act || thing || thing_id LIKE '%contractor%'"));
    }

    [Fact]
    public async Task A_shared_learning_stands_among_the_learnings_as_the_sets_without_a_name()
    {
        await SendAsync("Alma Tamm", "Learning", HttpStatusCode.Redirect, ("Learning.Id", Tokens.New()), ("Learning.Text", "We were proud and asked less"));
        Assert.DoesNotContain("asked less", await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        await PressAsync("Bo Lind", await YesAsync());
        var page = await PageAsync("Cecil Hart", $"{Learnings}?q=PROUD");
        Assert.Contains("<mark>proud</mark> and asked less", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has written about “valves” yet", await PageAsync("Cecil Hart", $"{Learnings}?q=valves"), StringComparison.Ordinal);
        using var outside = await (await There.AsAsync("Otto Outsider")).GetAsync(Learnings, Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task What_waits_for_a_yes_stands_on_the_page_of_everybody_but_its_writer()
    {
        await WriteNoteAsync("Alma Tamm");
        foreach (var name in new[] { "Bo Lind", "Aada Advisor" })
        {
            var mine = await PageAsync(name, "/");
            Assert.Contains("A second yes: progress note", mine, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, mine, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("A second yes", await PageAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("A second yes", await PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        using var unlit = await SendAsync("Alma Tamm", "Progress", HttpStatusCode.UnprocessableEntity, ("Progress.Id", Tokens.New()), ("Progress.Text", "We <b>stand</b> here"));
        await unlit.RefusesAsync("How do you see yourselves? One of the three.", "We &lt;b&gt;stand&lt;/b&gt; here</textarea>");
        using var long1 = await SendAsync("Alma Tamm", "Learning", HttpStatusCode.UnprocessableEntity, ("Learning.Id", Tokens.New()), ("Learning.Text", new string('x', 281)));
        await long1.RefusesAsync("1 too many. Trim a little.");
        using var past = await SendAsync(
            "Alma Tamm", "Door", HttpStatusCode.UnprocessableEntity, ("Door.Id", Tokens.New()), ("Door.Title", "A van"),
            ("Door.AskedOf", $"{There.World["Chen Champion"]}"), ("Door.NeededBy", "2020-01-01"));
        await past.RefusesAsync("That day is past. Choose a day from tomorrow on.");
        using var who = await SendAsync("Alma Tamm", "Door", HttpStatusCode.UnprocessableEntity, ("Door.Id", Tokens.New()), ("Door.Title", "A van"), ("Door.AskedOf", $"{There.World["Bo Lind"]}"));
        await who.RefusesAsync("Choose whom you ask.");
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM sheet"));
        Assert.Empty(There.Site.Faults.All);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_sheet_and_a_second_note_of_the_meeting_is_told_of_the_first()
    {
        var id = Tokens.New();
        (string, string)[] fields = [("Progress.Id", id), ("Progress.Light", "OnTrack"), ("Progress.Text", "Once")];
        using var first = await SendAsync("Alma Tamm", "Progress", HttpStatusCode.Redirect, fields);
        using var again = await SendAsync("Alma Tamm", "Progress", HttpStatusCode.Redirect, fields);
        using var other = await SendAsync("Bo Lind", "Progress", HttpStatusCode.Conflict, ("Progress.Id", Tokens.New()), ("Progress.Light", "Stuck"), ("Progress.Text", "Twice"));
        var page = await other.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Twice", page, StringComparison.Ordinal);
        Assert.Contains("Once", page, StringComparison.Ordinal);
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM sheet"));
    }

    private string ReadBy(string name) => name is "Sven Sponsor" or "Mari Kask" ? During : Progress;

    private async Task GoneAsync()
    {
        await WriteNoteAsync("Alma Tamm");
        await PressAsync("Bo Lind", await YesAsync());
    }

    private async Task WriteNoteAsync(string name)
    {
        using var sent = await SendAsync(
            name, "Progress", HttpStatusCode.Redirect, ("Progress.Id", Tokens.New()), ("Progress.Light", "Stuck"), ("Progress.Phase", "Study"), ("Progress.Text", Secret));
    }

    private async Task<HttpResponseMessage> SendAsync(string name, string kind, HttpStatusCode says, params (string, string)[] fields)
    {
        var answer = await (await There.AsAsync(name)).PostFormAsync(Leaves, Leaves, [("kind", kind), .. fields]);
        Assert.Equal(says, answer.StatusCode);
        return answer;
    }

    private async Task PressAsync(string name, string press, HttpStatusCode says = HttpStatusCode.Redirect)
    {
        using var answer = await (await There.AsAsync(name)).PostFormAsync(Leaves, $"{Leaves}?handler=press", ("press", press));
        Assert.Equal((name, says), (name, answer.StatusCode));
    }

    private async Task<string> YesAsync() => (await There.Site.OneAsync<string>("SELECT 'yes/' || id || '/' || version FROM sheet ORDER BY written_at DESC LIMIT 1"))!;

    private Task<string?> StateAsync() => There.Site.OneAsync<string>("SELECT state FROM sheet");

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await There.AsAsync(name)).GetStringAsync(page, Stop));
}
