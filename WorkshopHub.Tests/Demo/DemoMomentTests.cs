using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;

namespace WorkshopHub.Tests.Demo;

/// <summary>The later moments of the demo: everything before them stands, and nothing after them.</summary>
public sealed class DemoMomentTests
{
    private static readonly string[] _moments =
    [
        "post.posted_at", "participant.joined_at", "run_move.at", "audit.at", "set_question.asked_at", "outcome_answer.at", "commitment.at",
        "self_rating.at", "offer.posted_at", "report_turn.tell_at", "agenda_item.started_at", "workshop.created_at",
    ];

    [Theory]
    [InlineData("mid-term", "Held, Live", "Conversation rounds on the questions")]
    [InlineData("final", "Held, Held, Live", "Six sets report to the sponsor")]
    public async Task A_workshop_runs_and_those_before_it_were_held(string word, string states, string item)
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoments.Read(word)!.Value);
        Assert.Equal(states, States(demo));
        var show = await demo.ShowAsync();
        Assert.Equal("2026-07-15", show.Workshop.Date);
        Assert.Equal(item, show.Now!.Title);
        Assert.Equal("InSets, Mixed, OneStays", demo.Ask<string>(
            """
            SELECT group_concat(mixing, ', ') FROM (
              SELECT DISTINCT a.settings ->> 'mixing' AS mixing FROM activity a JOIN agenda_item i ON i.activity_id = a.id JOIN workshop w ON w.id = i.workshop_id
              WHERE a.kind = 'rounds' AND w.programme_id = 1 ORDER BY 1)
            """));
        Assert.All(show.Items.Skip(show.Items.ToList().FindIndex(one => one.Title == item) + 1), one => Assert.Equal("Planned", one.State));
        Assert.Null(show.Undo);
        Same(demo);
        Earlier(demo);
    }

    [Fact]
    public async Task Finished_everything_has_been_said_answered_and_carried_over()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.Finished);
        Assert.Equal("Held, Held, Held", States(demo));
        Assert.Equal("Closed", demo.Ask<string>("SELECT state FROM programme WHERE id = 1"));
        Same(demo);
        Earlier(demo);
        Assert.Equal(0, demo.Ask<long>("SELECT count(*) FROM agenda_item WHERE state <> 'Done'"));
        Assert.Equal(90 + 8, demo.Ask<long>("SELECT count(*) FROM self_rating"));
        Assert.Equal(6, demo.Ask<long>("SELECT count(*) FROM outcome_answer"));
        Assert.Equal(11, demo.Ask<long>("SELECT count(*) FROM measure WHERE client = 'Confirmed'"));
        Assert.Equal(141 + 165, demo.Ask<long>("SELECT count(*) FROM dot"));
        Assert.Equal(6, demo.Ask<long>("SELECT count(*) FROM set_question WHERE answer <> ''"));
        Assert.Equal(22 + 19 + 20 + 30 + 13 + 12, demo.Ask<long>("SELECT count(*) FROM post"));
        Assert.Equal(3, demo.Ask<long>("SELECT count(*) FROM carried WHERE target = 'ProposedProblem'"));
        Assert.Equal(20, demo.Ask<long>("SELECT count(*) FROM carried WHERE target = 'Volunteer'"));
        Assert.Equal(407, demo.Ask<long>("SELECT count(*) FROM connection"));
        Assert.Equal(57 + 48 + 55 + 19, demo.Ask<long>("SELECT count(*) FROM word_given"));
        Assert.Equal(29, demo.Ask<long>("SELECT count(*) FROM offer"));
        Assert.True(demo.Ask<long>("SELECT count(*) FROM offer_match") >= 13);
        Assert.Equal(11, demo.Ask<long>("SELECT count(*) FROM door_request WHERE state = 'Opened'"));
        Assert.Equal(4 + 2, demo.Ask<long>("SELECT count(*) FROM seating"));
        Assert.Equal("10, 8, 7, 45, 20, 45, 30", demo.Ask<string>(
            """
            SELECT group_concat(minutes, ', ') FROM (
              SELECT i.minutes FROM agenda_item i JOIN workshop w ON w.id = i.workshop_id
              WHERE w.kind = 'Final' ORDER BY i.position LIMIT 7)
            """));
    }

    [Fact]
    public async Task After_ninety_days_it_is_asked_what_became_of_it_and_two_sets_and_their_clients_have_said_it()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.NinetyDays);
        Assert.Equal("Held, Held, Held", States(demo));
        Assert.Equal(12, demo.Ask<long>("SELECT count(*) FROM outcome_became"));
        Assert.Equal("Changed, Kept", demo.Ask<string>("SELECT group_concat(state, ', ') FROM (SELECT state FROM outcome_became WHERE part = 'Owner' AND state IS NOT NULL ORDER BY state)"));
        Assert.Equal(2, demo.Ask<long>("SELECT count(*) FROM outcome_became WHERE part = 'Client' AND state IS NOT NULL"));
        Assert.Equal(1, demo.Ask<long>("SELECT count(*) FROM due WHERE kind = 'Retention' AND done_at IS NULL AND due_at > (SELECT max(at) FROM outcome_became)"));
        Same(demo);
    }

    [Fact]
    public async Task The_next_programme_brings_problems_of_its_own_by_the_plan_of_its_format()
    {
        await using var before = await SeededDemo.AtAsync(DemoMoment.MidTerm);
        Assert.Equal("Planned 21", before.Ask<string>(Next));
        Assert.Equal("Circle, Triangle", before.Ask<string>(Sets));
        await using var after = await SeededDemo.AtAsync(DemoMoment.Finished);
        Assert.Equal("Held 21", after.Ask<string>(Next));
        Assert.Equal("Kettle, Headtorch", after.Ask<string>(Sets));
        Assert.Equal("Running", after.Ask<string>("SELECT state FROM programme WHERE id = 2"));
        Assert.Equal(8, after.Ask<long>(
            """
            SELECT count(*) FROM developmental_goal g JOIN membership m ON m.id = g.membership_id JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = 2 AND g.agreed_at IS NOT NULL
            """));
        Assert.Equal(12, after.Ask<long>(
            "SELECT count(*) FROM post p JOIN activity a ON a.id = p.activity_id JOIN workshop w ON w.id = a.workshop_id WHERE w.programme_id = 2"));
    }

    [Fact]
    public async Task Each_set_has_the_problem_that_it_ranked_highest()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.MidTerm);
        await demo.File.Db.ReadAsync(reads =>
        {
            var ranked = reads.First<long>("SELECT activity_id FROM preference_choice LIMIT 1");
            var now = Choosing.Read(reads, Activity.Find(reads, ranked)!);
            foreach (var (set, problem) in reads.Query<(long, long)>("SELECT id, problem_id FROM sets WHERE programme_id = 1"))
            {
                Assert.Equal(now.ByInterest(set)[0].Id, problem);
            }

            return true;
        });
    }

    private const string Next = "SELECT w.state || ' ' || count(*) FROM workshop w JOIN agenda_item i ON i.workshop_id = w.id WHERE w.programme_id = 2";

    private const string Sets = "SELECT group_concat(name, ', ') FROM (SELECT name FROM sets WHERE programme_id = 2 ORDER BY position)";

    private static string States(SeededDemo demo) =>
        demo.Ask<string>("SELECT group_concat(state, ', ') FROM (SELECT state FROM workshop WHERE programme_id = 1 ORDER BY date)");

    /// <summary>The kick-off as the content tells it.</summary>
    private static void Same(SeededDemo demo)
    {
        Assert.Equal(
            "Backfill, Quiet Night, Twelve Streets, First Knock, Keys in Hand, Second Winter",
            demo.Ask<string>("SELECT group_concat(name, ', ') FROM (SELECT name FROM sets WHERE programme_id = 1 ORDER BY position)"));
        var content = DemoContent.Load().Programmes[0];
        var open = content.Problems!.Where(one => one.Id is "pr3" or "pr5").Select(one => one.Title).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('|', open), demo.Ask<string>(
            "SELECT group_concat(title, '|') FROM (SELECT title FROM problem WHERE programme_id = 1 AND state = 'Offered' ORDER BY title)"));
        Assert.Equal(6, demo.Ask<long>("SELECT count(*) FROM preference_choice WHERE how = 'Wish'"));
        Assert.Equal("2.43, 2.57, 2.66, 2.67, 2.88, 3.03, 3.07", demo.Ask<string>(
            """
            SELECT group_concat(printf('%.2f', mean), ', ') FROM (
              SELECT avg(value) AS mean FROM pulse_answer
              WHERE activity_id = (SELECT min(activity_id) FROM pulse_answer) GROUP BY statement ORDER BY mean)
            """));
        Assert.Equal(3, demo.Ask<long>(
            """
            SELECT count(*) FROM developmental_goal
            WHERE substr(agreed_at, 1, 10) = (SELECT date(date, '+7 days') FROM workshop WHERE kind = 'KickOff')
            """));
        Assert.Equal(30, demo.Ask<long>(
            """
            SELECT count(*) FROM developmental_goal g JOIN membership m ON m.id = g.membership_id JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = 1 AND g.agreed_at IS NOT NULL
            """));
    }

    private static void Earlier(SeededDemo demo)
    {
        foreach (var column in _moments)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            Assert.True(string.CompareOrdinal(
                demo.Ask<string>($"SELECT ifnull(max({name}), '') FROM {table}"), Utc.Text(SeededDemo.Now)) <= 0, $"{column} is later than now");
        }
    }
}
