using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>Does what a plan says. It takes the same few statements for ten rows and for a thousand.</summary>
internal static class ImportWrite
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Keeps everybody who comes in or is changed; rows that are wrong are left out.</summary>
    /// <param name="writes">The command's transaction, in which the plan was made.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="follows">The rooms in which managers matter.</param>
    /// <param name="by">Who brings people in.</param>
    /// <returns>The people whose rights have changed by that.</returns>
    public static IReadOnlyList<long> Run(Writes writes, ImportPlan plan, string file, IEnumerable<IManagerFollows> follows, long? by)
    {
        writes.Execute("""
            INSERT INTO org_unit (name, changed_at, changed_by) SELECT value, @Now, @by FROM json_each(@names)
            """, new { names = JsonSerializer.Serialize(plan.Made(ImportField.Unit)), writes.Now, by });
        writes.Execute("""
            INSERT INTO site (name, changed_at, changed_by) SELECT value, @Now, @by FROM json_each(@names)
            """, new { names = JsonSerializer.Serialize(plan.Made(ImportField.Site)), writes.Now, by });

        // Managers may come in with the same file, so everybody's number is known before anybody is written.
        var last = writes.First<long>("SELECT ifnull(max(id), 0) FROM person");
        var newcomers = plan.Rows.Where(row => row.Outcome == ImportOutcome.Add).ToList();
        var ids = newcomers.Index().ToDictionary(one => one.Item.Key, one => last + 1 + one.Index);
        long IdOf(long key) => key > 0 ? key : ids[key];
        var changed = plan.Rows.Where(row => row.Outcome == ImportOutcome.Change).ToList();
        var import = PeopleImport.Begin(writes, file, changed.Select(row => row.Key), by);
        Insert(writes, newcomers.Select(row => Values(row, IdOf)), by);
        Update(writes, changed.Select(row => Values(row, IdOf)), by);
        PeopleImport.Came(writes, import, ids.Values);
        Audit.NoteAll(writes, by, "add-person", "person", ids.Values);
        Audit.NoteAll(writes, by, "change-person", "person", [.. changed.Select(row => row.Key)]);
        var managers = plan.NewManagers(IdOf);
        return [.. follows.SelectMany(follow => follow.Follow(writes, managers, by)).Distinct()];
    }

    private static void Insert(Writes writes, IEnumerable<object> rows, long? by) => writes.Execute("""
        INSERT INTO person (id, name, email, job_title, discipline, org_unit_id, site_id, manager_id,
          created_at, created_by, changed_at, changed_by)
        SELECT value ->> 'id', value ->> 'name', value ->> 'email', value ->> 'job', value ->> 'discipline',
          (SELECT u.id FROM org_unit u WHERE u.name = value ->> 'unit' COLLATE NOCASE),
          (SELECT s.id FROM site s WHERE s.name = value ->> 'site' COLLATE NOCASE),
          value ->> 'manager', @Now, @by, @Now, @by
        FROM json_each(@rows)
        """, new { rows = JsonSerializer.Serialize(rows, _json), writes.Now, by });

    private static void Update(Writes writes, IEnumerable<object> rows, long? by) => writes.Execute("""
        UPDATE person SET name = r.value ->> 'name', email = r.value ->> 'email', job_title = r.value ->> 'job',
          discipline = r.value ->> 'discipline',
          org_unit_id = (SELECT u.id FROM org_unit u WHERE u.name = r.value ->> 'unit' COLLATE NOCASE),
          site_id = (SELECT s.id FROM site s WHERE s.name = r.value ->> 'site' COLLATE NOCASE),
          manager_id = r.value ->> 'manager', version = version + 1, changed_at = @Now, changed_by = @by
        FROM json_each(@rows) r
        WHERE person.id = r.value ->> 'id'
        """, new { rows = JsonSerializer.Serialize(rows, _json), writes.Now, by });

    /// <summary>What will stand there: what the row says, and where it says nothing, what stands there now.</summary>
    private static object Values(ImportRow row, Func<long, long> idOf)
    {
        var known = row.Known;
        return new
        {
            id = idOf(row.Key),
            name = row.Name,
            email = known?.Email ?? (row.Email.Length > 0 ? row.Email : null),
            job = row.Job.Length > 0 ? row.Job : known?.JobTitle ?? "",
            discipline = row.Discipline.Length > 0 ? row.Discipline : known?.Discipline ?? "",
            unit = row.Unit.Length > 0 ? row.Unit : known?.Unit ?? "",
            site = row.Site.Length > 0 ? row.Site : known?.Site ?? "",
            manager = row.ManagerKey is { } manager ? idOf(manager) : known?.ManagerId,
        };
    }
}
