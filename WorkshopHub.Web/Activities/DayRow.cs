using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>A line of the day as a wall shows it.</summary>
public sealed record DayRow
{
    private const int Before = 1;
    private const int Rows = 7;

    /// <summary>The item's number.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Planned minutes.</summary>
    public long Minutes { get; init; }

    /// <summary>Planned, Running, Done or Skipped.</summary>
    public string State { get; init; } = "";

    /// <summary>When it began; null if it hasn't.</summary>
    public string? StartedAt { get; init; }

    /// <summary>When it ended; null if it hasn't.</summary>
    public string? EndedAt { get; init; }

    /// <summary>Since when its timer runs; null while it stands.</summary>
    public string? TimerRunningSince { get; init; }

    /// <summary>Seconds used before that.</summary>
    public long TimerUsedSeconds { get; init; }

    /// <summary>Seconds given or taken by the facilitator.</summary>
    public long TimerExtraSeconds { get; init; }

    /// <summary>Real local start, or when it will begin as things stand, e.g. 10:25.</summary>
    public string At { get; init; } = "";

    /// <summary>When it will begin, as it moves on with the clock; null for what has begun.</summary>
    public TimeAhead? Ahead { get; init; }

    /// <summary>It is next.</summary>
    public bool IsNext { get; init; }

    private long Seconds => (Minutes * 60) + TimerExtraSeconds;

    /// <summary>It is now.</summary>
    public bool IsNow => State == "Running";

    /// <summary>The day around what is now: what was just done, what is now, what comes.</summary>
    public static IReadOnlyList<DayRow> Around(Reads reads, long workshop, int count = Rows)
    {
        var begins = reads.First<string>("SELECT date || ' ' || starts FROM workshop WHERE id = @workshop", new { workshop })!;
        var zone = LocalTime.ZoneOf(reads);
        var at = LocalTime.Moment(DateTime.ParseExact(begins, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), zone);
        var drifts = at;
        var rows = new List<DayRow>();
        foreach (var row in reads.Query<DayRow>(
            """
            SELECT id, title, minutes, state, started_at, ended_at, timer_running_since, timer_used_seconds, timer_extra_seconds
            FROM agenda_item
            WHERE workshop_id = @workshop AND state <> 'Skipped'
            ORDER BY position
            """,
            new { workshop }))
        {
            at = row.StartedAt is { } began ? Utc.Parse(began) : at;
            var clock = LocalTime.Clock(at, zone);
            rows.Add(row with { At = clock, Ahead = row.State == "Planned" ? new TimeAhead(at, drifts, clock) : null });
            at = row.EndedAt is { } ended ? Utc.Parse(ended)
                : row.TimerRunningSince is { } since ? Utc.Parse(since).AddSeconds(row.Seconds - row.TimerUsedSeconds)
                : at.AddSeconds(row.Seconds);
            drifts = row.State == "Planned" ? drifts : row.IsNow && row.TimerRunningSince is null ? at.AddSeconds(row.TimerUsedSeconds - row.Seconds) : at;
        }

        var now = Math.Max(0, rows.FindIndex(row => row.State == "Running"));
        if (now + 1 < rows.Count)
        {
            rows[now + 1] = rows[now + 1] with { IsNext = true };
        }

        return [.. rows.Skip(Math.Max(0, now - Before)).Take(count)];
    }
}
