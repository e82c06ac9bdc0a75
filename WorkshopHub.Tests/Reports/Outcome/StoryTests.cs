using WorkshopHub.Tests.Data;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>What is told of a problem is its own: the words of its people, and how it ended.</summary>
public sealed class StoryTests
{
    private static readonly DateTimeOffset _now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Of_two_members_of_one_set_each_story_quotes_its_own_member_alone()
    {
        var report = await ReadAsync("OwnProblem", (writes, set) =>
        {
            string[] names = ["Alma", "Bo"];
            string[] keys = [.. names.Select(name =>
            {
                var (id, person) = (Tokens.New(), Member(writes, set, name));
                writes.Execute(
                    """
                    INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@id, @set, @person, @words, @Now, @Now);
                    INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at)
                    VALUES (@set, 'Reflection', @id, @person, 'Organisation', @person, @Now, @Now)
                    """, new { id, set, person, words = $"Said by {name}", writes.Now });
                return $"reflection-{id}";
            })];
            Assert.True(ReportDraft.Save(writes, new ReportDraft { ProgrammeId = 1, Quotes = keys }, 1));
        });

        Assert.Equal([("Alma", "Said by Alma"), ("Bo", "Said by Bo")], report.Problems!.Select(story => (story.Member!, Assert.Single(story.Quotes).Text)));
    }

    [Fact]
    public async Task What_a_member_never_sent_stays_theirs_and_the_report_has_not_even_its_name()
    {
        var report = await ReadAsync("OwnProblem", (writes, set) =>
        {
            foreach (var (name, sent) in new[] { ("Alma", (string?)null), ("Bo", writes.Now) })
            {
                writes.Execute(
                    """
                    INSERT INTO problem (programme_id, position, title, owner_id, sent_at, state, created_at, changed_at)
                    VALUES (1, @person, 'Permits wait, says ' || @name, @person, @sent, 'Proposed', @Now, @Now)
                    """, new { name, sent, person = Member(writes, set, name), writes.Now });
            }
        });

        Assert.Equal([("Alma", ""), ("Bo", "Permits wait, says Bo")], report.Problems!.Select(story => (story.Member!, story.Title)));
    }

    [Fact]
    public async Task A_problem_ended_as_it_stands_now_and_one_that_was_opened_again_has_not_ended()
    {
        var report = await ReadAsync("CommonProblem", (writes, set) =>
        {
            Problem(writes, set, "Implemented", ("InWork", "2026-03-01"), ("Implemented", "2026-03-05"), ("Stopped", "2026-03-10"), ("Implemented", "2026-03-20"));
            Problem(writes, Set(writes, 2), "InWork", ("InWork", "2026-03-01"), ("Stopped", "2026-03-10"), ("InWork", "2026-03-12"));
        });

        Assert.Equal(
            [("Implemented", new DateOnly(2026, 3, 20)), ((string?)null, (DateOnly?)null)],
            report.Problems!.Select(story => (story.Ended, story.EndedOn)));
    }

    [Fact]
    public async Task A_learning_that_the_room_kept_has_its_author_who_said_yes_and_an_idea_for_next_time_only_its_set()
    {
        var report = await ReadAsync("CommonProblem", (writes, set) =>
        {
            var person = Member(writes, set, "Alma");
            var workshop = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-03-28', @Now, @Now)", new { writes.Now });
            var activity = writes.Insert("INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@workshop, 'posts', 'All', @Now, @Now)", new { workshop, writes.Now });
            var seat = writes.Insert(
                "INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) VALUES (@workshop, @person, 'Alma', 'Member', @set, @Now)", new { workshop, person, set, writes.Now });
            string[] targets = ["Learning", "ProposedProblem"];
            foreach (var target in targets)
            {
                writes.Execute(
                    """
                    INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state) VALUES (@id, @activity, @seat, @set, 'Learning', @target, @id, 'Shown');
                    INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, @target, @set, @id, @target);
                    INSERT INTO dot (id, activity_id, participant_id, item) VALUES (@id, @activity, @seat, @id);
                    INSERT INTO quote_asked (post_id, asked_by, asked_at, says, said_at) VALUES (@id, @person, @Now, 'Yes', @Now);
                    """, new { id = Tokens.New(), activity, seat, set, target, person, writes.Now });
            }
        });

        Assert.Equal(("Learning", (string?)"Alma"), (Assert.Single(report.Learned!.Kept) is var kept ? (kept.Text, kept.Who) : default));
        Assert.Equal(("ProposedProblem", (string?)null, "Set 1"), (Assert.Single(report.Next!.Ideas) is var idea ? (idea.Text, idea.Who, idea.Set!.Name) : default));
    }

