using System.IO.Compression;
using System.Net;
using System.Text.Json;
using WorkshopHub.Tests.Reports.Memory;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Reports.Own;

namespace WorkshopHub.Tests.Reports.Own;

/// <summary>Everybody takes along what they wrote, all of it and nothing else.</summary>
public sealed class OwnTests : IAsyncLifetime
{
    // Who wrote a row stands in these columns. A table that has one of them is in the file, or is named here with the reason why not.
    private static readonly Dictionary<string, string> _notWords = new(StringComparer.Ordinal)
    {
        ["account"] = "how one signs in",
        ["personal_link"] = "how one comes in",
        ["person"] = "who one is",
        ["role_assignment"] = "what one is",
        ["participant"] = "that one was there",
        ["device"] = "a phone",
        ["claim"] = "a phone",
        ["heart"] = "a press on what others wrote",
        ["answered"] = "that one answered",
        ["calendar_feed"] = "an address",
        ["workshop_attendance"] = "that one came",
        ["meeting_attendance"] = "that one came",
        ["seating_person"] = "where one sat",
        ["seating_place"] = "where one sat",
        ["set_keep"] = "a yes",
        ["share"] = "that something was shown",
        ["rating_shown"] = "that something was shown",
        ["set_draft_person"] = "a plan of the office",
        ["set_draft_role"] = "a plan of the office",
        ["set_placing"] = "a plan of the office",
        ["run_move"] = "a press in the control room",
        ["carried"] = "what the program carried",
        ["mail"] = "what the program sent",
        ["airtime_given"] = "time, no words",
        ["meeting_run"] = "who opened it",
        ["past_advisor"] = "who advised, no words",
        ["paper_answer"] = "somebody else’s paper",
        ["entered_for"] = "who typed for whom",
        ["preference_wish"] = "a press",
        ["goal_talk"] = "that it was talked about",
        ["commitment_asked"] = "that it was asked",
        ["door_wondered"] = "that it was asked",
        ["quote_asked"] = "a yes",
        ["reflection_asked"] = "a yes",
        ["readiness_override"] = "stays with the programme, as its reason",
        ["nudge"] = "a press",
        ["audit"] = "no words",
        ["screen"] = "a wall",
        ["agenda_removed"] = "the agenda’s",
        ["theme"] = "the room’s",
        ["measure_baseline"] = "the set’s figure",
        ["measure_reading"] = "the set’s figure",
        ["phase_step"] = "the set’s step",
        ["problem_stage"] = "the set’s step",
        ["solution_from"] = "the set’s",
        ["outcome"] = "the set’s or one’s own report: in workshops",
        ["post"] = "in workshops",
        ["dot"] = "in workshops",
        ["poll_answer"] = "in workshops",
        ["preference_rank"] = "in workshops",
        ["connection"] = "in workshops",
        ["set_question"] = "in workshops",
        ["offer"] = "in workshops",
        ["offer_match"] = "in workshops",
        ["report_note"] = "in workshops",
        ["first_question"] = "in workshops",
        ["report_version"] = "the programme’s",
        ["report_draft"] = "the programme’s",
        ["account_openid"] = "how one signs in",
        ["note_opened"] = "what one read",
        ["agenda_template"] = "the office’s",
        ["commitment_meeting"] = "a date",
        ["holiday"] = "the house’s",
        ["invitation_letter"] = "the programme’s",
        ["mail_named"] = "what the program sent",
        ["org_unit"] = "the house’s",
        ["site"] = "the house’s",
        ["people_import"] = "the house’s",
        ["people_import_row"] = "the house’s",
        ["preference_choice"] = "the set’s",
        ["set_draft"] = "a plan of the office",
        ["set_draft_step"] = "a plan of the office",
    };

