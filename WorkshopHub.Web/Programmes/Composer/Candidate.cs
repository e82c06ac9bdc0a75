using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>Somebody who sits, or may sit, in a set, with what sets should mix.</summary>
public sealed record Candidate
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What they were trained in; may be empty.</summary>
    public string Discipline { get; init; } = "";

    /// <summary>Where they work; may be empty.</summary>
    public string Site { get; init; } = "";

    /// <summary>The supervisor: as the membership says, otherwise whom the person reports to; or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The supervisor's name, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Whom the person reports to, or null; the supervisor too where no other is named.</summary>
    public long? ManagerId { get; init; }

    /// <summary>With whom the person can't sit in one set: the supervisor, and the line manager where that is somebody else.</summary>
    public IEnumerable<long> Bosses => new[] { SupervisorId, ManagerId }.OfType<long>().Where(boss => boss != Id).Distinct();

    /// <summary>What somebody of <see cref="Bosses"/> is to the person.</summary>
    public string BossWord(long boss) => boss == SupervisorId ? "supervisor" : "line manager";

    /// <summary>The set of this programme in which the person is now, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>What else they are in this programme, with commas; empty for most.</summary>
    public string Roles { get; init; } = "";

    /// <summary>Unit, discipline and site, those that are known.</summary>
    public string Where => string.Join(", ", new[] { Unit, Discipline, Site }.Where(word => word.Length > 0));

    private const string Select = """
        SELECT p.id, p.name, p.job_title, ifnull(u.name, '') AS Unit, p.discipline, ifnull(i.name, '') AS Site,
          coalesce(m.supervisor_id, p.manager_id) AS SupervisorId, v.name AS Supervisor, p.manager_id, m.set_id,
          ifnull((SELECT group_concat(DISTINCT lower(r.role)) FROM role_assignment r WHERE r.programme_id = @programmeId AND r.person_id = p.id), '') AS Roles
        FROM person p
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN site i ON i.id = p.site_id
        LEFT JOIN membership m ON m.person_id = p.id AND m.left_at IS NULL
          AND m.set_id IN (SELECT id FROM sets WHERE programme_id = @programmeId)
        LEFT JOIN person v ON v.id = coalesce(m.supervisor_id, p.manager_id)
        """;

    /// <summary>The members of a programme's sets, and everybody in its draft, by name.</summary>
    public static IReadOnlyList<Candidate> Of(Reads reads, long programmeId) => reads.Query<Candidate>($"""
        {Select}
        WHERE m.set_id IS NOT NULL OR p.id IN (SELECT person_id FROM set_draft_person WHERE programme_id = @programmeId)
        ORDER BY p.name COLLATE NAMES, p.id
        """, new { programmeId });

    /// <summary>
    /// Who could be taken in: not in the draft, in no set, not the sponsor. Those who are ticked already come first, then those whose
    /// name, unit, job or site has the words.
    /// </summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="words">What to look for; empty finds everybody.</param>
    /// <param name="ticked">Who is ticked already.</param>
    /// <param name="most">The most that are answered.</param>
    public static IReadOnlyList<Candidate> Free(Reads reads, long programmeId, string words, IReadOnlyList<long> ticked, int most) => reads.Query<Candidate>($"""
        {Select}
        WHERE m.set_id IS NULL
          AND p.id NOT IN (SELECT person_id FROM set_draft_person WHERE programme_id = @programmeId)
          AND p.id NOT IN (SELECT person_id FROM role_assignment WHERE programme_id = @programmeId AND role = 'Sponsor')
          AND (p.id IN (SELECT value FROM json_each(@ticked)) OR @words = '' OR instr(lower(p.name || ' ' || ifnull(u.name, '') || ' ' || p.job_title || ' ' || ifnull(i.name, '')), lower(@words)) > 0)
        ORDER BY p.id NOT IN (SELECT value FROM json_each(@ticked)), p.name COLLATE NAMES, p.id LIMIT @most
        """, new { programmeId, words, ticked = JsonSerializer.Serialize(ticked), most });
}
