using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>What counts as held, as waiting, as chosen, as kept and as witnessed.</summary>
public sealed class CountedTests
{
    [Fact]
    public async Task A_cancelled_meeting_is_not_dated()
    {
        var report = await HonestTests.ReadAsync(Counting);
        Assert.Equal((1, 1), (report.Find("meetings-held")!.Value, report.Find("meetings-held")!.N));
        Assert.Equal((1, 1), (report.Find("meetings-planned")!.Value, Assert.Single(Assert.Single(report.Work!.Lanes).Meetings).Number));
        Assert.Equal([new DateOnly(2026, 3, 27)], report.Work.Lanes[0].Cancelled);
        Assert.Equal(["Counting", "1", "20 Mar", "0", "1"], Assert.Single(Web.Reports.Outcome.ReportCharts.Meetings(report.Work).Table.Rows));
        Assert.Equal("not recorded", Assert.Single(Web.Reports.Outcome.ReportCharts.Meetings(report.Work with { Lanes = [report.Work.Lanes[0] with { Cancelled = null }] }).Table.Rows)[4]);
    }

    [Fact]
    public async Task A_door_that_is_promised_still_waits()
    {
        var doors = (await HonestTests.ReadAsync(Counting)).Find("doors-waiting")!;
        Assert.Equal((1, 1), (doors.Value, doors.N));
    }

