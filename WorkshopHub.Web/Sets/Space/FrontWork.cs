using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>A figure of a set, from what it was to what it is.</summary>
public sealed record FrontMeasure
{
    /// <summary>The measure.</summary>
    public long Id { get; init; }

    /// <summary>What is counted.</summary>
    public string Name { get; init; } = "";

    /// <summary>In what; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it was before, or null.</summary>
    public double? Baseline { get; init; }

    /// <summary>What it should become, or null.</summary>
    public double? Target { get; init; }

    /// <summary>The result, or what was read last; null where neither is.</summary>
    public double? Now { get; init; }

    /// <summary>A figure as people read it.</summary>
    public static string Figure(double? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";
}

/// <summary>The work of a set on its problem, in a few words: "study the issue, develop a solution, implement it".</summary>
public sealed record FrontWork
{
    /// <summary>The version of the solution that was decided last; null where none was.</summary>
    public long? Number { get; init; }

    /// <summary>Its words.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was decided (local day), or null.</summary>
    public string? DecidedOn { get; init; }

    /// <summary>How many study notes there are.</summary>
    public long Notes { get; init; }

    /// <summary>How many decisions.</summary>
    public long Decisions { get; init; }

    /// <summary>How many of these were made without asking.</summary>
    public long Alone { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<FrontMeasure> Measures { get; init; } = [];

    /// <summary>Reads it.</summary>
    public static FrontWork Of(Reads reads, long set) => reads.First<FrontWork>(
        """
        SELECT l.number, ifnull(l.text, '') AS Text, l.decided_on,
               (SELECT count(*) FROM study_note n WHERE n.set_id = s.id AND n.gone_at IS NULL) AS Notes,
               (SELECT count(*) FROM decision d WHERE d.set_id = s.id AND d.gone_at IS NULL) AS Decisions,
               (SELECT count(*) FROM decision d WHERE d.set_id = s.id AND d.gone_at IS NULL AND d.ground = 'OwnAuthority') AS Alone
        FROM sets s
        LEFT JOIN solution l ON l.id = (SELECT x.id FROM solution x WHERE x.set_id = s.id AND x.membership_id IS NULL AND x.decided_on IS NOT NULL
                                        ORDER BY x.number DESC LIMIT 1)
        WHERE s.id = @set
        """, new { set })! with
    {
        Measures = reads.Query<FrontMeasure>(
            """
            SELECT m.id, m.name, m.unit, m.baseline, m.target,
                   coalesce(m.result, (SELECT r.value FROM measure_reading r WHERE r.measure_id = m.id AND r.gone_at IS NULL ORDER BY r.date DESC, r.id DESC LIMIT 1)) AS Now
            FROM measure m WHERE m.set_id = @set AND m.person_id IS NULL ORDER BY m.position LIMIT 3
            """, new { set }),
    };
}
