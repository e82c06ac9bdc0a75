using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

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
    public string Figure(double? value) => value is { } known ? Amount.Brief(known, Unit) : "–";
}

/// <summary>What was studied, decided or solved last, by its words.</summary>
public sealed record FrontNote
{
    /// <summary>Note, Decision or Solution.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The membership whose problem it is for; null for the set's.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>What was found; may be empty.</summary>
    public string Found { get; init; } = "";

    /// <summary>The member whose problem it is for, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Local day of it.</summary>
    public string Date { get; init; } = "";

    /// <summary>Where it stands, below the set's address.</summary>
    public string Path => $"work{(MembershipId is { } of ? $"/{of}" : "")}#{Kind switch { "Note" => $"n{Id}", "Decision" => $"d{Id}", _ => "solution" }}";

    /// <summary>What it is, with whose and when.</summary>
    public string Said =>
        $"{Kind switch { "Note" => "Looked at", "Decision" => "Decided", _ => "Solution" }}{(Owner is { } owner ? $" for the problem of {Called.First(owner)}" : "")}, {LocalDay.WithMonth(LocalDay.Parse(Date))}";

    /// <summary>The last two notes and the last two decisions; where each member has a problem of their own, also the two solutions that were decided last.</summary>
    public static IReadOnlyList<FrontNote> Of(Reads reads, long set) => reads.Query<FrontNote>(
        """
        WITH last AS (
          SELECT * FROM (SELECT 1 AS place, 'Solution' AS kind, l.id, l.membership_id, l.text, '' AS found, l.decided_on AS date
            FROM solution l WHERE l.set_id = @set AND l.membership_id IS NOT NULL AND l.decided_on IS NOT NULL ORDER BY l.decided_on DESC, l.id DESC LIMIT 2)
          UNION ALL
          SELECT * FROM (SELECT 2, 'Note', n.id, n.membership_id, n.looked_at, n.found, ifnull(t.date, substr(n.created_at, 1, 10))
            FROM study_note n LEFT JOIN set_meeting t ON t.id = n.meeting_id WHERE n.set_id = @set AND n.gone_at IS NULL ORDER BY n.id DESC LIMIT 2)
          UNION ALL
          SELECT * FROM (SELECT 3, 'Decision', d.id, d.membership_id, d.text, '', d.on_date
            FROM decision d WHERE d.set_id = @set AND d.gone_at IS NULL ORDER BY d.on_date DESC, d.id DESC LIMIT 2))
        SELECT x.kind, x.id, x.membership_id, x.text, x.found, x.date, p.name AS Owner
        FROM last x LEFT JOIN membership m ON m.id = x.membership_id LEFT JOIN person p ON p.id = m.person_id
        ORDER BY x.place, x.date DESC, x.id DESC
        """, new { set });
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

    /// <summary>What was studied and decided last, by its words.</summary>
    public IReadOnlyList<FrontNote> Last { get; init; } = [];

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
        Last = FrontNote.Of(reads, set),
        Measures = reads.Query<FrontMeasure>(
            """
            SELECT m.id, m.name, m.unit, m.baseline, m.target,
                   coalesce(m.result, (SELECT r.value FROM measure_reading r WHERE r.measure_id = m.id AND r.gone_at IS NULL ORDER BY r.date DESC, r.id DESC LIMIT 1)) AS Now
            FROM measure m WHERE m.set_id = @set AND m.person_id IS NULL ORDER BY m.position LIMIT 3
            """, new { set }),
    };
}
