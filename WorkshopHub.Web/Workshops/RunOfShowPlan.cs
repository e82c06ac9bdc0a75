using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

public static partial class RunOfShow
{
    /// <summary>Leaves an item out that has not begun. It is kept and can be brought back.</summary>
    public static Pressed Skip(Writes w, Press press) =>
        Restate(w, press, "Planned", "Skipped", "skip", title => $"Skipped: {title}");

    /// <summary>Brings a skipped item back to where it stood.</summary>
    public static Pressed BringBack(Writes w, Press press) =>
        Restate(w, press, "Skipped", "Planned", "bring-back", title => $"Back on the agenda: {title}");

    /// <summary>Swaps an item that has not begun with the one before or after it.</summary>
    /// <param name="w">The command's writes.</param>
    /// <param name="press">The item and the version that were seen.</param>
    /// <param name="earlier">True to move it up, false to move it down.</param>
    /// <param name="seen">The neighbour that was seen there; 0 for whatever stands there.</param>
    public static Pressed Swap(Writes w, Press press, bool earlier, long seen = 0)
    {
        if (Item(w, press.Workshop, press.Item) is not { } item)
        {
            return Pressed.Unknown;
        }

        if (Unchanged(w, press, item) is { } conflict)
        {
            return conflict;
        }

        var other = w.First<ItemRow>($"""
            SELECT {ItemRow.Columns} FROM agenda_item
            WHERE workshop_id = @Workshop AND CASE WHEN @earlier THEN position < @Position ELSE position > @Position END
            ORDER BY CASE WHEN @earlier THEN -position ELSE position END LIMIT 1
            """, new { press.Workshop, earlier, item.Position });
        if (item.State is not ("Planned" or "Skipped") || other?.State is not ("Planned" or "Skipped"))
        {
            return Pressed.Conflict($"“{item.Title}” can't be moved {(earlier ? "up" : "down")} any further.");
        }

        if (seen != 0 && seen != other.Id)
        {
            return Pressed.Conflict($"{Last(w, press.Workshop)} was first: “{other.Title}” stands there now.");
        }

        w.Execute("UPDATE agenda_item SET position = @Position, version = version + 1 WHERE id = @Id",
            new { other.Position, item.Id });
        w.Execute("UPDATE agenda_item SET position = @Position, version = version + 1 WHERE id = @Id",
            new { item.Position, other.Id });
        Note(w, press, "swap", item.Id);
        return Pressed.Done($"Moved {(earlier ? "up" : "down")}: {item.Title}");
    }

    /// <summary>
    /// Puts a new activity in, as its kind begins, right after what runs now, and moves to it at once if wished.
    /// </summary>
    /// <param name="w">The command's writes.</param>
    /// <param name="press">What runs now, as it was seen.</param>
    /// <param name="title">What it is called, up to 120 characters.</param>
    /// <param name="kind">Its kind; null where there is none of that key.</param>
    /// <param name="minutes">How long it takes, 1 to 180.</param>
    /// <param name="now">Whether to move to it at once.</param>
    /// <param name="seen">The item before which it was seen to go; 0 for whatever stands there.</param>
    public static Pressed Insert(Writes w, Press press, string title, ActivityKind? kind, long minutes, bool now, long seen = 0)
    {
        title = title.Trim();
        if (title.Length is 0 or > 120 || minutes is < 1 or > 180)
        {
            return Pressed.Invalid("Give it a title of up to 120 characters and 1 to 180 minutes.", (title.Length is 0 or > 120, minutes is < 1 or > 180) switch
            {
                (true, true) => null,
                (true, false) => "text",
                _ => "minutes",
            });
        }

        if (kind is null)
        {
            return Pressed.Invalid("Choose what kind of activity it is.");
        }

        if (Seen(w, press) is { } conflict)
        {
            return conflict;
        }

        var running = Item(w, press.Workshop, press.Item);
        if (running is not { Room: > 0 } && Other(w, press, After(w, press.Workshop, running?.Position ?? long.MinValue), seen) is { } other)
        {
            return other;
        }

        var position = running?.Position ?? w.First<long?>("""
            SELECT min(position) - 1 FROM agenda_item WHERE workshop_id = @Workshop AND state = 'Planned'
            """, press) ?? 0;
        w.Execute("UPDATE agenda_item SET position = position + 1 WHERE workshop_id = @Workshop AND position > @position",
            new { press.Workshop, position });
        var activity = Planning.Activity(w, press.Workshop, PlannedItem.Fresh(title, (int)minutes, kind), press.Person);
        var item = w.Insert("""
            INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, added_live, room)
            VALUES (@Workshop, @position + 1, @title, @minutes, @activity, 1, @room)
            """, new { press.Workshop, position, title, minutes, activity, room = running?.Room ?? 0 });
        Note(w, press, "insert", item);
        return now ? Jump(w, press, item) : Pressed.Done($"Comes next: {title}");
    }

    private static Pressed Restate(
        Writes w, Press press, string from, string to, string act, Func<string, string> told)
    {
        if (Item(w, press.Workshop, press.Item) is not { } item)
        {
            return Pressed.Unknown;
        }

        if (Unchanged(w, press, item) is { } conflict)
        {
            return conflict;
        }

        if (item.State != from)
        {
            return Pressed.Conflict($"“{item.Title}” can't be changed any more.");
        }

        w.Execute("UPDATE agenda_item SET state = @to, version = version + 1 WHERE id = @Id", new { to, item.Id });
        Note(w, press, act, item.Id);
        return Pressed.Done(told(item.Title));
    }
}
