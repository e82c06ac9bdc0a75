using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>What was read of a measure on a day: on the way, and after the programme too.</summary>
public sealed record MeasureReading
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The measure.</summary>
    public long MeasureId { get; init; }

    /// <summary>The day (local date).</summary>
    public string Date { get; init; } = "";

    /// <summary>The figure, in the measure's unit.</summary>
    public double Value { get; init; }

    /// <summary>Of how many cases, or null.</summary>
    public long? N { get; init; }

    /// <summary>A remark; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who read it, or null.</summary>
    public string? By { get; init; }

    /// <summary>When it was taken back (UTC), or null: it can be put back.</summary>
    public string? GoneAt { get; init; }

    /// <summary>The readings of some measures, the newest day first; the measures as JSON.</summary>
    public static IReadOnlyList<MeasureReading> Of(Reads reads, string measures) => reads.Query<MeasureReading>(
        """
        SELECT r.id, r.measure_id, r.date, r.value, r.n, r.note, p.name AS "By", r.gone_at
        FROM measure_reading r LEFT JOIN person p ON p.id = r.by
        WHERE r.measure_id IN (SELECT value FROM json_each(@measures))
        ORDER BY r.date DESC, r.id DESC
        """,
        new { measures });
}

/// <summary>What a baseline was before it changed although it had been confirmed.</summary>
public sealed record FormerBaseline
{
    /// <summary>What it was, or null.</summary>
    public double? Baseline { get; init; }

    /// <summary>Who had confirmed it, or null.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Why it changed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who changed it, or null.</summary>
    public string? By { get; init; }

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>What a measure's baseline was before, the newest change first.</summary>
    public static IReadOnlyList<FormerBaseline> Of(Reads reads, long measure) => reads.Query<FormerBaseline>(
        """
        SELECT b.baseline, c.name AS ConfirmedBy, b.reason, p.name AS "By", b.at
        FROM measure_baseline b LEFT JOIN person p ON p.id = b.by LEFT JOIN person c ON c.id = b.confirmed_by
        WHERE b.measure_id = @measure
        ORDER BY b.id DESC
        """,
        new { measure });
}
