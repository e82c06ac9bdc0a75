using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>The run of show as it stands at a moment: items with planned and projected times, drift, the end.</summary>
public sealed partial record Show
{
    /// <summary>The workshop.</summary>
    public required ShowWorkshop Workshop { get; init; }

    /// <summary>All items in order.</summary>
    public required IReadOnlyList<ShowItem> Items { get; init; }

    /// <summary>The moment that the figures hold for.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The organisation's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When the last item was to end.</summary>
    public DateTimeOffset PlannedEnd { get; init; }

    /// <summary>When the last item will end as things stand.</summary>
    public DateTimeOffset ProjectedEnd { get; init; }

    /// <summary>How much later than planned it will end as things stand; negative is early. Zero before the start.</summary>
    public TimeSpan Drift => Begun ? ProjectedEnd - PlannedEnd : TimeSpan.Zero;

    /// <summary>The sets and the room of each; empty where no item is for one room only.</summary>
    public IReadOnlyList<(RoomSet Set, int Room)> Rooms { get; init; } = [];

    /// <summary>The move that can still be undone, or null.</summary>
    public ShowMove? Undo { get; init; }

    /// <summary>What runs now, or null; with two rooms, in the first.</summary>
    public ShowItem? Now => NowIn(1);

    /// <summary>What runs in the second room, while there are two; otherwise null.</summary>
    public ShowItem? Second => Items.FirstOrDefault(i => i.IsNow && i.Room == 2);

    /// <summary>Whether there are two rooms now.</summary>
    public bool IsSplit => Items.Any(i => i.IsNow && i.Room > 0);

    /// <summary>What runs in a room (1 or 2), or null.</summary>
    public ShowItem? NowIn(int room) => Items.FirstOrDefault(i => i.IsNow && (i.Room == 0 || i.Room == room));

    /// <summary>What a press on the room as a whole names: what runs, in the first room if it does there; null where nothing runs.</summary>
    public ShowItem? On => Now ?? Second;

    /// <summary>What comes next, or null; with two rooms, in the first.</summary>
    public ShowItem? Next => NextIn(1);

    /// <summary>
    /// What comes next in a room (1 or 2), or null. While there are two rooms that is the room's own; what is for all comes
    /// once the other room has nothing more.
    /// </summary>
    public ShowItem? NextIn(int room)
    {
        if (!IsSplit)
        {
            return Items.FirstOrDefault(i => i.State == "Planned" && i.Position > (Now?.Position ?? long.MinValue));
        }

        var from = NowIn(room);
        var own = from is null ? null : Items.FirstOrDefault(i => i.State == "Planned" && i.Room == room && i.Position > from.Position
            && !Items.Any(all => all is { State: "Planned", Room: 0 } && all.Position > from.Position && all.Position < i.Position));
        return own ?? (from is null || NowIn(3 - room) is null ? Together : null);
    }

    /// <summary>What comes when both rooms are brought back; null where nothing does.</summary>
    public ShowItem? Together => Items.FirstOrDefault(i => i is { State: "Planned", Room: 0 } && Items.All(now => !now.IsNow || now.Position < i.Position));

    /// <summary>Until when every screen says a line, Unix milliseconds, by which a press names the line; null where none is said.</summary>
    public long? SaidUntil => Workshop is { SayText: not null, SayUntil: { } until } && Utc.Parse(until) > At ? Utc.Parse(until).ToUnixTimeMilliseconds() : null;

    /// <summary>Whether anything has run.</summary>
    public bool Begun => Items.Any(i => i.StartedAt is not null);

    /// <summary>Whether the workshop is planned for the local day of this moment.</summary>
    public bool IsToday => Day(At, Zone) == Workshop.LocalStart.Date;

    /// <summary>A moment as local time of the organisation, e.g. 10:55.</summary>
    public string Local(DateTimeOffset moment) => LocalTime.Clock(moment, Zone);

