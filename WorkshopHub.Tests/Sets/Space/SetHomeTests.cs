using System.Net;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Sets.Space;

/// <summary>The front page of a set's own place.</summary>
public sealed class SetHomeTests : IAsyncLifetime
{
    private static readonly string[] _decided = ["Ask the storekeeper", "Ring the depot first"];

    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task It_says_who_reads_it_what_the_set_works_on_and_who_is_in_it()
    {
        foreach (var name in new[] { "Alma Tamm", "Aada Advisor" })
        {
            var page = await ReadAsync(name);
            Assert.Contains("Private: the five of you and Aada", page, StringComparison.Ordinal);
            Assert.Contains("Holes are dug twice", page, StringComparison.Ordinal);
            string[] people = ["Alma Tamm", "Bo Lind", "Fay Novak", "Aada Advisor", "Chen Champion", "Clio Client"];
            Assert.All(people, one => Assert.Contains(one, page, StringComparison.Ordinal));
            Assert.Contains("no supervisor, no sponsor, not the programme office", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everybody_who_advises_it_is_named_and_of_whom_no_longer_does_it_is_told_until_when()
    {
        var mari = _there.World["Mari Kask"];
        await _there.Site.SetAsync("UPDATE programme SET state = 'Running' WHERE id = @Programme", new { _there.World.Programme });
        await _there.Site.Writer.RunAsync(writes => RoleCommands.Give(writes, _there.World.Programme, mari, "Advisor", _there.Set, _there.World["Otto Outsider"]));
        Assert.Contains("Private: the five of you, Aada and Mari read what is written here", await ReadAsync("Alma Tamm"), StringComparison.Ordinal);
        var role = await _there.Site.OneAsync<long>("SELECT id FROM role_assignment WHERE person_id = @mari AND role = 'Advisor'", new { mari });
        await _there.Site.Writer.RunAsync(writes =>
        {
            RoleCommands.Take(writes, _there.World.Programme, mari, role, mari);
            return true;
        });
        var page = await ReadAsync("Alma Tamm");
        Assert.Contains("Private: the five of you and Aada read what is written here", page, StringComparison.Ordinal);
        Assert.Matches(@"Mari Kask could read it until \d+ \w+\.", page);
    }

    [Theory]
    [InlineData("Cecil Hart")]
    [InlineData("Arno Advisor")]
    [InlineData("Uma Supervisor")]
    [InlineData("Clio Client")]
    [InlineData("Chen Champion")]
    [InlineData("Sven Sponsor")]
    [InlineData("Mari Kask")]
    [InlineData("Otto Outsider")]
    public async Task For_everybody_else_it_is_not_there(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await _there.AsAsync(name)).GetAsync(_there.At(), Stop)).StatusCode);

    [Fact]
    public async Task The_next_meeting_stands_with_its_place_and_one_that_runs_has_an_open_door()
    {
        await _there.Site.SetAsync("UPDATE set_meeting SET date = '2030-04-16', place = 'Library' WHERE id = @id", new { id = _there.Meetings[2] });
        var before = await ReadAsync("Alma Tamm");
        Assert.Contains("Meeting 3 of 3", before, StringComparison.Ordinal);
        Assert.Contains("Tuesday 16 April, 8:30, Library", before, StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE set_meeting SET state = 'Open' WHERE id = @id", new { id = _there.Meetings[1] });
        var during = await ReadAsync("Alma Tamm");
        Assert.Contains("The set is meeting now", during, StringComparison.Ordinal);
        Assert.Contains($"href=\"{_there.At("meetings/2")}\"", during, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_seen_by_its_owner_and_the_advisor_and_by_the_set_when_its_owner_shows_it()
    {
        await _there.Site.SetAsync(
            "INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) VALUES (@id, 'Handle conflict', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')",
            new { id = await _there.MembershipAsync("Alma Tamm") });
        Assert.Contains("Handle conflict", await ReadAsync("Alma Tamm"), StringComparison.Ordinal);
        Assert.Contains("Handle conflict", await ReadAsync("Aada Advisor"), StringComparison.Ordinal);
        Assert.DoesNotContain("Handle conflict", await ReadAsync("Bo Lind"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE developmental_goal SET shared = 1");
        Assert.Contains("Handle conflict", await ReadAsync("Bo Lind"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_each_has_a_problem_of_their_own_each_stands_with_its_member()
    {
        await _there.Site.SetAsync("UPDATE programme SET format = 'OwnProblem'");
        await _there.Site.SetAsync(
            """
            INSERT INTO problem (programme_id, position, title, owner_id, sent_at, state, created_at, changed_at)
            VALUES (@Programme, 2, 'Samples that we take twice', @bo, '2026-03-10T09:00:00.000Z', 'Agreed', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
            """, new { _there.World.Programme, bo = _there.World["Bo Lind"] });
        var agreed = await ReadAsync("Alma Tamm");
        Assert.Contains("Samples that we take twice", agreed, StringComparison.Ordinal);
        Assert.Contains("Agreed with the supervisor", agreed, StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE problem SET state = 'InWork' WHERE owner_id IS NOT NULL");
        Assert.Contains("In work", await ReadAsync("Alma Tamm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_champion_is_named_the_sponsor_is_who_opens_doors()
    {
        Assert.Contains("Chen Champion opens doors for you", await ReadAsync("Alma Tamm"), StringComparison.Ordinal);
        await _there.Site.SetAsync("DELETE FROM role_assignment WHERE role = 'Champion'");
        Assert.Contains("Sven Sponsor opens doors for you", await ReadAsync("Alma Tamm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_promised_at_a_workshop_is_to_be_taken_up_until_its_owner_has_told_what_became_of_it()
    {
        await _there.Site.Writer.RunAsync(writes =>
        {
            var activity = writes.Insert(
                "INSERT INTO activity (workshop_id, kind, title, state, created_at, changed_at) VALUES (@Workshop, 'commitment', 'First action', 'Closed', @Now, @Now)",
                new { _there.World.Workshop, writes.Now });
            var promise = writes.Insert(
                "INSERT INTO commitment (activity_id, person_id, set_id, role, text, share, at) VALUES (@activity, @bo, @Set, 'Member', 'Ring the depot', 'Room', @Now)",
                new { activity, bo = _there.World["Bo Lind"], _there.Set, writes.Now });
            return writes.Execute(
                "INSERT INTO carried (activity_id, target, set_id, person_id, source, text) VALUES (@activity, 'Action', @Set, @bo, @source, 'Ring the depot')",
                new { activity, bo = _there.World["Bo Lind"], _there.Set, source = promise.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        });
        Assert.Matches("(?s)to take up.*Ring the depot", await ReadAsync("Alma Tamm"));
        await _there.Site.SetAsync("UPDATE commitment SET state = 'Partly'");
        var told = await ReadAsync("Alma Tamm");
        Assert.DoesNotContain("to take up", told, StringComparison.Ordinal);
        Assert.Matches("(?s)What else came.*Ring the depot.*Taken up", told);
    }

    [Fact]
    public async Task What_the_set_released_for_the_whole_organisation_stands_there_with_its_words()
    {
        await _there.Site.Writer.RunAsync(writes =>
        {
            var (id, alma, bo) = (WorkshopHub.Web.Accounts.Tokens.New(), _there.World["Alma Tamm"], _there.World["Bo Lind"]);
            writes.Execute(
                """
                INSERT INTO sheet (id, set_id, kind, text, state, written_by, written_at, confirmed_by, gone_at)
                VALUES (@id, @Set, 'Learning', 'Ask the storekeeper first', 'Gone', @alma, @Now, @bo, @Now)
                """, new { id, _there.Set, alma, bo, writes.Now });
            var outcome = writes.Insert(
                "INSERT INTO outcome (workshop_id, set_id, created_at, changed_at) VALUES (@Workshop, @Set, @Now, @Now)", new { _there.World.Workshop, _there.Set, writes.Now });
            writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text) VALUES (@outcome, 'Learned', 'The hole has no owner after four')", new { outcome });
            foreach (var (kind, thing) in new[] { ("Learning", id), ("Outcome", outcome.ToString(System.Globalization.CultureInfo.InvariantCulture)) })
            {
                writes.Execute(
                    """
                    INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
                    VALUES (@Set, @kind, @thing, 'Organisation', @alma, @Now, @bo, @Now)
                    """, new { _there.Set, kind, thing, alma, bo, writes.Now });
            }

            return true;
        });
        var left = await ReadAsync("Alma Tamm");
        left = left[left.IndexOf("What has left the room", StringComparison.Ordinal)..];
        Assert.Contains("The hole has no owner after four", left, StringComparison.Ordinal);
        Assert.Equal(2, left.Split("Read by everybody in the organisation.").Length - 1);
        Assert.DoesNotContain("<p dir=\"auto\"></p>", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_studied_and_decided_last_stands_by_its_words_with_a_way_to_it_and_not_what_was_taken_back()
    {
        await PlantWorkAsync(null);
        var page = await ReadAsync("Bo Lind");
        Assert.Contains("3 study notes, 2 decisions", page, StringComparison.Ordinal);
        foreach (var (what, words) in new[] { ("n2", "Map two"), ("n3", "Map three"), ("d2", "Ring the depot first") })
        {
            Assert.Contains($"<a href=\"{_there.At("work")}#{what}\">{words}</a>", page, StringComparison.Ordinal);
        }

        Assert.Contains("Nobody closes a job", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Map one", page, StringComparison.Ordinal); // the last two stand there
        Assert.DoesNotContain("Map four", page, StringComparison.Ordinal); // taken back
        Assert.Contains("id=\"n3\"", await (await _there.AsAsync("Bo Lind")).GetStringAsync(_there.At("work"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_each_has_a_problem_of_their_own_the_last_of_it_names_whose_it_is()
    {
        await _there.Site.SetAsync("UPDATE programme SET format = 'OwnProblem'");
        var bo = await _there.MembershipAsync("Bo Lind");
        await PlantWorkAsync(bo);
        await _there.Site.SetAsync(
            """
            INSERT INTO solution (set_id, membership_id, number, text, decided_on, created_at, created_by, changed_at, changed_by)
            VALUES (@Set, @bo, 1, 'One sample, shared', '2026-03-25', '2026-03-25T09:00:00.000Z', @who, '2026-03-25T09:00:00.000Z', @who)
            """, new { _there.Set, bo, who = _there.World["Bo Lind"] });
        var page = await ReadAsync("Alma Tamm");
        Assert.Contains($"<a href=\"{_there.At($"work/{bo}")}#n3\">Map three</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{_there.At($"work/{bo}")}#solution\">One sample, shared</a>", page, StringComparison.Ordinal);
        Assert.Contains("Solution for the problem of Bo, 25 March", page, StringComparison.Ordinal);
    }

    private Task<bool> PlantWorkAsync(long? of) => _there.Site.Writer.RunAsync(writes =>
    {
        var bo = _there.World["Bo Lind"];
        foreach (var (words, found, gone) in new[] { ("Map one", "", false), ("Map two", "", false), ("Map three", "Nobody closes a job", false), ("Map four", "", true) })
        {
            writes.Execute(
                """
                INSERT INTO study_note (set_id, membership_id, token, looked_at, found, gone_at, created_at, created_by, changed_at, changed_by)
                VALUES (@Set, @of, @words, @words, @found, CASE WHEN @gone THEN @Now END, @Now, @bo, @Now, @bo)
                """, new { _there.Set, of, words, found, gone, bo, writes.Now });
        }

        foreach (var words in _decided)
        {
            writes.Execute(
                """
                INSERT INTO decision (set_id, membership_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by)
                VALUES (@Set, @of, @words, @words, 'OwnAuthority', '2026-03-24', @Now, @bo, @Now, @bo)
                """, new { _there.Set, of, words, bo, writes.Now });
        }

        return true;
    });

    [Fact]
    public async Task My_page_leads_there()
    {
        Assert.Contains($"href=\"{_there.At()}\"", await (await _there.AsAsync("Alma Tamm")).GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains($"href=\"{_there.At()}\"", await (await _there.AsAsync("Aada Advisor")).GetStringAsync("/as/advisor", Stop), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string name) => await (await _there.AsAsync(name)).GetStringAsync(_there.At(), Stop);
}
