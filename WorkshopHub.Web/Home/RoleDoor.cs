using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>A door that a set asked somebody to open.</summary>
public sealed record RoleDoor
{
    /// <summary>The door.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Asked, Accepted, Opened or NotPossible.</summary>
    public string State { get; init; } = "";

    /// <summary>What was answered; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>By when the set needs it, or null.</summary>
    public string? NeededBy { get; init; }

    /// <summary>The day that was given, or null.</summary>
    public string? OpensOn { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>When it was last answered (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>When it opened, or turned out to be shut (UTC), or null.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>The version that a form is shown.</summary>
    public long Version { get; init; }

    /// <summary>The set's place, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>The set.</summary>
    public string SetName { get; init; } = "";

    /// <summary>It waits for an answer, or to be opened.</summary>
    public bool Waits => State is "Asked" or "Accepted";

    /// <summary>The doors that somebody was asked to open, those that wait first.</summary>
    public static IReadOnlyList<RoleDoor> Of(Reads reads, long person) => reads.Query<RoleDoor>(
        """
        SELECT d.id, d.title, d.state, d.answer, d.needed_by, d.opens_on, d.asked_at, d.answered_at, d.closed_at, d.version, s.position, s.name AS SetName
        FROM door_request d
        JOIN sets s ON s.id = d.set_id
        JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
        WHERE d.asked_of = @person AND d.state <> 'TakenBack'
        ORDER BY d.state IN ('Opened', 'NotPossible'), d.closed_at DESC, d.asked_at
        """,
        new { person });
}