    [Fact]
    public async Task A_decision_and_an_invitation_that_were_taken_back_are_not_counted_and_a_guest_came_to_a_meeting_that_was_held()
    {
        var report = await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            writes.Execute(
                """
                INSERT INTO decision (set_id, token, text, ground, on_date, gone_at, created_at, created_by, changed_at, changed_by)
                SELECT s.id, 'd' || n.value, 'Dig by day', 'OwnAuthority', '2026-03-20', iif(n.value = 3, @Now, NULL), @Now, 1, @Now, 1 FROM sets s, json_each('[1, 2, 3]') n
                """, new { writes.Now });
            writes.Execute(
                """
                INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, state, created_at, changed_at)
                SELECT m.set_id, m.id, 'Guest', 'Maps', m.date, '10:00', '11:00', m.id || n.value, n.value, @Now, @Now FROM set_meeting m, json_each('["Coming", "NotComing", "TakenBack"]') n
                """, new { writes.Now });
        });
        Assert.Equal((2, 2), (report.Find("decided-own")!.Value, report.Find("decided-own")!.N));
        Assert.Equal(4, report.Find("guests-asked")!.Value);
        Assert.Equal((1, 4), (report.Find("guests-came")!.Value, report.Find("guests-came")!.N)); // the other meeting was cancelled
    }

    [Fact]
    public async Task What_has_no_dot_was_not_chosen() => Assert.Empty((await HonestTests.ReadAsync(Counting)).Learned!.Kept);

    [Theory]
    [InlineData(4, null, "")]
    [InlineData(5, 5, "5 dots")]
    public async Task How_many_dots_something_has_is_told_from_five_on(int given, int? told, string words)
    {
        var report = await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            writes.Execute("INSERT INTO participant (workshop_id, name, role, joined_at) SELECT w.id, 'Seat ' || n.value, 'Member', @Now FROM workshop w, json_each('[1, 2, 3, 4, 5]') n", new { writes.Now });
            writes.Execute(
                """
                INSERT INTO dot (id, activity_id, participant_id, item)
                SELECT printf('%026d', t.id), c.activity_id, t.id, c.source FROM carried c, participant t WHERE t.id <= @given
                """, new { given });
        });
        var kept = Assert.Single(report.Learned!.Kept);
        Assert.Equal((told, words), (kept.Dots, kept.DotWords));
    }

    [Fact]
    public async Task A_commitment_that_was_kept_in_part_was_kept()
    {
        var report = await HonestTests.ReadAsync(Counting);
        Assert.Equal((5, 5), (report.Find("promises-kept")!.Value, report.Next!.Promises!.Done));
    }

    [Fact]
    public async Task What_became_of_commitments_is_told_out_of_those_who_said_and_of_five_of_them_at_least()
    {
        async Task<Web.Reports.Outcome.OutcomeReport> SilentAsync(int silent) => await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            for (var number = 1; number <= 7; number++)
            {
                var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name = $"Another {number}", writes.Now });
                writes.Execute(
                    """
                    INSERT INTO commitment (activity_id, person_id, role, text, share, state, at)
                    SELECT activity_id, @person, 'Member', 'Ask', 'Nobody', 'NotDone', @Now FROM commitment LIMIT 1
                    """, new { person, writes.Now });
            }

            writes.Execute("UPDATE commitment SET state = 'Agreed' WHERE id IN (SELECT id FROM commitment ORDER BY id DESC LIMIT @silent)", new { silent });
        });
        var report = await SilentAsync(2);
        var kept = report.Find("promises-kept")!;
        Assert.Equal((5, 10, "Of 10 who said; 12 in all."), (kept.Value, kept.N, kept.About));
        report = await SilentAsync(3); // five kept theirs and four did not: either could be read from the other
        Assert.Equal(("all but fewer than five", null), (report.Find("promises-kept")!.Words, report.Next!.Promises!.Done));
        report = await SilentAsync(8);
        Assert.Equal("fewer than five", report.Find("promises-kept")!.Words);
        Assert.Null(report.Next!.Promises!.Done);
    }

    [Fact]
    public async Task What_no_witness_has_said_yet_is_not_recorded_and_not_none()
    {
        Assert.Equal("not recorded", (await HonestTests.ReadAsync(Counting)).Find("promises-witnessed")!.Words);
        var report = await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            writes.Execute("UPDATE commitment SET witness_id = 1, witness_says = 'No' WHERE id = (SELECT min(id) FROM commitment)");
        });
        Assert.Equal((0, 0), (report.Find("promises-witnessed")!.Value, report.Next!.Promises!.Witnessed));
    }

    [Theory]
    [InlineData(4, 0, "fewer than five")]
    [InlineData(4, 1, "fewer than five")]
    [InlineData(5, 0, "5")]
    public async Task How_many_witnesses_said_yes_is_told_of_five_at_least(int yes, int no, string words)
    {
        var report = await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            writes.Execute("UPDATE commitment SET witness_id = 1, witness_says = iif(id <= @yes, 'Yes', 'No') WHERE id <= @yes + @no", new { yes, no });
        });
        Assert.Equal((words, yes < 5 ? null : (int?)yes), (report.Find("promises-witnessed")!.Words, report.Next!.Promises!.Witnessed));
    }

    [Theory]
    [InlineData(5, 5, "5 asked, none has answered yet")]
    [InlineData(5, 2, "fewer than five asked, none has answered yet")]
    [InlineData(3, 3, "fewer than five")]
    public async Task Witnesses_who_were_named_and_asked_are_no_missing_record(int promises, int asked, string words)
    {
        var report = await HonestTests.ReadAsync(writes =>
        {
            Counting(writes);
            writes.Execute("DELETE FROM commitment WHERE id > @promises; UPDATE commitment SET witness_id = 1 WHERE id <= @asked", new { promises, asked });
        });
        Assert.Equal(words, report.Find("promises-witnessed")!.Words);
        Assert.Null(report.Find("promises-witnessed")!.Value);
        Assert.Equal(promises < 5 ? null : words, report.Next!.Promises!.WitnessesOpen);
    }

    /// <summary>One set with a meeting held and one cancelled, a promised door, a learning without a dot, and five commitments kept in part.</summary>
    private static void Counting(Writes writes)
    {
        var set = HonestTests.Set(writes, 1, "Counting");
        var (owner, opener) = (HonestTests.Member(writes, set, "Owner"), HonestTests.Member(writes, set, "Opener"));
        writes.Execute(
            """
            INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at) VALUES
              (@set, 1, '2026-03-20', '2026-03-20', 'Held', @Now, @Now), (@set, 2, '2026-03-27', '2026-03-27', 'Cancelled', @Now, @Now)
            """, new { set, writes.Now });
        var workshop = writes.Insert(
            "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-03-28', @Now, @Now)", new { writes.Now });
        var activity = writes.Insert("INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@workshop, 'poll', 'All', @Now, @Now)", new { workshop, writes.Now });
        writes.Execute(
            """
            INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, text, state, asked_at)
            VALUES (@id, @activity, @set, @owner, @opener, 'Keys', '', 'Accepted', @Now)
            """, new { id = Web.Accounts.Tokens.New(), activity, set, owner, opener, writes.Now });
        writes.Execute("INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, 'Learning', @set, 'none', 'Nobody chose it')", new { activity, set });
        for (var number = 1; number <= 5; number++)
        {
            var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name = $"Promise {number}", writes.Now });
            writes.Execute(
                "INSERT INTO commitment (activity_id, person_id, role, text, share, state, at) VALUES (@activity, @person, 'Member', 'Ask', 'Nobody', 'Partly', @Now)", new { activity, person, writes.Now });
        }
    }
}
