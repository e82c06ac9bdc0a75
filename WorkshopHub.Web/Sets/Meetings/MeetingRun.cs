using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>A meeting that was opened: how its day is cut, where the set is in it, and who holds the pen.</summary>
public sealed record MeetingRun
{
    /// <summary>The meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>Where the set is: the key of a <see cref="MeetingStep"/>.</summary>
    public string Step { get; init; } = "check-in";

    /// <summary>When it came there (UTC), or null: not known.</summary>
    public string? StepAt { get; init; }

    /// <summary>What each member has, in minutes: 60, or 30 to 60 where the set also works on one problem.</summary>
    public long SlotMinutes { get; init; } = 60;

    /// <summary>Minutes for a guest; 0 where nobody comes.</summary>
    public long GuestMinutes { get; init; }

    /// <summary>Minutes for joint work on the problem.</summary>
    public long WorkMinutes { get; init; }

    /// <summary>Who writes for all, or null.</summary>
    public long? PenPerson { get; init; }

    /// <summary>That person's name.</summary>
    public string? PenName { get; init; }

    /// <summary>Hash of the secret in the browser that writes; null where the person's next one takes it up.</summary>
    public string? PenDevice { get; init; }

    /// <summary>When it last wrote (UTC).</summary>
    public string? PenAt { get; init; }

    /// <summary>Who would like to have the pen, or null.</summary>
    public long? AsksPen { get; init; }

    /// <summary>Their name.</summary>
    public string? AsksName { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public string OpenedAt { get; init; } = "";

    /// <summary>When it was closed (UTC), or null.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>Raised by each change but those of the pen.</summary>
    public long Version { get; init; }

    /// <summary>Names person and browser of the pen, so that a page notices when it moved; tells no secret.</summary>
    public string PenMark => PenPerson is null ? "" : $"{PenPerson}:{PenDevice?[..8]}";

    /// <summary>Whether this browser of this person holds the pen.</summary>
    public bool IsHeldBy(long person, string device) => PenPerson == person && (PenDevice is null || PenDevice == device);

    /// <summary>A meeting as it runs; null where it was never opened.</summary>
    public static MeetingRun? Find(Reads reads, long meeting) => reads.First<MeetingRun>(
        """
        SELECT r.meeting_id, r.step, r.step_at, r.slot_minutes, r.guest_minutes, r.work_minutes, r.pen_person, p.name AS PenName, r.pen_device, r.pen_at,
          r.asks_pen, q.name AS AsksName, r.opened_at, r.closed_at, r.version
        FROM meeting_run r LEFT JOIN person p ON p.id = r.pen_person LEFT JOIN person q ON q.id = r.asks_pen
        WHERE r.meeting_id = @meeting
        """, new { meeting });
}
