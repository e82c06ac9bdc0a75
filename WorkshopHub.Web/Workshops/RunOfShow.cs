using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>
/// The run of show: what is now, what comes, and how the facilitator changes it. Each command runs inside the
/// writer and names what it was pressed on. Moving to an item opens its activity and closes the former's, so at
/// most one activity is on the phones.
/// </summary>
public static partial class RunOfShow
{
    /// <summary>For how long a move can be undone.</summary>
    public static TimeSpan UndoFor { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Starts the workshop with its first item that is still planned.</summary>
    public static Pressed Start(Writes w, Press press)
    {
        var first = After(w, press.Workshop, long.MinValue);
        return press.Item != 0 ? Pressed.Unknown
            : first is null ? Pressed.Conflict("There is nothing on the agenda yet.")
            : Move(w, press, first);
    }

    /// <summary>Moves on to the next item that is still planned.</summary>
    public static Pressed Next(Writes w, Press press)
    {
        if (Item(w, press.Workshop, press.Item) is not { } now)
        {
            return Pressed.Unknown;
        }

        var next = After(w, press.Workshop, now.Position);
        return Seen(w, press) is { } conflict ? conflict
            : next is null ? Pressed.Conflict("This is the last activity. Finish the workshop when you are done.")
            : Move(w, press, next);
    }

    /// <summary>Jumps to any item: a later one, a skipped one, or back to one that was closed.</summary>
    public static Pressed Jump(Writes w, Press press, long to) =>
        Item(w, press.Workshop, to) is not { } item ? Pressed.Unknown
        : item.Id == press.Item ? Pressed.Conflict($"“{item.Title}” runs already.")
        : Move(w, press, item);

    /// <summary>Ends what runs now, with nothing after it. The room itself is closed by <c>Rooms.Close</c>.</summary>
    public static Pressed Finish(Writes w, Press press)
    {
        if (Item(w, press.Workshop, press.Item) is null)
        {
            return Pressed.Unknown;
        }

        var pressed = Move(w, press, null);
        return pressed;
    }

    private static Pressed Move(Writes w, Press press, ItemRow? to)
    {
        if (Seen(w, press) is { } conflict)
        {
            return conflict;
        }

        Remember(w, press, to);
        w.Execute("""
            UPDATE agenda_item
            SET state = 'Done', ended_at = @now, timer_used_seconds = timer_used_seconds + @used,
                timer_running_since = NULL, version = version + 1
            WHERE id = @from
            """, new { now = w.Now, from = press.Item, used = RunSeconds(w, press.Item) });
        w.Execute("UPDATE activity SET state = 'Closed', version = version + 1 WHERE workshop_id = @ws AND state = 'Open'",
            new { ws = press.Workshop });
        if (to is not null)
        {
            w.Execute("""
                UPDATE agenda_item
                SET state = 'Running', started_at = ifnull(started_at, @now), ended_at = NULL,
                    timer_running_since = @now, version = version + 1
                WHERE id = @id
                """, new { now = w.Now, id = to.Id });
            w.Execute("""
                UPDATE activity SET state = CASE @act WHEN 'Run' THEN 'Open' ELSE 'Closed' END, version = version + 1
                WHERE id = @activity
                """, new { act = to.Act, activity = to.ActivityId });
        }

        w.Execute("UPDATE workshop SET current_item_id = @to WHERE id = @ws", new { to = to?.Id, ws = press.Workshop });
        Note(w, press, to is null ? "finish" : "move", to?.Id ?? press.Item);
        return Pressed.Done(to is null ? "The last activity is closed." : $"Now: {to.Title}");
    }

    private static void Remember(Writes w, Press press, ItemRow? to) => w.Insert("""
        INSERT INTO run_move (workshop_id, from_item_id, to_item_id, person_id, at, items_before, activities_before)
        VALUES (@Workshop, nullif(@Item, 0), @To, @Person, @Now,
          (SELECT json_group_array(json_object('id', id, 'state', state, 'started', started_at, 'ended', ended_at,
             'since', timer_running_since, 'used', timer_used_seconds))
           FROM agenda_item WHERE id IN (@Item, @To)),
          (SELECT json_group_array(json_object('id', id, 'state', state)) FROM activity
           WHERE workshop_id = @Workshop
             AND (state = 'Open' OR id IN (SELECT activity_id FROM agenda_item WHERE id IN (@Item, @To)))))
        """, new { press.Workshop, press.Item, To = to?.Id, press.Person, w.Now });

    /// <summary>The first item after a position that is still to come.</summary>
    private static ItemRow? After(Reads r, long workshop, long position) => r.First<ItemRow>($"""
        SELECT {ItemRow.Columns} FROM agenda_item
        WHERE workshop_id = @workshop AND position > @position AND state = 'Planned' ORDER BY position, id LIMIT 1
        """, new { workshop, position });

    private static ItemRow? Item(Reads r, long workshop, long id) => r.First<ItemRow>(
        $"SELECT {ItemRow.Columns} FROM agenda_item WHERE workshop_id = @workshop AND id = @id", new { workshop, id });
}
