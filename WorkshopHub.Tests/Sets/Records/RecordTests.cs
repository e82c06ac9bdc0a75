using System.Net;
using WorkshopHub.Tests.Sets.Actions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Tests.Sets.Records;

public sealed class RecordTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _acting = await ActingWorld.OpenAsync();
        using var agreed = await _acting.AgreeAsync("Alma Tamm", "Go out with the gang", ActingWorld.Second, slot: true, questions: [_acting.Questions[0]]);
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        await _acting.Site.Writer.RunAsync(writes =>
        {
            var (meeting, alma) = (_acting.Meetings[0], _acting.There.World["Alma Tamm"]);
            writes.Execute("UPDATE airtime_slot SET issue = 'Same address, three apologies' WHERE id = @Slot", new { _acting.Slot });
            writes.Execute(
                """
                INSERT INTO airtime_assumption (id, slot_id, text, state, at, by, changed_at, changed_by)
                VALUES (@id, @Slot, 'That callers want *money*', 'Noted', @Now, @alma, @Now, @alma)
                """, new { id = Tokens.New(), _acting.Slot, alma, writes.Now });
            writes.Execute(
                "INSERT INTO meeting_attendance (meeting_id, person_id, state, changed_at, changed_by) VALUES (@meeting, @alma, 'Here', @Now, @alma), (@meeting, @bo, 'Absent', @Now, @alma)",
                new { meeting, alma, bo = _acting.There.World["Bo Lind"], writes.Now });
            writes.Execute(
                """
                INSERT INTO reflection (id, set_id, meeting_id, happened, created_at, changed_at) VALUES (@id, @Set, @meeting, 'We waited for the end of sentences', @Now, @Now)
                """, new { id = Tokens.New(), _acting.Set, meeting, writes.Now });
            writes.Execute(
                """
                INSERT INTO study_note (set_id, meeting_id, token, looked_at, found, created_at, created_by, changed_at, changed_by)
                VALUES (@Set, @meeting, @id, 'Six hundred permits', 'Half of them wait for one person', @Now, @alma, @Now, @alma)
                """, new { id = Tokens.New(), _acting.Set, meeting, alma, writes.Now });
            writes.Execute(
                """
                INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, state, learned, created_at, changed_at)
                VALUES (@Set, @meeting, 'Ida Holm', 'How permits are read', '2030-01-15', '09:00', '10:00', @id, 'Coming', 'They are read twice', @Now, @Now)
                """, new { id = Tokens.New(), _acting.Set, meeting, writes.Now });
            return true;
        });
    }

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    private string Record => _acting.There.At("meetings/4/record");

    [Fact]
    public async Task The_record_tells_the_whole_meeting_to_its_set()
    {
        foreach (var name in new[] { "Bo Lind", "Aada Advisor" })
        {
            var client = await _acting.AsAsync(name);
            using var page = await client.GetAsync(Record, Stop);
            var words = await ActingWorld.WordsAsync(page);
            Assert.All(
                new[]
                {
                    "Circle, meeting 4", "There: Alma Tamm.", "Not there: Bo Lind.", "Same address, three apologies", ActingWorld.Moved, "That callers want *money*",
                    "Go out with the gang", "What happened? We waited for the end of sentences",
                    "Six hundred permits: Half of them wait for one person", "Ida Holm: They are read twice",
                }, text => Assert.Contains(text, words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_told_stands_in_the_record_of_the_meeting_where_it_was_told()
    {
        await _acting.BeginAsync("Alma Tamm", 5);
        using var told = await (await _acting.AsAsync("Alma Tamm")).PostAsync(
            _acting.There.At("meetings/5/report"), "?handler=tell&action=1", ("Form.Key", Tokens.New()), ("Form.Version", "1"), ("Form.State", "NotDone"),
            ("Form.Did", "Wrote the mail three times"), ("Form.Happened", "I didn’t send it"), ("Form.Learned", "I’ll ring"));
        var alma = await _acting.AsAsync("Alma Tamm");
        Assert.Contains("I’ll ring", WebUtility.HtmlDecode(await alma.GetStringAsync(_acting.There.At("meetings/5/record"), Stop)), StringComparison.Ordinal);
        Assert.DoesNotContain("I’ll ring", WebUtility.HtmlDecode(await alma.GetStringAsync(Record, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_was_never_taken_is_told_in_one_line_once_the_meeting_is_over()
    {
        await _acting.Site.SetAsync(
            """
            INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, changed_at)
            SELECT @meeting, id, id, 45, '2030-01-15T09:00:00.000Z' FROM person WHERE name IN ('Bo Lind', 'Fay Novak')
            """, new { meeting = _acting.Meetings[0] });
        var alma = await _acting.AsAsync("Alma Tamm");
        Assert.Contains("45 minutes planned", await alma.GetStringAsync(Record, Stop), StringComparison.Ordinal);
        await _acting.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE id = @meeting", new { meeting = _acting.Meetings[0] });
        var held = await alma.GetStringAsync(Record, Stop);
        Assert.DoesNotContain("45 minutes planned", held, StringComparison.Ordinal);
        Assert.Contains("No airtime: Fay Novak.", held, StringComparison.Ordinal); // Bo was not there
        Assert.Contains("<b>There:</b> Alma Tamm. <b>Not there:</b> Bo Lind. <b>Nobody said:</b> Fay Novak.", held, StringComparison.Ordinal);
        Assert.Contains("Same address, three apologies", held, StringComparison.Ordinal);
        var file = await alma.GetStringAsync($"{Record}?handler=file", Stop);
        Assert.Contains("No airtime: Fay Novak.\n", file, StringComparison.Ordinal);
        Assert.Contains("- Fay Novak (nobody said)\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Airtime: Bo Lind", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_file_it_is_markdown_in_which_nothing_that_was_written_becomes_form()
    {
        var alma = await _acting.AsAsync("Alma Tamm");
        using var file = await alma.GetAsync($"{Record}?handler=file", Stop);
        Assert.Equal(("text/markdown", "Circle, meeting 4.md"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        var text = await file.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("# Circle, meeting 4\n\nTuesday 15 January 2030. For the set alone.\n", text, StringComparison.Ordinal);
        Assert.Contains("- Bo Lind: Who sees the hole first? (this one moved me)\n", text, StringComparison.Ordinal);
        Assert.Contains("- That callers want \\*money\\*\n", text, StringComparison.Ordinal);
        Assert.Contains("- Go out with the gang (Alma Tamm, by 29 January)\n", text, StringComparison.Ordinal);
        Assert.Contains("- Ida Holm: They are read twice\n", text, StringComparison.Ordinal);
        Assert.Contains("### What happened?\n\nWe waited for the end of sentences\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_keeps_the_lines_of_what_was_written() =>
        Assert.Equal("# A\n\n\\- not a list  \n1 \\< 2\n\n- one\n  two\n", new Markdown().Head(1, "A").Say("- not a list\n1 < 2").List(["one\ntwo"]).ToString());

    [Fact]
    public void Nothing_at_the_beginning_of_a_written_line_becomes_a_heading_or_a_list() => Assert.Equal(
        "\n\\# 1 on the list  \n\\#\\# and a second  \n3\\. Not 3.5  \n12\\) nor this  \n\\+ plus  \n\\--- a line\n\n- \\# in a list\n  \\# in its second line\n",
        new Markdown().Say("# 1 on the list\n## and a second\n3. Not 3.5\n12) nor this\n+ plus\n--- a line").List(["# in a list\n# in its second line"]).ToString());

    [Fact]
    public async Task Each_takes_their_own_along_and_nobody_elses()
    {
        using var kept = await _acting.DoAsync("Alma Tamm", 1, "note", ("Words", "Yard at half past six"));
        var alma = await (await _acting.AsAsync("Alma Tamm")).GetStringAsync(_acting.There.At("keep?handler=file"), Stop);
        string[] hers = ["Same address, three apologies", ActingWorld.Moved, "Go out with the gang", "Yard at half past six"];
        string[] notHis = ["Same address, three apologies", "Go out with the gang", "Yard at half past six"];
        Assert.All(hers, text => Assert.Contains(text, alma, StringComparison.Ordinal));
        var bo = await (await _acting.AsAsync("Bo Lind")).GetStringAsync(_acting.There.At("keep?handler=file"), Stop);
        Assert.Contains(ActingWorld.Moved, bo, StringComparison.Ordinal); // he asked it
        Assert.All(notHis, text => Assert.DoesNotContain(text, bo, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_finds_record_or_file()
    {
        foreach (var name in new[] { "Cecil Hart", "Mari Kask", "Chen Champion", "Clio Client", "Uma Supervisor", "Sven Sponsor" })
        {
            var client = await _acting.AsAsync(name);
            foreach (var page in new[] { Record, $"{Record}?handler=file", _acting.There.At("keep"), _acting.There.At("keep?handler=file") })
            {
                using var answer = await client.GetAsync(page, Stop);
                Assert.Equal((name, page, HttpStatusCode.NotFound), (name, page, answer.StatusCode));
            }
        }
    }
}
