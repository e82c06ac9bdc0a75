using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>An action as the front page tells it: what was said, and what came of it.</summary>
public sealed record FrontAction
{
    /// <summary>Its number in the set.</summary>
    public long Number { get; init; }

    /// <summary>What was said.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>It is the viewer's own.</summary>
    public bool IsMine { get; init; }

    /// <summary>Agreed, Done, Partly, NotDone or Dropped.</summary>
    public string State { get; init; } = "";

    /// <summary>By when (local day).</summary>
    public string Due { get; init; } = "";

    /// <summary>What happened, as told last; may be empty.</summary>
    public string Happened { get; init; } = "";

    /// <summary>What its owner learned; may be empty.</summary>
    public string Learned { get; init; } = "";

    /// <summary>How many there are in all.</summary>
    public long Promised { get; init; }

    /// <summary>How many of these were reported.</summary>
    public long Reported { get; init; }

    /// <summary>It is still to be done, or told of.</summary>
    public bool IsOpen => State == "Agreed";

    /// <summary>The day by which it is due.</summary>
    public DateOnly Day => LocalDay.Parse(Due);

    /// <summary>The pill of its state: class, icon and word.</summary>
    public (string Class, string Icon, string Word) Pill => State switch
    {
        "Done" => ("pill-ok", "i-check", "Done"),
        "Partly" => ("pill-warn", "i-clock", "Partly"),
        "NotDone" => ("", "i-minus", "Not done"),
        _ => ("", "i-x", "Dropped"),
    };

    /// <summary>The open ones, the soonest first, then those that were told of last.</summary>
    public static IReadOnlyList<FrontAction> Of(Reads reads, long set, long viewer) => reads.Query<FrontAction>(
        """
        SELECT a.number, a.text, p.name AS Owner, a.owner_id = @viewer AS IsMine, a.state, a.due, ifnull(r.happened, '') AS Happened, ifnull(r.learned, '') AS Learned,
               count(*) OVER () AS Promised, count(*) FILTER (WHERE a.state IN ('Done', 'Partly', 'NotDone')) OVER () AS Reported
        FROM set_action a
        JOIN person p ON p.id = a.owner_id
        LEFT JOIN set_action_report r ON r.action_id = a.id AND r.round = (
          SELECT max(x.round) FROM set_action_report x WHERE x.action_id = a.id AND x.state IN ('Done', 'Partly', 'NotDone'))
        WHERE a.set_id = @set
        ORDER BY a.state <> 'Agreed', CASE WHEN a.state = 'Agreed' THEN a.due END, a.due DESC, a.number LIMIT 8
        """, new { set, viewer });
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
