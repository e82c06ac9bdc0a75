using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.During;

/// <summary>What the sponsor said in a workshop that they would do.</summary>
public sealed record Promise
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Until when (local date), or null.</summary>
    public string? Due { get; init; }

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Who asks about it, or null.</summary>
    public string? Witness { get; init; }

    /// <summary>Where and before whom it was said, e.g. at the kick-off, witness Catherine.</summary>
    public string Where => $"at the {Kind switch { "KickOff" => "kick-off", "MidTerm" => "mid-term", _ => "final" }}"
        + (Witness is null ? "" : $", witness {Called.First(Witness)}");

    /// <summary>
    /// The sponsor's own, as they read it themselves; for whoever else reads the page, what the sponsor has shown to everybody. The
    /// newest first.
    /// </summary>
    public static IReadOnlyList<Promise> Of(Reads reads, long programme, long? owner) => reads.Query<Promise>(
        $"""
        {Select}
        WHERE c.role = 'Sponsor' AND c.state <> 'Dropped' AND (c.person_id = @owner OR (@owner IS NULL AND c.share = 'Room' AND c.hidden_at IS NULL))
        ORDER BY w.date DESC, c.at DESC LIMIT 3
        """, new { programme, owner });

    /// <summary>The sponsor's own whose day is past and of which they have not said what became of it, the oldest first.</summary>
    public static IReadOnlyList<Promise> Overdue(Reads reads, long programme, long owner, DateOnly today) => reads.Query<Promise>(
        $"{Select} WHERE c.role = 'Sponsor' AND c.state = 'Agreed' AND c.person_id = @owner AND c.due < @day ORDER BY c.due, c.id", new { programme, owner, day = LocalDay.Text(today) });

    private const string Select =
        """
        SELECT c.id, c.text, c.due, w.kind, p.name AS Witness
        FROM commitment c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop w ON w.id = a.workshop_id AND w.programme_id = @programme
        LEFT JOIN person p ON p.id = c.witness_id
        """;
}

/// <summary>A member's own problem, by its title, with its first figure: as much as the sponsor reads of it.</summary>
public sealed record OwnLine
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The member.</summary>
    public string Member { get; init; } = "";

    /// <summary>What the problem is called, or null while none is sent to the supervisor: a draft is its writer’s alone.</summary>
    public string? Title { get; init; }

    /// <summary>What is counted, or null.</summary>
    public string? Measure { get; init; }

    /// <summary>In which unit.</summary>
    public string? Unit { get; init; }

    /// <summary>What it was, or null.</summary>
    public double? Baseline { get; init; }

    /// <summary>What it should become, or null.</summary>
    public double? Target { get; init; }

    /// <summary>What it is, or null.</summary>
    public double? Latest { get; init; }

    /// <summary>All of a programme, set by set: one statement.</summary>
    public static ILookup<long, OwnLine> Of(Reads reads, long programme) => reads.Query<OwnLine>(
        """
        SELECT m.set_id, p.name AS Member, iif(b.sent_at IS NOT NULL OR b.state <> 'Proposed', b.title, NULL) AS Title, x.name AS Measure, x.unit, x.baseline, x.target,
          ifnull(x.result, (SELECT l.value FROM measure_reading l WHERE l.measure_id = x.id AND l.gone_at IS NULL ORDER BY l.date DESC, l.id DESC LIMIT 1)) AS Latest
        FROM membership m
        JOIN sets s ON s.id = m.set_id AND s.programme_id = @programme
        JOIN person p ON p.id = m.person_id
        LEFT JOIN problem b ON b.id = (SELECT max(own.id) FROM problem own WHERE own.programme_id = @programme AND own.owner_id = m.person_id)
        LEFT JOIN measure x ON x.id = (SELECT f.id FROM measure f WHERE f.set_id = m.set_id AND f.person_id = m.person_id ORDER BY f.position, f.id LIMIT 1)
        WHERE m.left_at IS NULL
        ORDER BY s.position, p.name COLLATE NAMES
        """, new { programme }).ToLookup(one => one.SetId);
}
