using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Programmes.Next;

/// <summary>A problem that no set took, or that was proposed and never offered.</summary>
public sealed record OpenProblem
{
    /// <summary>Its number in the programme that ends.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What happens.</summary>
    public string Description { get; init; } = "";

    /// <summary>Offered or Proposed.</summary>
    public string State { get; init; } = "";

    /// <summary>The client's name, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The later programme that has taken it up already, or null.</summary>
    public string? TakenUp { get; init; }

    /// <summary>All of a programme: those that were offered first.</summary>
    public static IReadOnlyList<OpenProblem> Of(Reads reads, long programme) => reads.Query<OpenProblem>(
        """
        SELECT p.id, p.title, p.description, p.state, c.name AS Client,
          (SELECT g.name FROM problem t JOIN programme g ON g.id = t.programme_id WHERE t.carried_from = p.id ORDER BY t.id LIMIT 1) AS TakenUp
        FROM problem p LEFT JOIN person c ON c.id = p.client_id
        WHERE p.programme_id = @programme AND p.owner_id IS NULL AND p.state IN ('Offered', 'Proposed')
        ORDER BY p.state, p.position, p.id
        """,
        new { programme });
}

/// <summary>Somebody who was in a programme and may help the next one: former members, and whoever put a hand up.</summary>
public sealed record Helper
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What they said they would be, in the words of the workshop; null where they were not asked or kept it.</summary>
    public string? Said { get; init; }

    /// <summary>The set that they were in, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>They put a hand up.</summary>
    public bool Offers { get; init; }

    /// <summary>What they are proposed as: Advisor where they said so, Expert where they said that; empty otherwise.</summary>
    public string Proposed => !Offers || Said is null ? "" : Said.Contains("expert", StringComparison.OrdinalIgnoreCase) ? "Expert" : "Advisor";

    /// <summary>All of a programme: who put a hand up first.</summary>
    public static IReadOnlyList<Helper> Of(Reads reads, long programme) => reads.Query<Helper>(
        """
        WITH hand AS (
          SELECT c.person_id, max(c.text) AS said
          FROM carried c JOIN activity a ON a.id = c.activity_id JOIN workshop w ON w.id = a.workshop_id
          WHERE w.programme_id = @programme AND c.target = 'Volunteer' AND c.state <> 'Undone' AND c.person_id IS NOT NULL
          GROUP BY c.person_id),
        member AS (
          SELECT m.person_id, max(s.name) AS set_name
          FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @programme AND m.left_at IS NULL
          GROUP BY m.person_id)
        SELECT p.id, p.name, p.job_title, ifnull(u.name, '') AS Unit, nullif(h.said, '') AS Said, m.set_name, h.person_id IS NOT NULL AS Offers
        FROM person p
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN hand h ON h.person_id = p.id
        LEFT JOIN member m ON m.person_id = p.id
        WHERE h.person_id IS NOT NULL OR m.person_id IS NOT NULL
        ORDER BY h.person_id IS NULL, p.name COLLATE NAMES
        """,
        new { programme });
}

/// <summary>Begins the programme after another one, with what is chosen from it.</summary>
public static class Carrying
{
    /// <summary>
    /// Begins it: the chosen problems stand there as proposed, with their clients; the chosen people as advisors without a set
    /// yet, or as experts. What does not belong to the programme before is left out.
    /// </summary>
    /// <exception cref="RefusedException">A field of the new programme is wrong.</exception>
    public static long Begin(
        Writes writes, long from, ProgrammeDetails details, IReadOnlyCollection<long> problems, IReadOnlyDictionary<long, string> helpers, long? by)
    {
        var id = ProgrammeCommands.Add(writes, details, by);
        ProgrammeCommands.Follow(writes, id, from);
        foreach (var problem in OpenProblem.Of(writes, from).Where(one => problems.Contains(one.Id)))
        {
            if (ProblemRow.Find(writes, from, problem.Id)?.ClientId is { } client)
            {
                RoleCommands.Give(writes, id, client, "Client", null, by);
            }

            ProblemCommands.Carry(writes, problem.Id, id, by);
        }

        foreach (var helper in Helper.Of(writes, from).Where(one => helpers.ContainsKey(one.Id)))
        {
            if (helpers[helper.Id] == "Advisor")
            {
                RoleCommands.Give(writes, id, helper.Id, "Advisor", null, by);
            }
            else if (helpers[helper.Id] == "Expert")
            {
                Expert.Add(writes, id, helper.Id, helper.Said ?? "", from);
            }
        }

        Audit.Note(writes, by, null, "begin-after", "programme", id);
        return id;
    }
}