    /// <summary>What is left as people read it: 6:12, 1:05:00, and +0:42 when it has run over.</summary>
    public static string Clock(TimeSpan left)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
        return (whole < TimeSpan.Zero ? "+" : "")
            + whole.Duration().ToString(whole.Duration() >= TimeSpan.FromHours(1) ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>The run of show of a workshop, or null where there is no such workshop.</summary>
    public static Show? Read(Reads reads, long workshop, DateTimeOffset now)
    {
        var row = reads.First<ShowWorkshop>("""
            SELECT id, title, kind, date, starts, place, state, room_code, approve_first, say_text, say_until FROM workshop
            WHERE id = @workshop
            """, new { workshop });
        if (row is null)
        {
            return null;
        }

        var items = reads.Query<ShowItem>("""
            SELECT i.id, i.position, i.title, i.purpose, i.facilitator_note, i.minutes, i.activity_id, a.kind, i.act, i.state,
                   a.state AS ActivityState, i.started_at, i.ended_at, i.timer_running_since, i.timer_used_seconds,
                   i.timer_extra_seconds, i.added_live, i.room, i.version
            FROM agenda_item i JOIN activity a ON a.id = i.activity_id
            WHERE i.workshop_id = @workshop ORDER BY i.position, i.id
            """, new { workshop });
        var move = reads.First<ShowMove>("""
            SELECT m.id, m.at, i.title, i.id AS ToItem, i.version AS ToVersion FROM run_move m LEFT JOIN agenda_item i ON i.id = m.to_item_id
            WHERE m.workshop_id = @workshop AND m.undone_at IS NULL ORDER BY m.id DESC LIMIT 1
            """, new { workshop });
        var undo = move is not null && move.Until > now ? move : null;
        return Lay(row, items, now, LocalTime.ZoneOf(reads)) with
        {
            Undo = undo,
            Rooms = items.All(i => i.Room == 0) ? [] : [.. RoomSet.Of(reads, workshop).Select(set => (set, SecondRoom.Of(reads, workshop, set.Id)))],
        };
    }

    /// <summary>Lays planned and projected times over the items.</summary>
    public static Show Lay(ShowWorkshop workshop, IReadOnlyList<ShowItem> items, DateTimeOffset now, TimeZoneInfo zone)
    {
        var first = items.Where(i => i.StartedAt is not null).Select(i => i.StartedAt!).Order(StringComparer.Ordinal).FirstOrDefault();
        var begun = first is not null;
        var day = Day(begun ? Utc.Parse(first!) : now, zone);
        var start = LocalTime.Moment(begun ? day + workshop.LocalStart.TimeOfDay : workshop.LocalStart, zone);
        var current = items.FirstOrDefault(i => i.IsNow && i.Room != 2) ?? items.FirstOrDefault(i => i.IsNow);
        var second = items.FirstOrDefault(i => i.IsNow && i.Room == 2) ?? current;
        var laid = new List<ShowItem>(items.Count);
        // Each room has a clock; what is for all begins when both are free.
        var from = begun || now < start || workshop.State != "Live" || day != workshop.LocalStart.Date ? start : now;
        DateTimeOffset[] planned = [start, start], reals = [from, from];
        foreach (var item in items)
        {
            int[] rooms = item.Room == 0 ? [0, 1] : [(int)item.Room - 1];
            var ahead = item.State == "Planned" && (current is null || item.Position > (item.Room == 2 ? second : current)!.Position);
            var plan = rooms.Max(room => planned[room]);
            var real = rooms.Max(room => reals[room]);
            if (item.IsNow)
            {
                real = Later(now, now + item.Timer.Left(now));
            }
            else if (ahead)
            {
                real = begun && current is null ? Later(real, now) : real;
            }

            laid.Add(item with
            {
                Planned = plan,
                Real = item.StartedAt is { } began ? Utc.Parse(began) : ahead ? real : null,
            });
            foreach (var room in rooms)
            {
                reals[room] = real + (ahead ? TimeSpan.FromSeconds(item.Timer.TotalSeconds) : TimeSpan.Zero);
                planned[room] = plan + (item.AddedLive ? TimeSpan.Zero : TimeSpan.FromMinutes(item.Minutes));
            }
        }

        var ended = laid.Where(i => i.EndedAt is not null).Select(i => Utc.Parse(i.EndedAt!)).DefaultIfEmpty(start).Max();
        var end = current is null && !laid.Any(i => i.State == "Planned") ? ended : reals.Max();
        return new Show
        {
            Workshop = workshop,
            Items = laid,
            At = now,
            Zone = zone,
            PlannedEnd = planned.Max(),
            ProjectedEnd = end,
        };
    }

    /// <summary>The local day: a workshop that is held on another day than planned keeps its times.</summary>
    private static DateTime Day(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).Date;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
