using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>A press on a draft that can be undone.</summary>
public sealed record DraftStep
{
    /// <summary>Its number; the newest is the highest.</summary>
    public long Number { get; init; }

    /// <summary>What was pressed, in words.</summary>
    public string What { get; init; } = "";

    /// <summary>The draft before it, as JSON.</summary>
    public string Before { get; init; } = "{}";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Who pressed, or null.</summary>
    public string? By { get; init; }

    /// <summary>The draft before it.</summary>
    public Draft Draft => JsonSerializer.Deserialize<Draft>(Before)!;
}

/// <summary>Reads and writes drafts as rows.</summary>
public static class DraftTable
{
    /// <summary>How many presses can be undone.</summary>
    private const int StepsKept = 100;

    /// <summary>A programme's draft, or null. Sets that are there have the name that they have now.</summary>
    public static Draft? Find(Reads reads, long programmeId)
    {
        var head = reads.First<Head>("""
            SELECT d.units, d.disciplines, d.sites, d.proof, d.version, d.changed_at, p.name AS ChangedBy
            FROM set_draft d LEFT JOIN person p ON p.id = d.changed_by WHERE d.programme_id = @programmeId
            """, new { programmeId });
        return head is null ? null : new Draft
        {
            ProgrammeId = programmeId,
            Version = head.Version,
            Levels = new Levels(Enum.Parse<Level>(head.Units), Enum.Parse<Level>(head.Disciplines), Enum.Parse<Level>(head.Sites)),
            Proof = head.Proof is null ? null : JsonSerializer.Deserialize<Proof>(head.Proof),
            ChangedAt = head.ChangedAt,
            ChangedBy = head.ChangedBy,
            Sets = [.. reads.Query<SetCells>("""
                SELECT d.position, d.set_id, ifnull(s.name, d.name) AS Name
                FROM set_draft_set d LEFT JOIN sets s ON s.id = d.set_id WHERE d.programme_id = @programmeId ORDER BY d.position
                """, new { programmeId }).Select(one => new DraftSet(one.Position, one.SetId, one.Name))],
            People = [.. reads.Query<PersonCells>("""
                SELECT person_id, position, locked, was_in FROM set_draft_person WHERE programme_id = @programmeId ORDER BY person_id
                """, new { programmeId }).Select(one => new DraftPerson(one.PersonId, one.Position, one.Locked, one.WasIn))],
            Roles = [.. reads.Query<RoleCells>("""
                SELECT position, role, person_id, kept, was_id FROM set_draft_role WHERE programme_id = @programmeId ORDER BY position, role
                """, new { programmeId }).Select(one => new DraftRole(one.Position, one.Role, one.PersonId, one.Kept, one.WasId))],
        };
    }

    /// <summary>What tells one state of a programme's draft, and of the sets that it is of, from every other.</summary>
    public static string MarkOf(Reads reads, long programmeId) => reads.First<string>("""
        SELECT ifnull((SELECT d.version || ' ' || d.changed_at FROM set_draft d WHERE d.programme_id = @programmeId), 'none')
          || (SELECT ' ' || count(*) || ' ' || total(s.version) FROM sets s WHERE s.programme_id = @programmeId)
          || (SELECT ' ' || count(*) || ' ' || total(m.id) FROM membership m JOIN sets s ON s.id = m.set_id AND s.programme_id = @programmeId
              WHERE m.left_at IS NULL)
        """, new { programmeId })!;

    /// <summary>What was pressed last, or null.</summary>
    public static DraftStep? LastStep(Reads reads, long programmeId) => reads.First<DraftStep>("""
        SELECT s.number, s.what, s.before, s.at, p.name AS By FROM set_draft_step s LEFT JOIN person p ON p.id = s.by
        WHERE s.programme_id = @programmeId ORDER BY s.number DESC LIMIT 1
        """, new { programmeId });

