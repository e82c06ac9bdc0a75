using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

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
    public static Pressed Start(Writes w, Press press) => Start(w, press, 0);

    /// <summary>Starts the workshop with the item that was seen to come first; 0 for whatever does.</summary>
    public static Pressed Start(Writes w, Press press, long seen)
    {
        var first = After(w, press.Workshop, long.MinValue);
        return press.Item != 0 ? Pressed.Unknown
            : Seen(w, press) ?? Other(w, press, first, seen)
            ?? (first is null ? Pressed.Conflict("There is nothing on the agenda yet.") : Move(w, press, first));
    }

    /// <summary>Moves on to the next item that is still planned, whichever it is.</summary>
    public static Pressed Next(Writes w, Press press) => Next(w, press, 0);

    /// <summary>
    /// Moves on to the next item that is still planned. Where the next items are for two rooms, both rooms begin theirs;
    /// in one of two rooms, to that room's next, and from its last to nothing until all come together.
    /// </summary>
    /// <param name="w">The command's writes.</param>
    /// <param name="press">What runs now, as it was seen.</param>
    /// <param name="seen">The item that was seen to come next; 0 for whatever does.</param>
    public static Pressed Next(Writes w, Press press, long seen)
    {
        if (Item(w, press.Workshop, press.Item) is not { } now)
        {
            return Pressed.Unknown;
        }

        var waits = now.Room > 0 && Others(w, press.Workshop, now.Id);
        var next = now.Room == 0 ? After(w, press.Workshop, now.Position)
            : InRoom(w, press.Workshop, now) ?? (waits ? null : ForAll(w, press.Workshop));
        return Seen(w, press) ?? Other(w, press, next, seen)
            ?? (next is null && !waits ? Pressed.Conflict("This is the last activity. Finish the workshop when you are done.") : Move(w, press, next));
    }

    /// <summary>Brings both rooms back: ends what runs in them and moves to the next item that is for all.</summary>
    public static Pressed Together(Writes w, Press press)
    {
        var next = ForAll(w, press.Workshop);
        return next is null ? Pressed.Conflict("Nothing comes after the two rooms. Finish the workshop when you are done.")
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

        return Move(w, press, null, everything: true);
    }

    private static Pressed Move(Writes w, Press press, ItemRow? to, bool everything = false)
    {
        if (Seen(w, press) is { } conflict)
        {
            return conflict;
        }

        var starts = to is null ? [] : Starts(w, press, to);
        var ends = Ends(w, press, to, everything);
        Remember(w, press, to, [.. ends, .. starts.Select(item => item.Id)]);
        foreach (var id in ends)
        {
            w.Execute("""
                UPDATE agenda_item
                SET state = 'Done', ended_at = @now, timer_used_seconds = timer_used_seconds + @used,
                    timer_running_since = NULL, version = version + 1
                WHERE id = @id
                """, new { now = w.Now, id, used = RunSeconds(w, id) });
            w.Execute("""
                UPDATE activity SET state = 'Closed', closed_at = @now, version = version + 1
                WHERE id = (SELECT activity_id FROM agenda_item WHERE id = @id) AND state = 'Open'
                """, new { id, now = w.Now });
        }

        foreach (var item in starts)
        {
            w.Execute("""
                UPDATE agenda_item
                SET state = 'Running', started_at = ifnull(started_at, @now), ended_at = NULL,
                    timer_running_since = @now, version = version + 1
                WHERE id = @id
                """, new { now = w.Now, id = item.Id });
            w.Execute("""
                UPDATE activity SET state = CASE @act WHEN 'Run' THEN 'Open' ELSE 'Closed' END, version = version + 1,
                  revealed_at = CASE @act WHEN 'Reveal' THEN ifnull(revealed_at, @now) ELSE revealed_at END
                WHERE id = @activity
                """, new { act = item.Act, activity = item.ActivityId, now = w.Now });
        }

        PointAtNow(w, press.Workshop);
        AllScreens.MoveOn(w, press.Workshop);
        Note(w, press, to is null ? "finish" : "move", to?.Id ?? press.Item);
        return Pressed.Done(to is null ? "The last activity is closed." : $"Now: {string.Join(" and ", starts.Select(item => item.Title))}");
    }

    /// <summary>
    /// What ends with a move: what runs in that room, whichever of two it was pressed in, and both when all come together
    /// or the day is over.
    /// </summary>
    private static IReadOnlyList<long> Ends(Writes w, Press press, ItemRow? to, bool everything)
    {
        var from = Item(w, press.Workshop, press.Item);
        return w.Query<long>("""
            SELECT id FROM agenda_item WHERE workshop_id = @Workshop AND state = 'Running' AND (@all OR room = @room)
            ORDER BY id = @Item DESC
            """, new { press.Workshop, press.Item, all = everything || from is null or { Room: 0 } || to is { Room: 0 }, room = (to ?? from)?.Room });
    }

    /// <summary>What begins with a move: the item, and with the first of one room the first of the other.</summary>
    private static IReadOnlyList<ItemRow> Starts(Writes w, Press press, ItemRow to)
    {
        if (to.Room == 0 || Item(w, press.Workshop, press.Item) is { Room: > 0 })
        {
            return [to];
        }

        var other = w.First<ItemRow>($"""
            SELECT {ItemRow.Columns} FROM agenda_item
            WHERE workshop_id = @Workshop AND state = 'Planned' AND room = @room
              AND abs(position - @Position) <= (SELECT count(*) FROM agenda_item WHERE workshop_id = @Workshop AND room > 0)
            ORDER BY abs(position - @Position), id LIMIT 1
            """, new { press.Workshop, to.Position, room = 3 - to.Room });
        return other is null ? [to] : to.Room == 1 ? [to, other] : [other, to];
    }

    private static void PointAtNow(Writes w, long workshop) => w.Execute("""
        UPDATE workshop SET
          current_item_id = (SELECT id FROM agenda_item WHERE workshop_id = @workshop AND state = 'Running' AND room < 2 ORDER BY id LIMIT 1),
          second_item_id = (SELECT id FROM agenda_item WHERE workshop_id = @workshop AND state = 'Running' AND room = 2 ORDER BY id LIMIT 1)
        WHERE id = @workshop
        """, new { workshop });

    private static void Remember(Writes w, Press press, ItemRow? to, IReadOnlyList<long> touched) => w.Insert("""
        INSERT INTO run_move (workshop_id, from_item_id, to_item_id, person_id, at, items_before, activities_before)
        VALUES (@Workshop, nullif(@Item, 0), @To, @Person, @Now,
          (SELECT json_group_array(json_object('id', id, 'state', state, 'started', started_at, 'ended', ended_at,
             'since', timer_running_since, 'used', timer_used_seconds))
           FROM agenda_item WHERE id IN @touched),
          (SELECT json_group_array(json_object('id', id, 'state', state, 'revealed', revealed_at)) FROM activity
           WHERE id IN (SELECT activity_id FROM agenda_item WHERE id IN @touched)))
        """, new { press.Workshop, press.Item, To = to?.Id, press.Person, w.Now, touched });

    /// <summary>The same room's next item, before all come together.</summary>
    private static ItemRow? InRoom(Reads r, long workshop, ItemRow now) => r.First<ItemRow>($"""
        SELECT {ItemRow.Columns} FROM agenda_item
        WHERE workshop_id = @workshop AND state = 'Planned' AND room = @Room AND position > @Position
          AND position < ifnull((SELECT min(position) FROM agenda_item
                                 WHERE workshop_id = @workshop AND room = 0 AND state = 'Planned' AND position > @Position), 1e9)
        ORDER BY position, id LIMIT 1
        """, new { workshop, now.Room, now.Position });

    /// <summary>What comes when both rooms are brought back.</summary>
    private static ItemRow? ForAll(Reads r, long workshop) => r.First<ItemRow>($"""
        SELECT {ItemRow.Columns} FROM agenda_item i
        WHERE workshop_id = @workshop AND state = 'Planned' AND room = 0
          AND position > (SELECT max(position) FROM agenda_item WHERE workshop_id = @workshop AND state = 'Running')
        ORDER BY position, id LIMIT 1
        """, new { workshop });

    private static bool Others(Reads r, long workshop, long than) => r.First<long?>(
        "SELECT id FROM agenda_item WHERE workshop_id = @workshop AND state = 'Running' AND id <> @than", new { workshop, than }) is not null;

    /// <summary>The first item after a position that is still to come.</summary>
    private static ItemRow? After(Reads r, long workshop, long position) => r.First<ItemRow>($"""
        SELECT {ItemRow.Columns} FROM agenda_item
        WHERE workshop_id = @workshop AND position > @position AND state = 'Planned' ORDER BY position, id LIMIT 1
        """, new { workshop, position });

    private static ItemRow? Item(Reads r, long workshop, long id) => r.First<ItemRow>(
        $"SELECT {ItemRow.Columns} FROM agenda_item WHERE workshop_id = @workshop AND id = @id", new { workshop, id });
}
