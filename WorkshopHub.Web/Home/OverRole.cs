using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>A programme that is closed, in which somebody had a role: their page says so and leads to what stays, where nothing waits any more.</summary>
public sealed record OverRole
{
    /// <summary>The programme.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its last day (local date), or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>The number of the last version of its outcome report, or 0.</summary>
    public long Report { get; init; }

    /// <summary>Those of a person, the last first.</summary>
    public static IReadOnlyList<OverRole> Of(Reads reads, long person, Role role) => reads.Query<OverRole>(
        """
        SELECT g.id, g.name, g.end_date, ifnull((SELECT max(v.number) FROM report_version v WHERE v.programme_id = g.id), 0) AS Report
        FROM programme g
        WHERE g.state = 'Closed' AND CASE @role
          WHEN 'Supervisor' THEN EXISTS (
            SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = g.id AND m.supervisor_id = @person AND m.left_at IS NULL)
          ELSE EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role = @role) END
        ORDER BY g.end_date DESC, g.id DESC
        """, new { person, role = role.ToString() });
}
