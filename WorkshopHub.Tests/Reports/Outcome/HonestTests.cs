using WorkshopHub.Tests.Data;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>Programmes in which little is there: the report says so, and never zero.</summary>
public sealed class HonestTests
{
    private static readonly DateTimeOffset _now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_empty_programme_gives_a_report_in_which_nothing_is_recorded()
    {
        var report = await ReadAsync(_ => { });

        Assert.Equal("No set has members yet.", report.OnePage!.Opening);
        Assert.NotEmpty(report.Figures);
        Assert.All(report.Figures, figure => Assert.Equal("not recorded", figure.Words));
        Assert.Empty(report.Problems!);
        Assert.Empty(report.Decisions!);
        Assert.Null(report.Next!.Promises);
        Assert.All(report.Method!.Evidence, level => Assert.Empty(level.Sections));
        Assert.Equal(ReportJson.Write(report), ReportJson.Write(ReportJson.Read(ReportJson.Write(report))));
    }

    [Fact]
    public async Task One_set_of_one_person_without_client_problem_or_meeting_is_told_as_that()
    {
        var report = await ReadAsync(writes =>
        {
            var set = Set(writes, 1, "Alone");
            Member(writes, set, "Only One");
            writes.Execute("INSERT INTO self_rating (membership_id, moment, value, at) VALUES (1, 'KickOff', 3, @Now)", new { writes.Now });
        });

        Assert.Equal("One person in one set met, and no problem is chosen yet.", report.OnePage!.Opening);
        var story = Assert.Single(report.Problems!);
        Assert.Null(story.Client);
        Assert.Equal("", story.Title);
        Assert.Equal("1", report.Find("people")!.Words);
        Assert.Equal("not recorded", report.Find("meetings-held")!.Words);
        Assert.Null(report.Learned!.Goals[0].N);
        Assert.Empty(report.Learned.Goals[0].Bins);
        Assert.Equal("fewer than five", report.Find("goal-KickOff")!.Words);
    }

