using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// Writes what leaves the room. The page has asked whether somebody is of the set or its advisor; the command itself sees to it
/// that a yes is another person's, and to the words that this person read.
/// </summary>
public static class SheetCommands
{
    /// <summary>Somebody writes a sheet, or other words on one that still waits. Nothing leaves by this. False where it reads otherwise by now.</summary>
    /// <exception cref="RefusedException">Something is missing or too long.</exception>
    public static bool Write(Writes writes, SheetForm form, long set, long? meeting, long me)
    {
        var sheet = form.Read(writes, set);
        if (Sheet.Find(writes, set, sheet.Id) is { } there)
        {
            return there.Version > form.Version && there.WrittenBy == me && SheetForm.Same(there, sheet) // the same form, sent twice
                || writes.Execute(
                    """
                    UPDATE sheet SET phase = @Phase, light = @Light, text = @Text, help_wanted = @HelpWanted, title = @Title, asked_of = @AskedOf,
                      needed_by = @NeededBy, version = version + 1, written_by = @me, written_at = @Now
                    WHERE id = @Id AND set_id = @set AND state = 'Proposed' AND version = @Version
                    """,
                    new { sheet.Id, sheet.Phase, sheet.Light, sheet.Text, sheet.HelpWanted, sheet.Title, sheet.AskedOf, sheet.NeededBy, set, form.Version, me, writes.Now }) == 1;
        }

        return writes.Execute(
            """
            INSERT INTO sheet (id, set_id, meeting_id, kind, phase, light, text, help_wanted, title, asked_of, needed_by, written_by, written_at)
            SELECT @Id, @set, @meeting, @Kind, @Phase, @Light, @Text, @HelpWanted, @Title, @AskedOf, @NeededBy, @me, @Now
            WHERE NOT EXISTS (SELECT 1 FROM sheet WHERE id = @Id)
              AND NOT EXISTS (SELECT 1 FROM sheet WHERE meeting_id = @meeting AND kind = @Kind AND kind <> 'Door' AND state IN ('Proposed', 'Gone'))
            """,
            new { sheet.Id, set, meeting, sheet.Kind, sheet.Phase, sheet.Light, sheet.Text, sheet.HelpWanted, sheet.Title, sheet.AskedOf, sheet.NeededBy, me, writes.Now }) == 1;
    }

    /// <summary>
    /// A second person says yes to the words that they read: it is gone. False where it reads otherwise by now, has gone already,
    /// or where it is the writer who says so.
    /// </summary>
    public static bool Confirm(Writes writes, long set, string id, long version, long me)
    {
        if (Sheet.Find(writes, set, id) is not { } sheet || writes.Execute(
            """
            UPDATE sheet SET state = 'Gone', confirmed_by = @me, gone_at = @Now, version = version + 1
            WHERE id = @id AND set_id = @set AND state = 'Proposed' AND version = @version AND written_by <> @me
            """, new { id, set, version, me, writes.Now }) == 0)
        {
            return false;
        }

        if (sheet.Kind == "Door")
        {
            DoorCommands.Ask(writes, new NewDoor(sheet.Id, set, sheet.WrittenBy, sheet.AskedOf!.Value, sheet.Title, sheet.Text, sheet.NeededBy ?? "") { MeetingId = sheet.MeetingId });
        }

        Audit.Note(writes, me, null, sheet.Kind switch { "Progress" => "share-progress-note", "Learning" => "share-with-programme", _ => "ask-for-door" }, "sheet", id);
        return true;
    }

    /// <summary>Not like this: a sheet that waits is put away. False where it waits no longer.</summary>
    public static bool Drop(Writes writes, long set, string id, long me) => writes.Execute(
        """
        UPDATE sheet SET state = 'Dropped', back_by = @me, back_at = @Now, version = version + 1
        WHERE id = @id AND set_id = @set AND state = 'Proposed'
        """, new { id, set, me, writes.Now }) == 1;

    /// <summary>Anybody of the set takes back what has left: from then on nobody outside reads it. That it was shown stays on record.</summary>
    public static bool TakeBack(Writes writes, long set, string id, long me)
    {
        if (writes.Execute(
            """
            UPDATE sheet SET state = 'Back', back_by = @me, back_at = @Now, version = version + 1
            WHERE id = @id AND set_id = @set AND state = 'Gone'
            """, new { id, set, me, writes.Now }) == 0)
        {
            return false;
        }

        DoorCommands.TakeBack(writes, id);
        Audit.Note(writes, me, null, "withdraw-share", "sheet", id);
        return true;
    }
}
