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

    /// <summary>First day (local date, yyyy-MM-dd), or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last day (local date, yyyy-MM-dd), or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>A programme by id, or null.</summary>
    public static ProgrammeRow? Find(Reads reads, long id) => reads.First<ProgrammeRow>("""
        SELECT p.id, p.name, p.format, p.time_mode AS TimeMode, p.start_date AS StartDate, p.end_date AS EndDate, p.version,
          p.changed_at AS ChangedAt, c.name AS ChangedBy
        FROM programme p LEFT JOIN person c ON c.id = p.changed_by WHERE p.id = @id
        """, new { id });
}
