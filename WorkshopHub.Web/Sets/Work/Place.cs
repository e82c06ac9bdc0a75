using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// Whose work it is: the set's on the problem that all share, or one member's on a problem of their own.
/// </summary>
public sealed record Place
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The membership of the member whose problem it is; null where the set shares one.</summary>
    public long? MembershipId { get; init; }

    /// <summary>That member, or null.</summary>
    public long? OwnerId { get; init; }

    /// <summary>That member's name, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>That member's supervisor as of now, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The problem, or null while none is chosen.</summary>
    public long? ProblemId { get; init; }

    /// <summary>What it is called, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Where it stands: Chosen, Agreed, InWork, Implemented, HandedOver, Stopped; null without a problem.</summary>
    public string? State { get; init; }

    /// <summary>The problem's client, or null.</summary>
    public long? ClientId { get; init; }

    /// <summary>The client's name, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The client's first name, or "the client".</summary>
    public string ClientFirst => Client is null ? "the client" : Called.First(Client);

    /// <summary>The work of a whole set that shares a problem.</summary>
    public static Place? OfSet(Reads reads, long set) => reads.First<Place>(
        """
        SELECT s.id AS SetId, b.id AS ProblemId, b.title AS Problem, b.state, b.client_id, c.name AS Client
        FROM sets s
        LEFT JOIN problem b ON b.id = s.problem_id
        LEFT JOIN person c ON c.id = b.client_id
        WHERE s.id = @set
        """,
        new { set });

    /// <summary>The work of each member of a set on a problem of their own, by name; also of those who have left.</summary>
    public static IReadOnlyList<Place> OfMembers(Reads reads, long set) => reads.Query<Place>(
        """
        SELECT m.set_id AS SetId, m.id AS MembershipId, m.person_id AS OwnerId, p.name AS Owner, iif(m.left_at IS NULL, m.supervisor_id, NULL) AS SupervisorId,
          b.id AS ProblemId, b.title AS Problem, b.state
        FROM membership m
        JOIN sets s ON s.id = m.set_id
        JOIN person p ON p.id = m.person_id
        LEFT JOIN problem b ON b.id = (SELECT max(own.id) FROM problem own
          WHERE own.programme_id = s.programme_id AND own.owner_id = m.person_id AND own.sent_at IS NOT NULL)
        WHERE m.set_id = @set
          AND (m.left_at IS NULL OR EXISTS (SELECT 1 FROM solution x WHERE x.membership_id = m.id) OR EXISTS (SELECT 1 FROM study_note x WHERE x.membership_id = m.id))
        ORDER BY p.name COLLATE NAMES, m.id
        """,
        new { set });
}
