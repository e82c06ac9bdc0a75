using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>Takes a list back, under the same rules under which it came in.</summary>
public static class ImportBack
{
    /// <summary>
    /// Takes a list back: who was changed reads as before, and who came in is gone. Whoever was changed since, signs in by the
    /// address that came with it, or has a part in something by now, stays as they are; so does whoever would be led in a circle
    /// or sit in one set with their supervisor.
    /// </summary>
    /// <returns>How many are as before, how many stay as they are, and whose rights have changed by it; null where it was taken back already.</returns>
    public static (int Back, int Stay, IReadOnlyList<long> Ended)? TakeBack(Writes writes, long id, IEnumerable<IManagerFollows> follows, long? by)
    {
        if (writes.Execute(
            "UPDATE people_import SET taken_back_at = @Now, taken_back_by = @by WHERE id = @id AND taken_back_at IS NULL", new { id, by, writes.Now }) == 0)
        {
            return null;
        }

        IReadOnlyList<IManagerFollows> rooms = [.. follows];
        var all = (int)writes.First<long>("SELECT count(*) FROM people_import_row WHERE import_id = @id", new { id });
        var allowed = Allowed(writes, rooms, Changed(writes, id));
        var back = writes.Execute(
            """
            UPDATE person SET name = r.before ->> 'name', email = r.before ->> 'email', job_title = r.before ->> 'job',
              discipline = r.before ->> 'discipline', org_unit_id = r.before ->> 'unit', site_id = r.before ->> 'site',
              manager_id = r.before ->> 'manager', version = person.version + 1, changed_at = @Now, changed_by = @by
            FROM people_import_row r
            WHERE r.import_id = @id AND r.before IS NOT NULL AND person.id = r.person_id AND person.id IN (SELECT value FROM json_each(@people))
            """, new { id, people = JsonSerializer.Serialize(allowed.Select(one => one.PersonId)), writes.Now, by });
        var ended = rooms.SelectMany(room => room.Follow(writes, Led(allowed), by)).Distinct().ToList();
        var newcomers = writes.Query<long>(
            """
            SELECT p.id FROM people_import_row r JOIN person p ON p.id = r.person_id AND p.version = r.version
            WHERE r.import_id = @id AND r.before IS NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id) ORDER BY p.id
            """, new { id });
        // They may lead one another.
        writes.Execute("UPDATE person SET manager_id = NULL WHERE id IN (SELECT value FROM json_each(@newcomers)) AND manager_id IN (SELECT value FROM json_each(@newcomers))",
            new { newcomers = JsonSerializer.Serialize(newcomers) });
        back += newcomers.Count(person => PersonRemoval.TryDelete(writes, person));
        Audit.Note(writes, by, null, "undo-import", "people_import", id);
        return (back, all - back, ended);
    }

    /// <summary>
    /// Who was changed by the list and by nobody since. An address that somebody signs in by is only theirs to change, and so it
    /// counts as changed.
    /// </summary>
    private static List<Row> Changed(Reads reads, long id) => [.. reads.Query<Row>(
        """
        SELECT p.id AS PersonId, p.name, p.manager_id AS FormerId, f.name AS Former, r.before ->> 'manager' AS ManagerId, m.name AS Manager
        FROM people_import_row r JOIN person p ON p.id = r.person_id AND p.version = r.version
        LEFT JOIN person m ON m.id = r.before ->> 'manager'
        LEFT JOIN person f ON f.id = p.manager_id
        WHERE r.import_id = @id AND r.before IS NOT NULL
          AND (p.email IS r.before ->> 'email' OR NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id))
        """, new { id })];

    /// <summary>Leaves out, until nothing more is found, whom a rule holds back: one may be held back only because another is.</summary>
    private static List<Row> Allowed(Reads reads, IReadOnlyList<IManagerFollows> rooms, List<Row> rows)
    {
        var now = reads.Query<(long Id, long Manager)>("SELECT id, manager_id FROM person WHERE manager_id IS NOT NULL")
            .ToDictionary(one => one.Id, one => (long?)one.Manager);
        HashSet<long> held;
        do
        {
            held = [.. Circles(now, rows), .. rooms.SelectMany(room => room.Foresee(reads, Led(rows))).Where(one => one.Refuses).Select(one => one.PersonId)];
            rows.RemoveAll(row => held.Contains(row.PersonId));
        }
        while (held.Count > 0);
        return rows;
    }

    private static IEnumerable<long> Circles(IReadOnlyDictionary<long, long?> now, List<Row> rows)
    {
        var then = rows.ToDictionary(row => row.PersonId, row => row.ManagerId);
        foreach (var row in rows.Where(row => row.IsLedAnew))
        {
            var seen = new HashSet<long>();
            var above = row.ManagerId;
            while (above is { } one && one != row.PersonId && seen.Add(one))
            {
                above = then.TryGetValue(one, out var manager) ? manager : now.GetValueOrDefault(one);
            }

            if (above == row.PersonId)
            {
                yield return row.PersonId;
            }
        }
    }

    private static List<NewManager> Led(IEnumerable<Row> rows) => [.. rows.Where(row => row.IsLedAnew)
        .Select(row => new NewManager(row.PersonId, row.Name, row.FormerId, row.Former, row.ManagerId, row.Manager))];

    private sealed record Row
    {
        public long PersonId { get; init; }

        public string Name { get; init; } = "";

        public long? FormerId { get; init; }

        public string? Former { get; init; }

        public long? ManagerId { get; init; }

        public string? Manager { get; init; }

        public bool IsLedAnew => FormerId != ManagerId;
    }
}
