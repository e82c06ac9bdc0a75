using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>What the form of a person offers to choose from.</summary>
/// <param name="Units">The parts of the organisation.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Disciplines">The disciplines that somebody has already.</param>
/// <param name="People">Names of everybody, for the manager.</param>
public sealed record EditChoices(
    IReadOnlyList<string> Units, IReadOnlyList<string> Sites, IReadOnlyList<string> Disciplines, IReadOnlyList<string> People)
{
    /// <summary>Reads them.</summary>
    public static EditChoices Read(Reads reads) => new(
        reads.Query<string>("SELECT name FROM org_unit ORDER BY name COLLATE NAMES"),
        reads.Query<string>("SELECT name FROM site ORDER BY name COLLATE NAMES"),
        reads.Query<string>("SELECT DISTINCT discipline FROM person WHERE discipline <> '' ORDER BY discipline COLLATE NOCASE"),
        reads.Query<string>("SELECT DISTINCT name FROM person ORDER BY name COLLATE NAMES"));
}

/// <summary>Where somebody takes part: a programme, and what they are in it.</summary>
public sealed record PartLine
{
    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>What they are: Member of Circle, Advisor, Sponsor.</summary>
    public string What { get; init; } = "";

    /// <summary>What a person is in programmes that are not over, the newest first.</summary>
    public static IReadOnlyList<PartLine> Of(Reads reads, long person) => reads.Query<PartLine>("""
        SELECT p.id AS ProgrammeId, p.name AS Programme, what
        FROM (
          SELECT s.programme_id, 0 AS place, 'Member of ' || s.name AS what
          FROM membership m JOIN sets s ON s.id = m.set_id WHERE m.person_id = @person AND m.left_at IS NULL
          UNION ALL
          SELECT s.programme_id, 1, 'Supervisor of ' || v.name
          FROM membership m JOIN sets s ON s.id = m.set_id JOIN person v ON v.id = m.person_id
          WHERE m.supervisor_id = @person AND m.left_at IS NULL
          UNION ALL
          SELECT r.programme_id, 2, r.role || ifnull(' of ' || s.name, '')
          FROM role_assignment r LEFT JOIN sets s ON s.id = r.set_id WHERE r.person_id = @person AND r.role <> 'Supervisor') a
        JOIN programme p ON p.id = a.programme_id
        WHERE p.state <> 'Closed'
        ORDER BY p.id DESC, a.place, what
        """, new { person });
}

/// <summary>Somebody whom a person leads.</summary>
public sealed record LedLine
{
    /// <summary>The person who is led.</summary>
    public long Id { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Whom a person leads directly, by name.</summary>
    public static IReadOnlyList<LedLine> Of(Reads reads, long person) => reads.Query<LedLine>(
        "SELECT id, name, job_title FROM person WHERE manager_id = @person ORDER BY name COLLATE NAMES, id", new { person });
}
