using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>A role that somebody has in a programme.</summary>
public sealed record RoleRow
{
    /// <summary>The assignment's id.</summary>
    public long Id { get; init; }

    /// <summary>Sponsor, Champion, Client, Advisor, Supervisor or Facilitator.</summary>
    public string Role { get; init; } = "";

    /// <summary>The set that the role belongs to, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The set's position, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where a letter reaches them, or null.</summary>
    public string? Email { get; init; }

    /// <summary>All roles of a programme: by role as listed, then by name.</summary>
    public static IReadOnlyList<RoleRow> Of(Reads reads, long programmeId) => [.. reads.Query<RoleRow>("""
        SELECT r.id, r.role, r.set_id AS SetId, s.name AS SetName, s.position AS SetPosition, p.id AS PersonId, p.name,
          p.job_title AS JobTitle, ifnull(u.name, '') AS Unit, p.email
        FROM role_assignment r JOIN person p ON p.id = r.person_id LEFT JOIN sets s ON s.id = r.set_id
          LEFT JOIN org_unit u ON u.id = p.org_unit_id
        WHERE r.programme_id = @programmeId ORDER BY p.name COLLATE NAMES, s.position
        """, new { programmeId })
        .OrderBy(r => RoleCommands.All.Index().First(x => x.Item == r.Role).Index)];
}
