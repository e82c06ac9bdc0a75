using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Asking;

/// <summary>
/// A question that a member of a set asks another set, or one person of the programme, between meetings: "asking questions to pull
/// rather than push knowledge". It has the asker's name, and whoever is asked answers.
/// </summary>
public sealed record SetAsk
{
    /// <summary>The id that the form made.</summary>
    public string Id { get; init; } = "";

    /// <summary>The set whose member asks.</summary>
    public long SetId { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>Who asks.</summary>
    public long AskedBy { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>The set that is asked, or null.</summary>
    public long? ToSet { get; init; }

    /// <summary>The place of the set that is asked, or null.</summary>
    public long? ToPosition { get; init; }

    /// <summary>The person who is asked, or null.</summary>
    public long? ToPerson { get; init; }

    /// <summary>The name of the set or person that is asked.</summary>
    public string To { get; init; } = "";

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>What was answered; empty while nothing was.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Who answered, or null.</summary>
    public string? Answerer { get; init; }

    /// <summary>When (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>The programme is in the archive, where nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Rises with every answer.</summary>
    public long Version { get; init; }

    private const string Select =
        """
        SELECT q.id, q.set_id, s.position, s.name AS SetName, q.asked_by, a.name AS Asker, q.to_set, t.position AS ToPosition, q.to_person,
          ifnull(t.name, p.name) AS "To", q.text, q.asked_at, q.answer, w.name AS Answerer, q.answered_at, g.archived_at IS NOT NULL AS IsArchived, q.version
        FROM set_ask q
        JOIN sets s ON s.id = q.set_id
        JOIN programme g ON g.id = s.programme_id
        JOIN person a ON a.id = q.asked_by
        LEFT JOIN sets t ON t.id = q.to_set
        LEFT JOIN person p ON p.id = q.to_person
        LEFT JOIN person w ON w.id = q.answered_by
        """;

    /// <summary>What the members of a set asked, the newest first.</summary>
    public static IReadOnlyList<SetAsk> By(Reads reads, long set) =>
        reads.Query<SetAsk>($"{Select} WHERE q.set_id = @set AND q.back_at IS NULL ORDER BY q.asked_at DESC, q.id", new { set });

    /// <summary>What a set is asked: what waits for an answer first, then the newest.</summary>
    public static IReadOnlyList<SetAsk> Of(Reads reads, long set) => reads.Query<SetAsk>(
        $"{Select} WHERE q.to_set = @set AND q.back_at IS NULL ORDER BY q.answered_at IS NOT NULL, q.asked_at DESC, q.id", new { set });

    /// <summary>One that stands, or null. Whoever calls asks who may.</summary>
    public static SetAsk? Find(Reads reads, string? id) => reads.First<SetAsk>($"{Select} WHERE q.id = @id AND q.back_at IS NULL", new { id });
}
