using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>A door that the set has asked for.</summary>
public sealed record FrontDoor
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is to be opened.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who was asked.</summary>
    public string Of { get; init; } = "";

    /// <summary>Asked, Accepted, Opened or NotPossible.</summary>
    public string State { get; init; } = "";

    /// <summary>What was answered; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The local day by which it opens, as promised, or null.</summary>
    public string? OpensOn { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>When it was opened or refused (UTC), or null.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>It is neither open nor refused.</summary>
    public bool Waits => State is "Asked" or "Accepted";

    /// <summary>How many days of the calendar it has waited, or waited until it was answered, as every page of doors counts them.</summary>
    public int Days(DateTimeOffset now, TimeZoneInfo zone) => LocalDay.Of(ClosedAt is { } closed && !Waits ? Utc.Parse(closed) : now, zone).DayNumber
        - LocalDay.Of(Utc.Parse(AskedAt), zone).DayNumber;

    /// <summary>Those of a set: what waits first, the oldest first.</summary>
    public static IReadOnlyList<FrontDoor> OfSet(Reads reads, long set) => reads.Query<FrontDoor>(
        """
        SELECT d.id, d.title, p.name AS Of, d.state, d.answer, d.opens_on, d.asked_at, d.closed_at
        FROM door_request d JOIN person p ON p.id = d.asked_of
        WHERE d.set_id = @set AND d.state <> 'TakenBack'
        ORDER BY d.state NOT IN ('Asked', 'Accepted'), d.asked_at, d.id LIMIT 12
        """, new { set });
}
