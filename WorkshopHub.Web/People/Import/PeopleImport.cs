using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>A list of people that was brought in, with what stood there before: it can be taken back.</summary>
public sealed record PeopleImport
{
    /// <summary>How many lists the page names.</summary>
    public const int Named = 5;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The file's name.</summary>
    public string File { get; init; } = "";

    /// <summary>When (UTC, see <see cref="Utc"/>).</summary>
    public string At { get; init; } = "";

    /// <summary>Who brought it in, or null where that person is gone.</summary>
    public string? By { get; init; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public string? TakenBackAt { get; init; }

    /// <summary>How many people it added.</summary>
    public long Added { get; init; }

    /// <summary>How many people it changed.</summary>
    public long Changed { get; init; }

    /// <summary>The last lists, the newest first.</summary>
    public static IReadOnlyList<PeopleImport> Last(Reads reads) => reads.Query<PeopleImport>(
        """
        SELECT i.id, i.file, i.at, p.name AS By, i.taken_back_at,
               (SELECT count(*) FROM people_import_row r WHERE r.import_id = i.id AND r.before IS NULL) AS Added,
               (SELECT count(*) FROM people_import_row r WHERE r.import_id = i.id AND r.before IS NOT NULL) AS Changed
        FROM people_import i LEFT JOIN person p ON p.id = i.by
        ORDER BY i.id DESC LIMIT @Named
        """, new { Named });

    /// <summary>Keeps what stands there before a list changes it.</summary>
    internal static long Begin(Writes writes, string file, IEnumerable<long> changed, long? by)
    {
        var id = writes.Insert("INSERT INTO people_import (file, at, by) VALUES (@file, @Now, @by)", new { file, writes.Now, by });
        writes.Execute(
            """
            INSERT INTO people_import_row (import_id, person_id, before, version)
            SELECT @id, p.id, json_object('name', p.name, 'email', p.email, 'job', p.job_title, 'discipline', p.discipline,
                'unit', p.org_unit_id, 'site', p.site_id, 'manager', p.manager_id), p.version + 1
            FROM json_each(@changed) c JOIN person p ON p.id = c.value
            """, new { id, changed = JsonSerializer.Serialize(changed) });
        return id;
    }

    /// <summary>Keeps who came in by a list.</summary>
    internal static void Came(Writes writes, long id, IEnumerable<long> added) => writes.Execute(
        "INSERT INTO people_import_row (import_id, person_id, version) SELECT @id, value, 1 FROM json_each(@added)",
        new { id, added = JsonSerializer.Serialize(added) });
}