    [Fact]
    public async Task A_figure_that_its_client_disputes_stands_with_the_other_figure_and_their_reason_and_counts_as_not_confirmed()
    {
        var report = await ReadAsync("CommonProblem", (writes, set) =>
        {
            var client = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES ('Clio', @Now, @Now)", new { writes.Now });
            Problem(writes, set, "InWork");
            writes.Execute("UPDATE problem SET client_id = @client", new { client });
            var measure = writes.Insert(
                """
                INSERT INTO measure (set_id, position, name, unit, baseline, result, result_date, source, changed_at)
                VALUES (@set, 1, 'Dug twice', '%', 19, 11, '2026-03-20', 'Job records', @Now)
                """, new { set, writes.Now });
            MeasureCommands.Say(writes, measure, "Disputed", 12.5, "We count the night shift too", client);
        });
        var measure = Assert.Single(report.Problems![0].Measures);
        const string Said = "Clio sees it differently";

        Assert.Equal((11.0, "Disputed", 12.5), (measure.Now, measure.Standing, measure.StandingValue));
        Assert.StartsWith(Said, StoryFigures.Standing(measure), StringComparison.Ordinal);
        Assert.EndsWith(": 12.5%. We count the night shift too", StoryFigures.Standing(measure), StringComparison.Ordinal);
        Assert.Contains(Said, report.Find($"measure-{measure.Id}")!.About, StringComparison.Ordinal);
        Assert.Contains(Said, ReportCharts.Arrow(measure).Note, StringComparison.Ordinal);
        Assert.Equal((0.0, 1), (report.Find("measures-confirmed")!.Value, report.Find("measures-confirmed")!.N));
    }

    [Fact]
    public async Task A_result_without_a_day_is_of_its_last_reading_else_of_the_day_on_which_it_was_told_and_never_of_today()
    {
        var report = await ReadAsync("CommonProblem", (writes, read) =>
        {
            var (told, bare, dated) = (Set(writes, 2), Set(writes, 3), Set(writes, 4));
            foreach (var (set, on) in new[] { (read, (string?)null), (told, null), (bare, null), (dated, "2026-03-22") })
            {
                writes.Execute(
                    "INSERT INTO measure (set_id, position, name, baseline, result, result_date, source, changed_at) VALUES (@set, 1, 'Dug twice', 19, 11, @on, 'Job records', @Now)",
                    new { set, on, writes.Now });
            }

            writes.Execute("INSERT INTO measure_reading (measure_id, date, value) SELECT id, '2026-03-20', 12 FROM measure WHERE set_id = @read", new { read });
            var final = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-03-25', 'Held', @Now, @Now)", new { writes.Now });
            var activity = writes.Insert("INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@final, 'reportout', 'Reports', @Now, @Now)", new { final, writes.Now });
            var outcome = writes.Insert("INSERT INTO outcome (workshop_id, set_id, created_at, changed_at) VALUES (@final, @told, @Now, @Now)", new { final, told, writes.Now });
            writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) VALUES (@activity, @outcome, 1, '2026-03-25T09:00:00.000Z')", new { activity, outcome });
        });

        DateOnly?[] days = [new(2026, 3, 20), new(2026, 3, 25), null, new(2026, 3, 22)];
        Assert.Equal(days, report.Problems!.Select(story => report.Find($"measure-{story.Measures[0].Id}")!.AsOf));
        Assert.All(report.Problems!, story => Assert.Null(report.Find($"measure-{story.Measures[0].Id}-before")!.AsOf));
        Assert.Contains("\"asOf\":null", ReportJson.Write(report), StringComparison.Ordinal);
    }

    private static void Problem(Writes writes, long set, string state, params (string State, string On)[] stages)
    {
        var problem = writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, created_at, changed_at)
            VALUES (1, @set, 'Holes', '', 'It costs', @state, @Now, @Now)
            """, new { set, state, writes.Now });
        writes.Execute("UPDATE sets SET problem_id = @problem WHERE id = @set", new { problem, set });
        foreach (var stage in stages)
        {
            writes.Execute("INSERT INTO problem_stage (problem_id, state, on_date, at) VALUES (@problem, @State, @On, @Now)", new { problem, stage.State, stage.On, writes.Now });
        }
    }

    private static async Task<OutcomeReport> ReadAsync(string format, Action<Writes, long> plant)
    {
        await using var file = await TestFile.WritingAsync();
        await file.Writer.RunAsync(writes =>
        {
            writes.Execute("INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Bare', @format, 'Running', @Now, @Now)", new { format, writes.Now });
            plant(writes, Set(writes, 1));
            return true;
        });
        return (await file.Db.ReadAsync(reads => LiveReport.Read(reads, new ActivityKinds([]), 1, _now), TestContext.Current.CancellationToken))!;
    }

    private static long Set(Writes writes, int position) => writes.Insert(
        "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (1, @position, @name, @Now, @Now)", new { position, name = $"Set {position}", writes.Now });

    private static long Member(Writes writes, long set, string name)
    {
        var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name, writes.Now });
        writes.Execute("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)", new { set, person, writes.Now });
        return person;
    }
}
