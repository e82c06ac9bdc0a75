using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>What somebody takes along from their set: their own airtime, questions, actions, notes and reflections.</summary>
internal static class OwnFile
{
    /// <summary>It, as Markdown.</summary>
    public static string Of(Reads reads, SetFrame set, long me, string name)
    {
        var text = new Markdown().Head(1, $"{name}, {set.Name}").Say($"{set.Programme}. My own.");
        var actions = SetAction.Of(reads, set.Id);
        foreach (var slot in reads.Query<OwnSlot>(
            """
            SELECT l.id, n.id AS MeetingId, n.number, n.date FROM airtime_slot l JOIN set_meeting n ON n.id = l.meeting_id
            WHERE n.set_id = @Id AND l.presenter_id = @me ORDER BY n.number
            """, new { set.Id, me }))
        {
            var turn = Turn.Of(reads, slot.MeetingId, actions).First(one => one.Id == slot.Id);
            text.Head(2, $"My airtime, meeting {slot.Number}, {LocalDay.Whole(LocalDay.Parse(slot.Date))}").Say(turn.Issue)
                .List(turn.Questions.Select(question => $"{question.Asker}: {question.Text}{(question.Moved ? " (this one moved me)" : "")}"));
            if (turn.Assumptions.Count > 0)
            {
                text.Head(3, "What I took for granted").List(turn.Assumptions);
            }
        }

        Part(text, "What I asked", reads.Query<string>(
            """
            SELECT q.text FROM airtime_question q JOIN airtime_slot l ON l.id = q.slot_id JOIN set_meeting n ON n.id = l.meeting_id
            WHERE n.set_id = @Id AND q.asker_id = @me AND q.state = 'Noted' ORDER BY n.number, q.at, q.id
            """, new { set.Id, me }));
        var mine = actions.Where(action => action.OwnerId == me).ToList();
        if (mine.Count > 0)
        {
            text.Head(2, "My actions");
            mine.ForEach(action => RecordFile.Told(text, 3, action, null));
        }

        Part(text, "My notes", reads.Query<string>(
            """
            SELECT o.text FROM set_action_note o JOIN set_action a ON a.id = o.action_id WHERE a.set_id = @Id AND o.person_id = @me ORDER BY a.number
            """, new { set.Id, me }));
        Part(text, "My reflections", reads.Query<string>(
            """
            SELECT trim(set_out || char(10) || happened || char(10) || why || char(10) || otherwise || char(10) || asking || char(10) || text, char(10))
            FROM reflection WHERE set_id = @Id AND author_id = @me ORDER BY created_at, id
            """, new { set.Id, me }).Select(Lines.Clean));
        return text.ToString();
    }

    private static void Part(Markdown text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Head(2, title).List(all);
        }
    }

    private sealed record OwnSlot
    {
        public long Id { get; init; }

        public long MeetingId { get; init; }

        public long Number { get; init; }

        public string Date { get; init; } = "";
    }
}
