using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

public static partial class RunOfShow
{
    /// <summary>An agenda item as a command needs it.</summary>
    private sealed record ItemRow
    {
        public const string Columns = """
            id AS Id, position AS Position, title AS Title, minutes AS Minutes, activity_id AS ActivityId, act AS Act,
            state AS State, timer_running_since AS RunningSince, timer_used_seconds AS UsedSeconds,
            timer_extra_seconds AS ExtraSeconds, room AS Room, version AS Version
            """;

        public long Id { get; init; }

        public long Position { get; init; }

        public required string Title { get; init; }

        public long Minutes { get; init; }

        public long ActivityId { get; init; }

        public required string Act { get; init; }

        public required string State { get; init; }

        public string? RunningSince { get; init; }

        public long UsedSeconds { get; init; }

        public long ExtraSeconds { get; init; }

        public long Room { get; init; }

        public long Version { get; init; }

        public ItemTimer Timer => ItemTimer.Of(Minutes, ExtraSeconds, UsedSeconds, RunningSince);
    }

    /// <summary>
    /// Whether what was seen still is what is now. Null: yes. Otherwise what the other one did first, in words.
    /// </summary>
    private static Pressed? Seen(Reads r, Press press)
    {
        // With two rooms two items run: the press names one of them.
        var now = r.First<NowRow>("""
            SELECT i.id AS Item, i.title AS Title, i.version AS Version
            FROM workshop w LEFT JOIN agenda_item i ON i.workshop_id = w.id AND i.state = 'Running'
            WHERE w.id = @Workshop ORDER BY i.id = @Item DESC, i.id = w.current_item_id DESC LIMIT 1
            """, press);
        return now is null ? Pressed.Unknown
            : (now.Item ?? 0) == press.Item && (press.Item == 0 || now.Version == press.Version) ? null
            : Pressed.Conflict(Told(r, press.Workshop, now.Title, (now.Item ?? 0) == press.Item));
    }

    /// <summary>Whether this item still is as it was seen; otherwise what was done to it first.</summary>
    private static Pressed? Unchanged(Reads r, Press press, ItemRow item) =>
        item.Version == press.Version ? null
            : Pressed.Conflict($"{Last(r, press.Workshop)} has just changed “{item.Title}”. Here is how it is now.");

    /// <summary>What comes next is another item than was seen to: the order was changed first. Null: it is as it was seen.</summary>
    private static Pressed? Other(Reads r, Press press, ItemRow? next, long seen) => seen == 0 || seen == next?.Id ? null
        : Pressed.Conflict($"{Last(r, press.Workshop)} was first: {(next is null ? "nothing" : $"“{next.Title}”")} comes next now.");

    private static string Told(Reads r, long workshop, string? title, bool sameItem)
    {
        var who = Last(r, workshop);
        return title is null ? $"{who} was first: nothing runs now."
            : sameItem ? $"{who} was first: “{title}” has been changed. Here is how it is now."
            : $"{who} was first: now it is “{title}”.";
    }

    private static string Last(Reads r, long workshop) => r.First<string>("""
        SELECT p.name FROM audit a JOIN person p ON p.id = a.person_id
        WHERE a.workshop_id = @workshop AND a.thing = 'agenda_item' ORDER BY a.id DESC LIMIT 1
        """, new { workshop }) ?? "Somebody else";

    /// <summary>Whole seconds that the item's timer has run since it was last started; never negative.</summary>
    private static long RunSeconds(Writes w, long id)
    {
        var since = w.First<string>("SELECT timer_running_since FROM agenda_item WHERE id = @id", new { id });
        return since is null ? 0 : Math.Max(0, (long)(Utc.Parse(w.Now) - Utc.Parse(since)).TotalSeconds);
    }

    private static void Note(Writes w, Press press, string act, long item) =>
        Audit.Note(w, press.Person, press.Workshop, act, "agenda_item", item);

    private sealed record NowRow
    {
        public long? Item { get; init; }

        public string? Title { get; init; }

        public long? Version { get; init; }
    }
}
