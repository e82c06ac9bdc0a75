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

    /// <summary>
    /// Takes a list back: who was changed reads as before, and who came in is gone. Whoever was changed since, or has a part
    /// in something by now, stays as they are.
    /// </summary>
    /// <returns>How many are as before, how many stay as they are, and whose rights have changed by it; null where it was taken back already.</returns>
    public static (int Back, int Stay, IReadOnlyList<long> Ended)? TakeBack(Writes writes, long id, IEnumerable<IManagerFollows> follows, long? by)
    {
        if (writes.Execute(
            "UPDATE people_import SET taken_back_at = @Now, taken_back_by = @by WHERE id = @id AND taken_back_at IS NULL", new { id, by, writes.Now }) == 0)
        {
            return null;
        }

        var all = (int)writes.First<long>("SELECT count(*) FROM people_import_row WHERE import_id = @id", new { id });
        var managers = writes.Query<Led>(
            """
            SELECT p.id AS PersonId, p.name, p.manager_id AS FormerId, f.name AS Former, m.id AS ManagerId, m.name AS Manager
            FROM people_import_row r JOIN person p ON p.id = r.person_id AND p.version = r.version
            JOIN person m ON m.id = r.before ->> 'manager'
            LEFT JOIN person f ON f.id = p.manager_id
            WHERE r.import_id = @id AND p.manager_id IS NOT m.id
            """, new { id }).Select(one => new NewManager(one.PersonId, one.Name, one.FormerId, one.Former, one.ManagerId, one.Manager)).ToList();
        var back = writes.Execute(
            """
            UPDATE person SET name = r.before ->> 'name', email = r.before ->> 'email', job_title = r.before ->> 'job',
              discipline = r.before ->> 'discipline', org_unit_id = r.before ->> 'unit', site_id = r.before ->> 'site',
              manager_id = r.before ->> 'manager', version = person.version + 1, changed_at = @Now, changed_by = @by
            FROM people_import_row r
            WHERE r.import_id = @id AND r.before IS NOT NULL AND person.id = r.person_id AND person.version = r.version
            """, new { id, writes.Now, by });
        var ended = follows.SelectMany(follow => follow.Follow(writes, managers, by)).Distinct().ToList();
        var newcomers = writes.Query<long>(
            "SELECT p.id FROM people_import_row r JOIN person p ON p.id = r.person_id AND p.version = r.version WHERE r.import_id = @id AND r.before IS NULL ORDER BY p.id", new { id });
        // They may lead one another.
        writes.Execute("UPDATE person SET manager_id = NULL WHERE id IN (SELECT value FROM json_each(@newcomers)) AND manager_id IN (SELECT value FROM json_each(@newcomers))",
            new { newcomers = JsonSerializer.Serialize(newcomers) });
        back += newcomers.Count(person => PersonRemoval.TryDelete(writes, person));
        Audit.Note(writes, by, null, "undo-import", "people_import", id);
        return (back, all - back, ended);
    }

    private sealed record Led
    {
        public long PersonId { get; init; }

        public string Name { get; init; } = "";

        public long? FormerId { get; init; }

        public string? Former { get; init; }

        public long ManagerId { get; init; }

        public string Manager { get; init; } = "";
    }
}
