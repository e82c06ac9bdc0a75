using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>A person as stored.</summary>
public sealed record PersonRow : PersonFields
{
    /// <summary>The line manager's name; empty where there is none.</summary>
    public string Manager { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    private const string Select = """
        SELECT p.id, p.name, p.email, p.job_title AS JobTitle, ifnull(u.name, '') AS Unit, p.discipline,
          ifnull(s.name, '') AS Site, p.manager_id AS ManagerId, ifnull(m.name, '') AS Manager, p.version,
          p.changed_at AS ChangedAt, c.name AS ChangedBy
        FROM person p LEFT JOIN org_unit u ON u.id = p.org_unit_id LEFT JOIN site s ON s.id = p.site_id
          LEFT JOIN person m ON m.id = p.manager_id LEFT JOIN person c ON c.id = p.changed_by
        """;

    /// <summary>A person by id, or null.</summary>
    public static PersonRow? Find(Reads reads, long id) =>
        reads.First<PersonRow>($"{Select} WHERE p.id = @id", new { id });

    /// <summary>A person by e-mail address, or null.</summary>
    public static PersonRow? ByEmail(Reads reads, string email) =>
        reads.First<PersonRow>($"{Select} WHERE p.email = @email", new { email });

    /// <summary>Everybody of this name, whatever the case.</summary>
    public static IReadOnlyList<PersonRow> ByName(Reads reads, string name) =>
        reads.Query<PersonRow>($"{Select} WHERE p.name = @name COLLATE NOCASE OR p.name = @plain COLLATE NOCASE ORDER BY p.id", new { name, plain = NameOrder.Plain(name) });

    /// <summary>
    /// Who a row of a file means: the e-mail decides; without a hit, the one person of that name who has no other
    /// e-mail. Null where it is somebody new.
    /// </summary>
    /// <exception cref="RefusedException">Several people have this name.</exception>
    public static PersonRow? Match(Reads reads, string name, string? email)
    {
        if (email is not null && ByEmail(reads, email) is { } known)
        {
            return known;
        }

        var same = ByName(reads, name).Where(p => email is null || p.Email is null).ToList();
        return same switch
        {
            [] => null,
            [var one] => one,
            _ => throw new RefusedException("Name", $"There are {same.Count} people called {name}. Give the e-mail, so that the right one is meant."),
        };
    }
}