    [Fact]
    public async Task Words_of_a_report_that_was_not_told_yet_stay_with_the_set()
    {
        var report = await ReadAsync(writes =>
        {
            var set = Set(writes, 1, "Shy");
            Member(writes, set, "Only One");
            var final = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-09-15', @Now, @Now)", new { writes.Now });
            var outcome = writes.Insert(
                "INSERT INTO outcome (workshop_id, set_id, asked, created_at, changed_at) VALUES (@final, @set, 'A secret wish', @Now, @Now)", new { final, set, writes.Now });
            writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text) VALUES (@outcome, 'Tried', 'A secret try')", new { outcome });
        });
        var json = ReportJson.Write(report);

        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.Null(report.Problems![0].ToldOn);
        Assert.Null(report.Find("decisions-asked")!.Value);
    }

    [Fact]
    public async Task A_measure_without_a_result_shows_its_last_reading_and_says_so()
    {
        var report = await ReadAsync(writes =>
        {
            var set = Set(writes, 1, "On the way");
            var measure = writes.Insert(
                "INSERT INTO measure (set_id, position, name, unit, baseline, target, changed_at) VALUES (@set, 1, 'Opened again', '%', 19, 10, @Now)", new { set, writes.Now });
            writes.Execute(
                """
                INSERT INTO measure_reading (measure_id, date, value, n, gone_at) VALUES
                  (@measure, '2026-03-01', 17, 40, NULL), (@measure, '2026-03-20', 15, 44, NULL), (@measure, '2026-03-25', 2, 50, @Now)
                """, new { measure, writes.Now });
        });
        var figure = report.Find("measure-1")!;

        Assert.Equal((15, 2, new DateOnly(2026, 3, 20)), (figure.Value, figure.N, figure.AsOf)); // read twice; what was taken back is no reading
        Assert.Contains("Of 44 cases.", figure.About, StringComparison.Ordinal);
        Assert.Contains("there is no result yet", figure.About, StringComparison.Ordinal);
        Assert.False(report.Problems![0].Measures[0].IsResult);
        Assert.Contains("1 of 1 figures of the problems is not confirmed by the one whom it belongs to.", report.Method!.Limits);
    }

    [Fact]
    public async Task Sets_with_fewer_than_five_actions_stand_together()
    {
        var report = await ReadAsync(writes =>
        {
            foreach (var (count, position) in new[] { (6, 1), (2, 2), (3, 3), (0, 4) })
            {
                var set = Set(writes, position, $"Set {position}");
                var owner = Member(writes, set, $"Person {position}");
                for (var number = 1; number <= count; number++)
                {
                    writes.Execute(
                        """
                        INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
                        VALUES (@key, @set, @number, @owner, 'Ask', '2026-03-12', '2026-03-20', 'Done', @Now, @Now)
                        """, new { key = Web.Accounts.Tokens.New(), set, number, owner, writes.Now });
                }
            }
        });

        Assert.Equal("Of Set 4 no action is recorded.", report.Work!.NotRecorded);
        Assert.Equal([(1L, 6), (null, 5)], report.Work!.Actions.Select(bar => (bar.Set?.Position, bar.Total)));
        Assert.Equal((11, 11), (report.Find("actions-done")!.Value, report.Find("actions-done")!.N));
        Assert.Equal("3 of 4 sets", report.Find("actions-done")!.Sets);
        Assert.EndsWith("3 of 4 sets have told.", report.Find("actions-agreed")!.About, StringComparison.Ordinal);
        Assert.Null(report.Find("sets")!.Sets);
        Assert.Equal(["Set 1", "Other sets together"], ReportCharts.Actions(report.Work).Rows.Where(row => row.Counts is not null).Select(row => row.Name));
        Assert.Equal("not recorded", report.Find("days-to-done")!.Words);
    }

    [Theory]
    [InlineData(new long[] { 5, 6, 9 }, "5 6 9", "")]
    [InlineData(new long[] { 4, 6, 9 }, "9", "4 6")] // four alone would be the whole less the rest
    [InlineData(new long[] { 4, 1, 9 }, "9", "1 4")]
    [InlineData(new long[] { 4 }, "", "4")]
    public void Whatever_counts_fewer_than_five_stands_together_with_the_next_until_they_are_five(long[] counts, string alone, string together)
    {
        var split = Few.Split(counts, count => count);
        Assert.Equal((alone, together), (string.Join(' ', split.Alone), string.Join(' ', split.Together)));
    }

    [Fact]
    public async Task Of_fewer_than_five_goals_and_ratings_only_that_is_told()
    {
        var report = await ReadAsync(writes =>
        {
            var set = Set(writes, 1, "Small");
            for (var member = 1; member <= 4; member++)
            {
                Member(writes, set, $"Person {member}");
                writes.Execute(
                    "INSERT INTO developmental_goal (membership_id, text, agreed_at, agreed_by, created_at, changed_at) VALUES (@member, 'To wait', iif(@member > 1, @Now, NULL), iif(@member > 1, 1, NULL), @Now, @Now)", new { member, writes.Now });
                writes.Execute("INSERT INTO self_rating (membership_id, moment, value, note, at) VALUES (@member, 'KickOff', @member, '', @Now)", new { member, writes.Now });
            }

            Web.Programmes.Goals.RatingsTold.Tell(writes, 1);
        });

        Assert.Equal(("4", "fewer than five", "fewer than five"), (report.Find("goals-set")!.Words, report.Find("goals-agreed")!.Words, report.Find("goal-KickOff")!.Words));
        var goal = Assert.Single(report.Learned!.Goals);
        Assert.Null(goal.N);
        Assert.Null(goal.Mean);
        Assert.Empty(goal.Bins);
    }

    [Fact]
    public async Task An_action_is_done_on_the_day_of_the_meeting_at_which_it_was_told_and_between_meetings_on_the_day_of_its_words()
    {
        var report = await ReadAsync(writes =>
        {
            var set = Set(writes, 1, "Telling");
            var owner = Member(writes, set, "Owner");
            var meeting = writes.Insert(
                "INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at) VALUES (@set, 1, '2026-03-20', '2026-03-20', 'Held', @Now, @Now)", new { set, writes.Now });
            foreach (var (number, at, written) in Enumerable.Range(1, 6).Select(one => one % 2 == 1 ? (one, (long?)meeting, "2026-03-25T09:00:00.000Z") : (one, null, "2026-03-14T09:00:00.000Z")))
            {
                var action = writes.Insert(
                    """
                    INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
                    VALUES (@key, @set, @number, @owner, 'Ask', '2026-03-12', '2026-03-20', 'Done', @Now, @Now)
                    """, new { key = Web.Accounts.Tokens.New(), set, number, owner, writes.Now });
                writes.Execute(
                    """
                    INSERT INTO set_action_report (action_id, round, key, meeting_id, state, did, happened, learned, due, created_at, changed_at)
                    VALUES (@action, 1, @key, @at, 'Done', 'Asked', 'They told', 'To ask', '2026-03-20', @written, @written)
                    """, new { action, key = Web.Accounts.Tokens.New(), at, written });
            }

            // The first was told as done once before and taken up again: the last time counts.
            writes.Execute("UPDATE set_action_report SET round = 2 WHERE meeting_id IS NOT NULL");
            writes.Execute(
                """
                INSERT INTO set_action_report (action_id, round, key, state, did, happened, learned, due, created_at, changed_at)
                SELECT action_id, 1, lower(hex(randomblob(13))), state, did, happened, learned, due, '2026-03-13T09:00:00.000Z', @Now FROM set_action_report WHERE round = 2
                """, new { writes.Now });
        });

        Assert.Equal((5.0, 6), (report.Find("days-to-done")!.Value, report.Find("days-to-done")!.N)); // three of eight days, three of two
    }

    [Theory]
    [InlineData(false, "2 days", "2")]
    [InlineData(true, "fewer than five", "fewer than five")]
    public async Task Days_are_the_organisations_own_over_midnight_and_the_change_of_the_clock_and_of_few_doors_they_are_not_told(bool isFew, string all, string row)
    {
        var report = await ReadAsync(writes =>
        {
            Settings.Set(writes, Settings.TimeZone, "Europe/Tallinn");
            var set = Set(writes, 1, "Late");
            var (owner, opener) = (Member(writes, set, "Owner"), Member(writes, set, "Opener"));
            var workshop = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'MidTerm', 'Mid-term', '2026-03-28', @Now, @Now)", new { writes.Now });
            var activity = writes.Insert("INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@workshop, 'poll', 'Doors', @Now, @Now)", new { workshop, writes.Now });

            // Half past eleven in the evening of 28 March, and half past midnight on 30 March: the clocks went forward between.
            for (var door = 0; door < (isFew ? 4 : 5); door++)
            {
                writes.Execute(
                    """
                    INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, text, state, asked_at, closed_at)
                    VALUES (@id, @activity, @set, @owner, @opener, 'Keys', '', 'Opened', '2026-03-28T21:30:00.000Z', '2026-03-29T21:30:00.000Z')
                    """, new { id = Web.Accounts.Tokens.New(), activity, set, owner, opener });
            }
        }, new DateTimeOffset(2026, 3, 29, 21, 30, 0, TimeSpan.Zero));

        Assert.Equal((all, row), (report.Find("days-to-open")!.Words, report.Doors!.Champions.Single().Days));
        Assert.Equal(new DateOnly(2026, 3, 30), report.Head.MadeOn);
    }

    internal static async Task<OutcomeReport> ReadAsync(Action<Writes> plant, DateTimeOffset? now = null)
    {
        await using var file = await TestFile.WritingAsync();
        await file.Writer.RunAsync(writes =>
        {
            writes.Insert("INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Bare', 'CommonProblem', 'Running', @Now, @Now)", new { writes.Now });
            plant(writes);
            return true;
        });
        return (await file.Db.ReadAsync(reads => LiveReport.Read(reads, new ActivityKinds([]), 1, now ?? _now), TestContext.Current.CancellationToken))!;
    }

    internal static long Set(Writes writes, int position, string name) => writes.Insert(
        "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (1, @position, @name, @Now, @Now)", new { position, name, writes.Now });

    internal static long Member(Writes writes, long set, string name)
    {
        var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name, writes.Now });
        writes.Execute("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)", new { set, person, writes.Now });
        return person;
    }
}
