using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// What a person is in a programme at this moment, and for which set. What stands with a participant is what they joined
/// as; rights and channels follow this.
/// </summary>
public sealed record RoleNow
{
    private static readonly IReadOnlyList<RoleNow> _none = [new() { Role = Role.Guest }];

    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>The set of a member or an advisor, or null.</summary>
    public long? SetId { get; init; }

    private const string Sql =
        """
        WITH here AS (SELECT ifnull(@programme, (SELECT programme_id FROM workshop WHERE id = @workshop)) AS id)
        SELECT role, set_id
        FROM (
          SELECT 'Member' AS role, 0 AS place, m.set_id
          FROM here JOIN sets s ON s.programme_id = here.id JOIN membership m ON m.set_id = s.id
          WHERE m.person_id = @person AND m.left_at IS NULL
          UNION
          SELECT r.role,
                 CASE r.role WHEN 'Supervisor' THEN 1 WHEN 'Advisor' THEN 2 WHEN 'Client' THEN 3 WHEN 'Champion' THEN 4
                             WHEN 'Sponsor' THEN 5 ELSE 6 END,
                 CASE WHEN r.role = 'Advisor' THEN r.set_id END
          FROM here JOIN role_assignment r ON r.programme_id = here.id
          WHERE r.person_id = @person
          UNION
          SELECT 'Supervisor', 1, NULL
          FROM here JOIN sets s ON s.programme_id = here.id
          JOIN membership m ON m.set_id = s.id AND m.supervisor_id = @person AND m.left_at IS NULL)
        ORDER BY place, set_id
        """;

    /// <summary>
    /// Everything that a person is in the programme of a workshop, in the order of <see cref="Accounts.Role"/>: the first
    /// is what they are listed as. A guest where nothing is assigned to them.
    /// </summary>
    public static IReadOnlyList<RoleNow> AllOf(Reads reads, long workshop, long person) =>
        reads.Query<RoleNow>(Sql, new { programme = (long?)null, workshop, person }) is { Count: > 0 } all ? all : _none;

    /// <summary>Everything that a person is in a programme; empty where that is nothing.</summary>
    public static IReadOnlyList<RoleNow> InProgramme(Reads reads, long programme, long person) =>
        reads.Query<RoleNow>(Sql, new { programme, workshop = (long?)null, person });
}
