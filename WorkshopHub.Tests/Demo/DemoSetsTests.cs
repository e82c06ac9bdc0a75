using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;

namespace WorkshopHub.Tests.Demo;

/// <summary>What the sets of the demo did between the workshops: all of the content that lies behind the moment, and nothing of later.</summary>
public sealed class DemoSetsTests
{
    private static readonly string[] _moments =
    [
        "meeting_run.opened_at", "meeting_run.closed_at", "airtime_slot.ended_at", "airtime_question.at", "airtime_assumption.at", "set_action.created_at",
        "set_action_report.created_at", "reflection.created_at", "sheet.written_at", "guest_invitation.created_at", "guest_invitation.answered_at", "door_request.asked_at",
        "door_word.at", "phase_step.at", "agreement_step.answered_at", "study_note.created_at", "decision.created_at", "solution.created_at", "measure_reading.at",
        "supervisor_talk.written_at", "advisor_note.created_at",
    ];

    [Theory]
    [InlineData("kick-off", 0)]
    [InlineData("mid-term", 36)]
    [InlineData("final", 72)]
    [InlineData("finished", 72)]
    public async Task Meetings_that_lie_behind_were_held_with_all_that_was_said_in_them(string word, int held)
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoments.Read(word)!.Value);
        Assert.Equal(held, demo.Ask<long>("SELECT count(*) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 1 AND m.state = 'Held'"));
        var said = DemoContent.Load().Programmes[0].SetMeetings!.OrderBy(one => one.Date).Take(held).ToList();
        Assert.Equal(said.Sum(one => one.Airtime.Count), demo.Ask<long>(
            "SELECT count(*) FROM airtime_slot t JOIN set_meeting m ON m.id = t.meeting_id JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 1 AND t.state = 'Done'"));
        Assert.Equal(said.Sum(one => one.Airtime.Sum(slot => slot.Questions.Count)), demo.Ask<long>(
            """
            SELECT count(*) FROM airtime_question q JOIN airtime_slot t ON t.id = q.slot_id JOIN set_meeting m ON m.id = t.meeting_id JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = 1
            """));
        Assert.Equal(said.Count(one => one.Reflection is not null), demo.Ask<long>(
            "SELECT count(*) FROM reflection r JOIN sets s ON s.id = r.set_id WHERE s.programme_id = 1 AND r.author_id IS NULL"));
        Assert.Equal(said.Sum(one => one.Guests.Count), demo.Ask<long>("SELECT count(*) FROM guest_invitation WHERE learned <> ''"));
        Assert.Equal(held, demo.Ask<long>("SELECT count(*) FROM sheet t JOIN sets s ON s.id = t.set_id WHERE s.programme_id = 1 AND t.kind = 'Progress' AND t.state = 'Gone'"));
        foreach (var column in _moments)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            Assert.True(string.CompareOrdinal(
                demo.Ask<string>($"SELECT ifnull(max({name}), '') FROM {table}"), Utc.Text(SeededDemo.Now)) <= 0, $"{column} is later than now");
        }
    }

    [Fact]
    public async Task In_the_end_every_action_is_told_of_and_each_problem_has_come_to_its_client()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.Finished);
        Assert.Equal("Done 87, NotDone 5, Partly 18", demo.Ask<string>(
            """
            SELECT group_concat(state || ' ' || n, ', ') FROM (
              SELECT a.state, count(*) AS n FROM set_action a JOIN sets s ON s.id = a.set_id WHERE s.programme_id = 1 GROUP BY a.state ORDER BY a.state)
            """));
        Assert.Equal(110, demo.Ask<long>("SELECT count(*) FROM set_action_report r JOIN set_action a ON a.id = r.action_id JOIN sets s ON s.id = a.set_id WHERE s.programme_id = 1"));
        // The next programme's first set has met three times, and what it promised last is still to come.
        Assert.Equal("Agreed 4, Done 7, Partly 1", demo.Ask<string>(
            """
            SELECT group_concat(state || ' ' || n, ', ') FROM (
              SELECT a.state, count(*) AS n FROM set_action a JOIN sets s ON s.id = a.set_id WHERE s.programme_id = 2 GROUP BY a.state ORDER BY a.state)
            """));
        Assert.Equal(DemoContent.Load().Programmes[0].ClientAgreements.Sum(one => one.Steps.Count), demo.Ask<long>("SELECT count(*) FROM agreement_step WHERE state = 'Confirmed'"));
        Assert.Equal(12, demo.Ask<long>("SELECT count(*) FROM measure WHERE baseline_confirmed_at IS NOT NULL AND result IS NOT NULL"));
        Assert.Equal(11 + 1, demo.Ask<long>("SELECT count(*) FROM door_request WHERE state IN ('Opened', 'NotPossible')"));
        Assert.True(demo.Ask<long>("SELECT count(*) FROM search_text") > 400);
    }

    [Fact]
    public async Task The_sets_that_one_can_go_into_are_full_to_the_end()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.Finished);
        // The shared problem: each meeting has its reflection, and no learning says what the progress note says already.
        Assert.Equal(12, demo.Ask<long>("SELECT count(DISTINCT meeting_id) FROM reflection WHERE set_id = 1 AND author_id IS NULL"));
        Assert.Equal(0, demo.Ask<long>("SELECT count(*) FROM sheet a JOIN sheet b ON b.meeting_id = a.meeting_id AND b.kind = 'Progress' AND a.kind = 'Learning' AND a.text = b.text WHERE a.set_id = 1"));
        // What was promised before the last meeting is told.
        Assert.Equal(0, demo.Ask<long>(
            "SELECT count(*) FROM commitment c WHERE c.set_id = 1 AND c.state = 'Agreed' AND c.due <= (SELECT max(date) FROM set_meeting WHERE set_id = 1)"));
        // Problems of their own: studied, in work, with a figure and a solution, and something that others read.
        Assert.Equal("InWork 4", demo.Ask<string>(
            "SELECT p.state || ' ' || count(*) FROM problem p JOIN membership m ON m.person_id = p.owner_id JOIN sets s ON s.id = m.set_id WHERE s.name = 'Kettle' GROUP BY p.state"));
        foreach (var (table, count) in new[] { ("study_note", 5), ("decision", 1), ("solution", 1), ("measure", 1), ("sheet", 4) })
        {
            Assert.Equal((table, (long)count), (table, demo.Ask<long>($"SELECT count(*) FROM {table} t JOIN sets s ON s.id = t.set_id WHERE s.name = 'Kettle'")));
        }
    }
}
