using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>Deletes what was said in airtime: the issue, the questions, what was taken for granted. Times and actions stay.</summary>
public sealed class AirtimeNotes : IForgetting, IForgotten
{
    private const string Slots =
        "SELECT l.id FROM airtime_slot l JOIN set_meeting n ON n.id = l.meeting_id WHERE n.set_id = @set";

    /// <inheritdoc />
    public void OnClosing(Writes writes, long programme)
    {
        foreach (var set in writes.Query<long>(
            """
            SELECT s.id FROM sets s
            WHERE s.programme_id = @programme AND (SELECT count(*) FROM set_keep k WHERE k.set_id = s.id) < @Needed
            ORDER BY s.id
            """, new { programme, SetKeep.Needed }))
        {
            Delete(writes, set);
        }
    }

    /// <inheritdoc />
    public void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM airtime_question");
        writes.Execute("DELETE FROM airtime_assumption");
        writes.Execute("UPDATE airtime_slot SET issue = '' WHERE issue <> ''");
        writes.Execute("DELETE FROM set_action");
    }

    private static void Delete(Writes writes, long set)
    {
        // How much was asked stays true when what was asked is gone.
        writes.Execute(
            $"""
            INSERT INTO airtime_count (slot_id, questions, moved, assumptions)
            SELECT l.id, (SELECT count(*) FROM airtime_question q WHERE q.slot_id = l.id AND q.state = 'Noted'),
              (SELECT count(*) FROM airtime_question q WHERE q.slot_id = l.id AND q.ticked_at IS NOT NULL),
              (SELECT count(*) FROM airtime_assumption a WHERE a.slot_id = l.id AND a.state = 'Noted')
            FROM airtime_slot l WHERE l.id IN ({Slots})
            ON CONFLICT (slot_id) DO UPDATE SET questions = questions + excluded.questions, moved = moved + excluded.moved, assumptions = assumptions + excluded.assumptions
            """, new { set });
        var gone = writes.Execute($"DELETE FROM airtime_question WHERE slot_id IN ({Slots})", new { set })
            + writes.Execute($"DELETE FROM airtime_assumption WHERE slot_id IN ({Slots})", new { set })
            + writes.Execute($"UPDATE airtime_slot SET issue = '' WHERE issue <> '' AND id IN ({Slots})", new { set });
        if (gone == 0 && writes.First<long?>("SELECT 1 FROM set_forgotten WHERE set_id = @set", new { set }) is not null)
        {
            return; // another set of the programme was the last to let go
        }

        writes.Execute("INSERT INTO set_forgotten (set_id, at) VALUES (@set, @Now) ON CONFLICT (set_id) DO UPDATE SET at = excluded.at", new { set, writes.Now });
        Audit.Note(writes, null, null, "forget-airtime", "sets", set);
    }
}
