using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Somebody as the list of people shows them, and as a file carries them.</summary>
public sealed record PersonLine : PersonFields
{
    /// <summary>The line manager's name; empty where there is none.</summary>
    public string Manager { get; init; } = "";

    /// <summary>The line manager's e-mail, or null.</summary>
    public string? ManagerEmail { get; init; }

    /// <summary>How many were found in all, on whatever page.</summary>
    public long Found { get; init; }

    /// <summary>Those whom a filter finds, by name.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="filter">Who is looked for.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to answer at most.</param>
    public static IReadOnlyList<PersonLine> Of(Reads reads, PeopleFilter filter, int skip = 0, int take = int.MaxValue) =>
        reads.Query<PersonLine>("""
            SELECT p.id, p.name, p.email, p.job_title, p.discipline, ifnull(u.name, '') AS Unit, ifnull(s.name, '') AS Site,
              p.manager_id, ifnull(m.name, '') AS Manager, m.email AS ManagerEmail, count(*) OVER () AS Found
            FROM person p LEFT JOIN org_unit u ON u.id = p.org_unit_id LEFT JOIN site s ON s.id = p.site_id
              LEFT JOIN person m ON m.id = p.manager_id
            WHERE (@any OR p.name LIKE @typed ESCAPE '\' OR p.name LIKE @capital ESCAPE '\' OR p.email LIKE @typed ESCAPE '\'
                OR p.job_title LIKE @typed ESCAPE '\')
              AND (@unit IS NULL OR p.org_unit_id IN (
                WITH RECURSIVE below (id) AS (SELECT @unit UNION SELECT o.id FROM below JOIN org_unit o ON o.parent_id = below.id)
                SELECT id FROM below))
              AND (@site IS NULL OR p.site_id = @site)
              AND (@discipline = '' OR p.discipline = @discipline COLLATE NOCASE)
              AND CASE @lacks WHEN 'email' THEN p.email IS NULL WHEN 'unit' THEN p.org_unit_id IS NULL
                WHEN 'site' THEN p.site_id IS NULL WHEN 'discipline' THEN p.discipline = ''
                WHEN 'manager' THEN p.manager_id IS NULL ELSE 1 END
            ORDER BY p.name COLLATE NAMES, p.id
            LIMIT @take OFFSET @skip
            """, filter.Values(skip, take));
}
