using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>A commitment whose day has come: its owner says what became of it, its witness asks.</summary>
public sealed record AskedLine
{
    /// <summary>The commitment.</summary>
    public long Id { get; init; }

    /// <summary>What was promised.</summary>
    public string Text { get; init; } = "";

    /// <summary>Until when (local date), or null.</summary>
    public string? Due { get; init; }

    /// <summary>Whose it is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Whether it is the viewer's own.</summary>
    public bool IsMine { get; init; }

    /// <summary>The owner's first name.</summary>
    public string First => Called.First(Owner);

    /// <summary>The day, e.g. 14 December; empty where none was agreed.</summary>
    public string Day => Due is null ? "" : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Those that a person owns or witnesses and has not answered yet, the oldest first.</summary>
    public static IReadOnlyList<AskedLine> Of(Reads reads, long person) => reads.Query<AskedLine>(
        """
        SELECT c.id, c.text, c.due, p.name AS Owner, c.person_id = @person AS IsMine
        FROM commitment c
        JOIN person p ON p.id = c.person_id
        WHERE (c.person_id = @person OR (c.witness_id = @person AND ifnull(c.witness_says, 'Yes') = 'Yes'))
          AND EXISTS (SELECT 1 FROM commitment_asked a
            WHERE a.commitment_id = c.id AND a.answered_at IS NULL AND (c.person_id = @person OR a.witness_at IS NULL))
        ORDER BY c.due, c.id
        """,
        new { person });
}