    /// <summary>Stores a draft in place of the one that stands.</summary>
    public static void Store(Writes writes, Draft draft, long? by)
    {
        writes.Execute("""
            INSERT INTO set_draft (programme_id, units, disciplines, sites, proof, created_at, created_by, changed_at, changed_by)
            VALUES (@ProgrammeId, @units, @disciplines, @sites, @proof, @Now, @by, @Now, @by)
            ON CONFLICT (programme_id) DO UPDATE SET units = @units, disciplines = @disciplines, sites = @sites, proof = @proof,
              version = version + 1, changed_at = @Now, changed_by = @by
            """, new
        {
            draft.ProgrammeId,
            units = draft.Levels.Units.ToString(),
            disciplines = draft.Levels.Disciplines.ToString(),
            sites = draft.Levels.Sites.ToString(),
            proof = draft.Proof is null ? null : JsonSerializer.Serialize(draft.Proof),
            writes.Now,
            by,
        });
        writes.Execute("DELETE FROM set_draft_role WHERE programme_id = @ProgrammeId", draft);
        writes.Execute("DELETE FROM set_draft_person WHERE programme_id = @ProgrammeId", draft);
        writes.Execute("DELETE FROM set_draft_set WHERE programme_id = @ProgrammeId", draft);
        writes.Execute("""
            INSERT INTO set_draft_set (programme_id, position, set_id, name)
            SELECT @ProgrammeId, value ->> 'Position', value ->> 'SetId', value ->> 'Name' FROM json_each(@rows)
            """, new { draft.ProgrammeId, rows = JsonSerializer.Serialize(draft.Sets) });
        writes.Execute("""
            INSERT INTO set_draft_person (programme_id, person_id, position, locked, was_in)
            SELECT @ProgrammeId, p.id, value ->> 'Position', value ->> 'Locked', value ->> 'WasIn'
            FROM json_each(@rows) JOIN person p ON p.id = value ->> 'PersonId'
            """, new { draft.ProgrammeId, rows = JsonSerializer.Serialize(draft.People) });
        writes.Execute("""
            INSERT INTO set_draft_role (programme_id, position, role, person_id, kept, was_id)
            SELECT @ProgrammeId, value ->> 'Position', value ->> 'Role', value ->> 'PersonId', value ->> 'Kept', value ->> 'WasId'
            FROM json_each(@rows)
            """, new { draft.ProgrammeId, rows = JsonSerializer.Serialize(draft.Roles) });
    }

    /// <summary>Notes what was pressed and how the draft stood before.</summary>
    public static void Note(Writes writes, Draft before, string what, long? by)
    {
        writes.Execute("""
            INSERT INTO set_draft_step (programme_id, number, what, before, at, by)
            SELECT @ProgrammeId, ifnull(max(number), 0) + 1, @what, @before, @Now, @by FROM set_draft_step WHERE programme_id = @ProgrammeId
            """, new { before.ProgrammeId, what, before = JsonSerializer.Serialize(before), writes.Now, by });
        writes.Execute("""
            DELETE FROM set_draft_step WHERE programme_id = @ProgrammeId
              AND number <= (SELECT max(number) FROM set_draft_step WHERE programme_id = @ProgrammeId) - @StepsKept
            """, new { before.ProgrammeId, StepsKept });
    }

    /// <summary>Forgets the newest press.</summary>
    public static void Forget(Writes writes, long programmeId, long number) => writes.Execute(
        "DELETE FROM set_draft_step WHERE programme_id = @programmeId AND number = @number", new { programmeId, number });

    /// <summary>Forgets all presses: what they would put back is no longer so.</summary>
    public static void ForgetAll(Writes writes, long programmeId) => writes.Execute(
        "DELETE FROM set_draft_step WHERE programme_id = @programmeId", new { programmeId });

    /// <summary>Throws the draft away.</summary>
    public static void Remove(Writes writes, long programmeId)
    {
        writes.Execute("DELETE FROM set_draft_person WHERE programme_id = @programmeId", new { programmeId });
        writes.Execute("DELETE FROM set_draft WHERE programme_id = @programmeId", new { programmeId });
    }

    private sealed record Head
    {
        public string Units { get; init; } = "";

        public string Disciplines { get; init; } = "";

        public string Sites { get; init; } = "";

        public string? Proof { get; init; }

        public long Version { get; init; }

        public string ChangedAt { get; init; } = "";

        public string? ChangedBy { get; init; }
    }

    private sealed record SetCells
    {
        public long Position { get; init; }

        public long? SetId { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed record PersonCells
    {
        public long PersonId { get; init; }

        public long? Position { get; init; }

        public bool Locked { get; init; }

        public long? WasIn { get; init; }
    }

    private sealed record RoleCells
    {
        public long Position { get; init; }

        public string Role { get; init; } = "";

        public long? PersonId { get; init; }

        public bool Kept { get; init; }

        public long? WasId { get; init; }
    }
}
