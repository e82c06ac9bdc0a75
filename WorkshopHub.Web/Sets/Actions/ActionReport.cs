using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What was told of an action once it came up: what I did, what happened, what I learned; or that it was carried on.</summary>
public sealed record ActionReport
{
    /// <summary>The action.</summary>
    public long ActionId { get; init; }

    /// <summary>Which time it came up, from 1.</summary>
    public long Round { get; init; }

    /// <summary>The number of the meeting at which it was told; null while it waits to be read out.</summary>
    public long? Meeting { get; init; }

    /// <summary>The meeting at which it was told.</summary>
    public long? MeetingId { get; init; }

    /// <summary>Done, Partly, NotDone, Carried (without a report), Absent (carried by itself) or Dropped.</summary>
    public string State { get; init; } = "";

    /// <summary>What I did.</summary>
    public string Did { get; init; } = "";

    /// <summary>What happened.</summary>
    public string Happened { get; init; } = "";

    /// <summary>What I learned.</summary>
    public string Learned { get; init; } = "";

    /// <summary>Why it was dropped, or what is in the way where it is carried a third time.</summary>
    public string Why { get; init; } = "";

    /// <summary>When it was due then (local date).</summary>
    public string Due { get; init; } = "";

    /// <summary>The day to which it was carried, or null.</summary>
    public string? OnTo { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was written (UTC, see <see cref="Utc"/>).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Who wrote it, or null where it was carried by itself.</summary>
    public string? By { get; init; }

    /// <summary>Its owner has told it: done, partly or not.</summary>
    public bool IsTold => State is "Done" or "Partly" or "NotDone";

    /// <summary>Something was said of it: what was done, what happened or what was learned; also where it was then carried over.</summary>
    public bool HasWords => Did.Length + Happened.Length + Learned.Length > 0;

    /// <summary>It was written before the meeting and waits to be read out.</summary>
    public bool Waits => IsTold && MeetingId is null;

    /// <summary>Everything that was told of the actions of a set, by action, the oldest first.</summary>
    public static ILookup<long, ActionReport> OfSet(Reads reads, long set) => reads.Query<ActionReport>(
        """
        SELECT r.action_id, r.round, n.number AS Meeting, r.meeting_id, r.state, r.did, r.happened, r.learned, r.why, r.due, r.on_to, r.version,
          r.created_at, p.name AS By
        FROM set_action_report r
        JOIN set_action a ON a.id = r.action_id
        LEFT JOIN set_meeting n ON n.id = r.meeting_id
        LEFT JOIN person p ON p.id = r.created_by
        WHERE a.set_id = @set
        ORDER BY r.action_id, r.round
        """, new { set }).ToLookup(report => report.ActionId);
}
