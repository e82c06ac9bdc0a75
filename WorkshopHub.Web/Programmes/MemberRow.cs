using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Somebody who is in a set now.</summary>
public sealed record MemberRow
{
    /// <summary>The membership; another one after a move.</summary>
    public long Id { get; init; }

    /// <summary>Rises with every change of the membership; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The supervisor, or null where none is named.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The supervisor's name, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>All members of a programme's sets, by name.</summary>
    public static IReadOnlyList<MemberRow> Of(Reads reads, long programmeId) => reads.Query<MemberRow>("""
        SELECT m.id, m.version, m.set_id AS SetId, p.id AS PersonId, p.name, p.job_title AS JobTitle, ifnull(u.name, '') AS Unit,
          m.supervisor_id AS SupervisorId, v.name AS Supervisor
        FROM membership m JOIN sets s ON s.id = m.set_id JOIN person p ON p.id = m.person_id
          LEFT JOIN org_unit u ON u.id = p.org_unit_id LEFT JOIN person v ON v.id = m.supervisor_id
        WHERE s.programme_id = @programmeId AND m.left_at IS NULL ORDER BY p.name COLLATE NAMES, m.id
        """, new { programmeId });
}
