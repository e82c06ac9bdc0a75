using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>One person of a role in the demo's programme, whom one can continue as.</summary>
internal sealed record OneOfARole
{
    /// <summary>What they are.</summary>
    public Role Role { get; init; }

    /// <summary>Who they are.</summary>
    public long Id { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The role as it stands in an address.</summary>
    public string Word => Role.ToString().ToLowerInvariant();

    /// <summary>One of each role: a member of the first set, that member's supervisor, and who is around the sets.</summary>
    public static IReadOnlyList<OneOfARole> Of(Reads reads, long workshop) => reads.Query<OneOfARole>(
        """
        WITH programme AS (SELECT programme_id AS id FROM workshop WHERE id = @workshop),
        member AS (
          SELECT m.person_id, m.supervisor_id FROM membership m JOIN sets s ON s.id = m.set_id JOIN programme p ON p.id = s.programme_id
          WHERE m.left_at IS NULL AND m.supervisor_id IS NOT NULL ORDER BY s.position, m.id LIMIT 1),
        one AS (
          SELECT 1 AS place, 'Member' AS role, person_id FROM member
          UNION ALL SELECT 2, 'Supervisor', supervisor_id FROM member
          UNION ALL SELECT 3, a.role, min(a.person_id) FROM role_assignment a JOIN programme p ON p.id = a.programme_id
                    WHERE a.role <> 'Facilitator' AND a.role <> 'Supervisor' GROUP BY a.role)
        SELECT one.role, person.id, person.name FROM one JOIN person ON person.id = one.person_id ORDER BY one.place, one.role
        """,
        new { workshop });
}
