using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>Somebody whom a set can ask for a door: its champion, and the sponsor.</summary>
public sealed record Opener
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Champion or Sponsor.</summary>
    public string Role { get; init; } = "";

    /// <summary>Who they are to the set, e.g. your champion.</summary>
    public string Words => Role == "Champion" ? "your champion" : "the sponsor";

    /// <summary>Whom a set can ask, its champion first.</summary>
    public static IReadOnlyList<Opener> Of(Reads reads, long set) => reads.Query<Opener>(
        """
        SELECT p.id AS PersonId, p.name, r.role
        FROM sets s
        JOIN role_assignment r ON r.programme_id = s.programme_id AND (r.role = 'Sponsor' OR (r.role = 'Champion' AND r.set_id = s.id))
        JOIN person p ON p.id = r.person_id
        WHERE s.id = @set
        GROUP BY p.id
        ORDER BY r.role, p.name COLLATE NAMES
        """, new { set });
}
