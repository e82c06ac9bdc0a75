using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>A programme as stored.</summary>
public sealed record ProgrammeRow
{
    /// <summary>The programme's id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>OwnProblem or CommonProblem.</summary>
    public string Format { get; init; } = "CommonProblem";

    /// <summary>PartTime or FullTime.</summary>
    public string TimeMode { get; init; } = "PartTime";

    /// <summary>How much of their time members give, in per cent.</summary>
    public long TimeSharePercent { get; init; } = 25;

    /// <summary>First day (local date, yyyy-MM-dd), or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last day (local date, yyyy-MM-dd), or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>Draft, Recruiting, Ready, Running, Reporting or Closed.</summary>
    public string State { get; init; } = "Draft";

    /// <summary>Why it was closed early; empty where it wasn't.</summary>
    public string ClosedReason { get; init; } = "";

    /// <summary>Where it stood when it was closed, or null.</summary>
    public string? ClosedFrom { get; init; }

    /// <summary>Where its last step came from: a close is taken back to where it was. Null before the first step.</summary>
    public string? Before => ClosedFrom ?? ProgrammeStates.Before(State);

    /// <summary>When it was closed (UTC), or null.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>When it went to the archive, where nothing changes any more (UTC), or null.</summary>
    public string? ArchivedAt { get; init; }

    /// <summary>It is over: nobody is waited for.</summary>
    public bool IsClosed => State == "Closed";

    /// <summary>It is in the archive: nothing of it changes.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>A programme by id, or null.</summary>
    public static ProgrammeRow? Find(Reads reads, long id) => reads.First<ProgrammeRow>("""
        SELECT p.id, p.name, p.format, p.time_mode AS TimeMode, p.time_share_percent, p.start_date AS StartDate, p.end_date AS EndDate, p.version,
          p.state, p.closed_reason, p.closed_from, p.closed_at, p.archived_at,
          p.changed_at AS ChangedAt, c.name AS ChangedBy
        FROM programme p LEFT JOIN person c ON c.id = p.changed_by WHERE p.id = @id
        """, new { id });
}