    private RememberingWorld _world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await RememberingWorld.OpenAsync();
        await _world.There.Site.Writer.RunAsync(writes =>
        {
            var (alma, bo, uma) = (_world.There.World["Alma Tamm"], _world.There.World["Bo Lind"], _world.There.World["Uma Supervisor"]);
            var membership = writes.First<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma });
            var by = new { alma, bo, uma, membership, _world.There.Set, meeting = _world.There.Meetings[0], one = Tokens.New(), two = Tokens.New(), three = Tokens.New(), writes.Now };
            writes.Execute("INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, issue, changed_at) VALUES (@meeting, @alma, 1, 60, 'The same hole again', @Now)", by);
            writes.Execute(
                """
                INSERT INTO airtime_question (id, slot_id, asker_id, text, state, at, by, changed_at, changed_by)
                SELECT @one, max(id), @bo, 'Who sees it first?', 'Noted', @Now, @bo, @Now, @bo FROM airtime_slot
                """, by);
            writes.Execute(
                """
                INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
                VALUES (@two, @Set, 1, @alma, 'Go out with the gang', '2026-03-24', '2026-04-07', @Now, @Now), (@three, @Set, 2, @bo, 'Bo counts the keys', '2026-03-24', '2026-04-07', @Now, @Now)
                """, by);
            writes.Execute("INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) VALUES (@membership, 'I wait for the end of sentences', @Now, @Now)", by);
            writes.Execute("INSERT INTO self_rating (membership_id, moment, value, note, at) VALUES (@membership, 'Final', 4, 'Two of three times', @Now)", by);
            writes.Execute("INSERT INTO noticed (membership_id, writer_id, text, at) VALUES (@membership, @uma, 'She let me finish', @Now)", by);
            writes.Execute("UPDATE membership SET willing_to_risk = 'My name on it' WHERE id = @membership", by);
            return true;
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task All_that_one_wrote_is_in_the_file_twice_and_nothing_of_others()
    {
        var (text, json) = await FileAsync("Alma Tamm");
        foreach (var words in new[]
        {
            "The same hole again", "Who sees it first?", "Go out with the gang", "I wait for the end of sentences", "Two of three times", "Final: 4 of 5", "She let me finish", "My name on it",
            RememberingWorld.Post, RememberingWorld.Reflection, RememberingWorld.Sheet,
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains(words, json, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Bo counts the keys", text + json, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(json);
        Assert.Equal(("workshophub-my-own", 1, "Alma Tamm"), (read.RootElement.GetProperty("format").GetString(), read.RootElement.GetProperty("version").GetInt32(), read.RootElement.GetProperty("name").GetString()));
        var (bos, _) = await FileAsync("Bo Lind");
        Assert.Contains("Bo counts the keys", bos, StringComparison.Ordinal);
        Assert.Contains("Who sees it first?", bos, StringComparison.Ordinal);
        Assert.All(new[] { "The same hole again", "I wait for the end of sentences", RememberingWorld.Reflection, "She let me finish" }, words => Assert.DoesNotContain(words, bos, StringComparison.Ordinal));
        Assert.Contains("She let me finish", (await FileAsync("Uma Supervisor")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I wait for the end", (await FileAsync("Mari Kask")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_takes_along_the_talks_that_stand_and_none_that_is_not_finished()
    {
        await _world.There.Site.Writer.RunAsync(writes =>
        {
            foreach (var (progress, stands) in new[] { ("We spoke of the gang", (string?)writes.Now), ("She wants to leave the set", null) })
            {
                writes.Execute(
                    """
                    INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, progress, written_by, written_at, stands_at, created_at, created_by, changed_at, changed_by)
                    VALUES (@Programme, @alma, @uma, '2026-04-01', @progress, @uma, @Now, @stands, @Now, @uma, @Now, @uma)
                    """, new { _world.There.World.Programme, alma = _world.There.World["Alma Tamm"], uma = _world.There.World["Uma Supervisor"], progress, stands, writes.Now });
            }

            return writes.Execute("UPDATE programme SET state = 'Running'");
        });
        var (text, json) = await FileAsync("Uma Supervisor");
        Assert.Contains("We spoke of the gang", text, StringComparison.Ordinal);
        Assert.DoesNotContain("She wants to leave the set", text + json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_takes_their_own_along_and_nothing_that_others_asked_them()
    {
        await _world.There.Site.SetAsync("UPDATE membership SET left_at = '2026-05-12T09:00:00.000Z' WHERE person_id = @alma", new { alma = _world.There.World["Alma Tamm"] });
        var (text, _) = await FileAsync("Alma Tamm");
        Assert.Contains(RememberingWorld.Reflection, text, StringComparison.Ordinal);
        Assert.Contains("I wait for the end of sentences", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who sees it first?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_is_in_it_and_whoever_wrote_nothing_is_told_so()
    {
        var page = await _world.PageAsync("Alma Tamm", "/own");
        Assert.Contains("What I brought to my airtime", page, StringComparison.Ordinal);
        Assert.Contains("Download my own", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The same hole again", page, StringComparison.Ordinal);
        Assert.Contains("Nothing yet", await _world.PageAsync("Otto Outsider", "/own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_notes_are_kept_and_all_that_one_wrote_are_two_pages_that_lead_to_each_other()
    {
        var kept = await _world.PageAsync("Alma Tamm", $"/programmes/{_world.There.World.Programme}/mine");
        Assert.Contains("<h1>How long your notes are kept</h1>", kept, StringComparison.Ordinal);
        Assert.Contains("href=\"/own\"", kept, StringComparison.Ordinal);
        Assert.Contains("<h1>Everything that you wrote</h1>", await _world.PageAsync("Alma Tamm", "/own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_table_in_which_people_write_is_forgotten()
    {
        var tables = await _world.There.Site.Db.ReadAsync(
            reads => reads.Query<string>(
                """
                SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k ON k."table" IN ('person', 'participant')
                WHERE m.type = 'table' ORDER BY m.name
                """), Stop);
        var sql = string.Join('\n', OwnSetSql.All.Concat(OwnPersonSql.All).Select(part => part.Sql));
        var written = tables.Where(table => !_notWords.ContainsKey(table) && !sql.Contains($" {table} ", StringComparison.Ordinal)).ToList();
        Assert.Equal([], written);
        Assert.Equal([], OwnSetSql.All.Concat(OwnPersonSql.All).GroupBy(part => part.Key).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private async Task<(string Text, string Json)> FileAsync(string name)
    {
        using var answer = await (await _world.There.AsAsync(name)).GetAsync("/own?handler=zip", Stop);
        Assert.Equal((HttpStatusCode.OK, "application/zip", $"{name}, my own.zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        return (await TextAsync(zip, "my-own.md"), await TextAsync(zip, "my-own.json"));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string entry)
    {
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return await reader.ReadToEndAsync(Stop);
    }
}
