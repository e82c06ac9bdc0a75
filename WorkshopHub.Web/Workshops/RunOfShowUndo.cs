using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

public static partial class RunOfShow
{
    /// <summary>
    /// Takes back the last move, for ten seconds: both items are as they were and the timer runs as if it had never
    /// stopped. What people posted in between is kept.
    /// </summary>
    /// <param name="w">The command's writes.</param>
    /// <param name="press">What was seen: the item that runs now (0 for none) and its version.</param>
    /// <param name="move">The move to take back.</param>
    public static Pressed Undo(Writes w, Press press, long move)
    {
        var last = w.First<MoveRow>("""
            SELECT id AS Id, from_item_id AS FromItem, to_item_id AS ToItem, at AS At
            FROM run_move WHERE workshop_id = @Workshop AND undone_at IS NULL ORDER BY id DESC LIMIT 1
            """, press);
        if (Seen(w, press) is { } conflict)
        {
            return conflict;
        }

        if (last is null || last.Id != move || (last.ToItem ?? press.Item) != press.Item)
        {
            return Pressed.Conflict("That move has been undone or followed by another one.");
        }

        if (Utc.Parse(w.Now) - Utc.Parse(last.At) > UndoFor)
        {
            return Pressed.Conflict("More than ten seconds have passed. Jump back to the activity instead.");
        }

        w.Execute("""
            UPDATE agenda_item
            SET state = b.value ->> 'state', started_at = b.value ->> 'started', ended_at = b.value ->> 'ended',
                timer_running_since = b.value ->> 'since', timer_used_seconds = b.value ->> 'used', version = version + 1
            FROM json_each((SELECT items_before FROM run_move WHERE id = @move)) b
            WHERE agenda_item.id = b.value ->> 'id'
            """, new { move });
        w.Execute("""
            UPDATE activity SET state = b.value ->> 'state', revealed_at = b.value ->> 'revealed', version = version + 1
            FROM json_each((SELECT activities_before FROM run_move WHERE id = @move)) b
            WHERE activity.id = b.value ->> 'id'
              AND (activity.state <> b.value ->> 'state' OR activity.revealed_at IS NOT b.value ->> 'revealed')
            """, new { move });
        PointAtNow(w, press.Workshop);
        w.Execute("UPDATE run_move SET undone_at = @Now WHERE id = @move", new { w.Now, move });
        Note(w, press, "undo", last.FromItem ?? press.Item);
        return Pressed.Done("Undone. The timer runs on as if it had never stopped.");
    }

    private sealed record MoveRow
    {
        public long Id { get; init; }

        public long? FromItem { get; init; }

        public long? ToItem { get; init; }

        public required string At { get; init; }
    }
}
