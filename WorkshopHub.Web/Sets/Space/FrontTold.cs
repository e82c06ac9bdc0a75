using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>An action of which its owner has told: what was said, and what came of it.</summary>
public sealed record FrontTold
{
    /// <summary>Its number in the set.</summary>
    public long Number { get; init; }

    /// <summary>What was said.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Done, Partly or NotDone.</summary>
    public string State { get; init; } = "";

    /// <summary>What happened, as told last.</summary>
    public string Happened { get; init; } = "";

    /// <summary>What its owner learned.</summary>
    public string Learned { get; init; } = "";

    /// <summary>The pill of its state: class, icon and word. Not done is an answer, and grey.</summary>
    public (string Class, string Icon, string Word) Pill => State switch
    {
        "Done" => ("pill-ok", "i-check", "Done"),
        "Partly" => ("pill-warn", "i-clock", "Partly"),
        _ => ("", "i-minus", "Not done"),
    };

    /// <summary>Those that were told of last.</summary>
    public static IReadOnlyList<FrontTold> Of(Reads reads, long set) => reads.Query<FrontTold>(
        """
        SELECT a.number, a.text, p.name AS Owner, r.state, r.happened, r.learned
        FROM set_action a
        JOIN person p ON p.id = a.owner_id
        JOIN set_action_report r ON r.action_id = a.id AND r.round = (
          SELECT max(x.round) FROM set_action_report x WHERE x.action_id = a.id AND x.state IN ('Done', 'Partly', 'NotDone'))
        WHERE a.set_id = @set
        ORDER BY r.created_at DESC, a.number LIMIT 5
        """, new { set });
}

/// <summary>What a set agreed on when it reflected.</summary>
public sealed record FrontReflection
{
    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number of the meeting, or null.</summary>
    public long? Number { get; init; }

    /// <summary>Local day of it.</summary>
    public string Date { get; init; } = "";

    /// <summary>The last two of a set.</summary>
    public static IReadOnlyList<FrontReflection> Of(Reads reads, long set) => reads.Query<FrontReflection>(
        """
        SELECT coalesce(nullif(r.text, ''), nullif(r.happened, ''), nullif(r.otherwise, ''), nullif(r.why, ''), nullif(r.asking, ''), r.set_out) AS Text, m.number,
               ifnull(m.date, substr(r.created_at, 1, 10)) AS Date
        FROM reflection r LEFT JOIN set_meeting m ON m.id = r.meeting_id
        WHERE r.set_id = @set AND r.author_id IS NULL
        ORDER BY ifnull(m.date, substr(r.created_at, 1, 10)) DESC, r.created_at DESC LIMIT 2
        """, new { set });
}
