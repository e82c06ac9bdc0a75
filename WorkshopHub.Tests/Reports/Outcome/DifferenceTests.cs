using WorkshopHub.Tests.Data;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Reports.Editor;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>Nobody's answer can be worked out by taking one figure from another: two versions, or the parts from the whole.</summary>
public sealed partial class DifferenceTests
{
    private static readonly DateTimeOffset _now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Who_leaves_takes_no_rating_out_of_what_all_said_together()
    {
        await using var file = await PlantAsync(6);
        var before = Goal(await DraftAsync(file));
        await file.Writer.RunAsync(writes => writes.Execute("UPDATE membership SET left_at = @Now WHERE id = 1", new { writes.Now }));

        Assert.Equal((6, 1.8, 11), before);
        Assert.Equal((6, 1.8), Goal(await DraftAsync(file)) is var after ? (after.N, after.Mean) : default);
    }

    [Fact]
    public async Task Who_rates_late_is_told_of_neither_in_a_draft_nor_in_a_version_until_five_have()
    {
        await using var file = await PlantAsync(6);
        await RateAsync(file, 7, 10); // four came late
        var (draft, version) = (Goal(await DraftAsync(file)), Goal(await PublishAsync(file)));
        await RateAsync(file, 11, 11);

        Assert.Equal((6, 1.8, 11), draft);
        Assert.Equal((6, 1.8, 11), version);
        Assert.Equal((11, 3.3, 11), Goal(await DraftAsync(file)));
    }

    [Fact]
    public async Task Who_rates_otherwise_afterwards_changes_nothing_until_five_have()
    {
        await using var file = await PlantAsync(11);
        await RateAsync(file, 3, 6, value: 5); // four of those who had said 1
        var four = Goal(await DraftAsync(file));
        await RateAsync(file, 7, 7, value: 1);

        Assert.Equal((11, 3.3, 11), four);
        Assert.Equal((11, 4.4, 11), Goal(await DraftAsync(file)));
    }

    [Fact]
    public async Task Who_joins_after_all_have_rated_and_rates_alone_is_not_the_difference_between_two_drafts()
    {
        await using var file = await PlantAsync(11);
        await file.Writer.RunAsync(writes => Member(writes, 1, 12));
        await RateAsync(file, 12, 12);

        Assert.Equal((11, 3.3, 12), Goal(await DraftAsync(file)));
    }

    [Fact]
    public async Task While_the_workshop_is_on_nothing_is_told_and_a_version_tells_what_all_said_so_far()
    {
        await using var file = await PlantAsync(0);
        await file.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (1, 'KickOff', 'Kick-off', '2026-03-20', 'Live', @Now, @Now)", new { writes.Now }));
        await RateAsync(file, 1, 7);
        var draft = await DraftAsync(file);

        Assert.Empty(draft.Learned!.Goals);
        Assert.True(draft.Learned.GoalsWait);
        Assert.Null(draft.Find("goal-KickOff"));
        Assert.Equal(7, Goal(await PublishAsync(file)).N);
    }

    [Fact]
    public async Task Few_who_offered_the_one_thing_stand_with_those_who_offered_another_and_each_person_counts_once()
    {
        var report = await ReadAsync(writes =>
        {
            var workshop = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-03-20', @Now, @Now)", new { writes.Now });
            var activity = writes.Insert(
                "INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@workshop, 'poll', 'Next time', @Now, @Now)", new { workshop, writes.Now });
            foreach (var (text, people) in new[] { ("Advisor", 8), ("Sponsor", 6), ("Cook", 2) })
            {
                for (var person = 1; person <= people; person++)
                {
                    writes.Execute("INSERT INTO person (name, created_at, changed_at) SELECT @name, @Now, @Now WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = @person)", new { name = $"P{person}", person, writes.Now });
                    writes.Execute("INSERT INTO carried (activity_id, target, person_id, source, text) VALUES (@activity, 'Volunteer', @person, '', @text)", new { activity, person, text });
                }
            }
        });

        Assert.Equal([("Advisor", 8), ("", 8)], report.Next!.Volunteers.Select(one => (one.Words, one.Count)));
        Assert.Equal(8.0, report.Find("volunteers")!.Value);
    }

    [Fact]
    public async Task Of_fewer_than_five_commitments_only_their_number_is_told()
    {
        var report = await ReadAsync(writes =>
        {
            var final = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (1, 'Final', 'Final', '2026-03-20', @Now, @Now)", new { writes.Now });
            var activity = writes.Insert(
                "INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@final, 'commitment', 'Ninety days', @Now, @Now)", new { final, writes.Now });
            for (var person = 1; person <= 4; person++)
            {
                var id = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name = $"P{person}", writes.Now });
                writes.Execute(
                    "INSERT INTO commitment (activity_id, person_id, role, text, share, state, at) VALUES (@activity, @id, 'Member', 'Ask', 'Nobody', 'NotDone', @Now)", new { activity, id, writes.Now });
            }
        });

        Assert.Equal(("4", "fewer than five", "fewer than five"), (report.Find("promises")!.Words, report.Find("promises-witnessed")!.Words, report.Find("promises-kept")!.Words));
        Assert.Equal((4, null), (report.Next!.Promises!.Count, report.Next.Promises.Done));
    }

    /// <summary>One set of eleven, of whom some have rated how far they are: the first said 5, the second 2, up to the sixth 1, then 5.</summary>
    private static async Task<TestFile> PlantAsync(int rated)
    {
        var file = await TestFile.WritingAsync();
        await file.Writer.RunAsync(writes =>
        {
            Programme(writes);
            var set = Set(writes, 1);
            for (var person = 1; person <= 11; person++)
            {
                Member(writes, set, person);
            }

            return true;
        });
        await RateAsync(file, 1, rated);
        return file;
    }

    private static Task<bool> RateAsync(TestFile file, int first, int last, int? value = null) => file.Writer.RunAsync(writes =>
    {
        for (var member = first; member <= last; member++)
        {
            GoalCommands.Rate(writes, member, "KickOff", value ?? (member is 1 or > 6 ? 5 : member == 2 ? 2 : 1), "", shared: false);
        }

        if (last > 0)
        {
            RatingsTold.Said(writes, last, "KickOff");
        }

        return true;
    });

    private static (int? N, double? Mean, int Of) Goal(OutcomeReport report) => Assert.Single(report.Learned!.Goals) is var goal ? (goal.N, goal.Mean, goal.Of) : default;

    private static async Task<OutcomeReport> PublishAsync(TestFile file)
    {
        await file.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE programme SET state = 'Reporting'");
            var by = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES ('Mari', @Now, @Now)", new { writes.Now });
            return Publishing.Publish(writes, new ActivityKinds([]), 1, new PublishForm("", true, 1, 0), _now, by);
        });
        return (await file.Db.ReadAsync(reads => ReportVersion.Report(reads, 1, 1), TestContext.Current.CancellationToken))!;
    }

    private static async Task<OutcomeReport> DraftAsync(TestFile file) =>
        (await file.Db.ReadAsync(reads => LiveReport.Read(reads, new ActivityKinds([]), 1, _now), TestContext.Current.CancellationToken))!;

    private static async Task<OutcomeReport> ReadAsync(Action<Writes> plant)
    {
        await using var file = await TestFile.WritingAsync();
        await file.Writer.RunAsync(writes =>
        {
            Programme(writes);
            plant(writes);
            return true;
        });
        return (await file.Db.ReadAsync(reads => LiveReport.Read(reads, new ActivityKinds([]), 1, _now), TestContext.Current.CancellationToken))!;
    }

    private static void Programme(Writes writes) =>
        writes.Execute("INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Bare', 'CommonProblem', 'Running', @Now, @Now)", new { writes.Now });

    private static long Set(Writes writes, int position) => writes.Insert(
        "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (1, @position, @name, @Now, @Now)", new { position, name = $"Set {position}", writes.Now });

    private static long Member(Writes writes, long set, int number)
    {
        var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name = $"Person {number}", writes.Now });
        writes.Execute("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)", new { set, person, writes.Now });
        return person;
    }
}
