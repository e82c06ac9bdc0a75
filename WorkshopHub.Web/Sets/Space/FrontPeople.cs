using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>A member of a set as the set itself sees them: with the own problem, the goal as far as it may be seen, and what they are willing to risk.</summary>
public sealed record FrontMember
{
    /// <summary>The membership.</summary>
    public long Id { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do and where, in few words; may be empty.</summary>
    public string Work { get; init; } = "";

    /// <summary>What they are willing to risk; may be empty.</summary>
    public string Risk { get; init; } = "";

    /// <summary>Their own problem, where each member has one and it was sent to the supervisor; null else.</summary>
    public string? Problem { get; init; }

    /// <summary>Where their own problem stands: Proposed, Agreed, InWork, Implemented, HandedOver or Stopped; empty where they have none.</summary>
    public string ProblemState { get; init; } = "";

    /// <summary>The same in words.</summary>
    public string Stage => ProblemState switch
    {
        "Proposed" => "Not agreed with the supervisor yet",
        "Agreed" => "Agreed with the supervisor",
        var state => ProblemStage.WordsOf(state),
    };

    /// <summary>Their goal, where it is the viewer's own, shown to the set, or the viewer is the advisor; null else.</summary>
    public string? Goal { get; init; }

    /// <summary>The goal is shown to the set; else it is the viewer's own, or read as the advisor.</summary>
    public bool IsShown { get; init; }

    /// <summary>The members of a set by name.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="set">The set.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="advises">The viewer is the set's advisor.</param>
    public static IReadOnlyList<FrontMember> Of(Reads reads, long set, long viewer, bool advises) => reads.Query<FrontMember>(
        """
        SELECT m.id, m.person_id, p.name, m.willing_to_risk AS Risk, b.title AS Problem, ifnull(b.state, '') AS ProblemState, g.text AS Goal, ifnull(g.shared, 0) AS IsShown,
               p.job_title || CASE WHEN p.job_title <> '' AND u.name IS NOT NULL THEN ', ' ELSE '' END || ifnull(u.name, '') AS Work
        FROM membership m
        JOIN person p ON p.id = m.person_id
        JOIN sets s ON s.id = m.set_id
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN problem b ON b.id = (SELECT max(o.id) FROM problem o WHERE o.programme_id = s.programme_id AND o.owner_id = m.person_id
                                       AND (o.sent_at IS NOT NULL OR o.owner_id = @viewer))
        LEFT JOIN developmental_goal g ON g.membership_id = m.id AND g.ended_at IS NULL AND (g.shared = 1 OR m.person_id = @viewer OR @advises)
        WHERE m.set_id = @set AND m.left_at IS NULL
        ORDER BY p.name COLLATE NAMES
        """, new { set, viewer, advises });
}

/// <summary>Somebody who stands around a set.</summary>
public sealed record FrontRole
{
    /// <summary>Advisor, Champion, Client or Sponsor.</summary>
    public string Role { get; init; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Those of a set: its advisor, its champion, the client of its problem, the programme's sponsor.</summary>
    public static IReadOnlyList<FrontRole> Of(Reads reads, long set) => reads.Query<FrontRole>(
        """
        SELECT x.role, p.name, p.job_title
        FROM (
          SELECT r.role, r.person_id, CASE r.role WHEN 'Advisor' THEN 1 WHEN 'Champion' THEN 2 ELSE 4 END AS place
          FROM sets s JOIN role_assignment r ON r.programme_id = s.programme_id
          WHERE s.id = @set AND ((r.role IN ('Advisor', 'Champion') AND r.set_id = s.id) OR r.role = 'Sponsor')
          UNION
          SELECT 'Client', b.client_id, 3 FROM sets s JOIN problem b ON b.id = s.problem_id WHERE s.id = @set AND b.client_id IS NOT NULL) x
        JOIN person p ON p.id = x.person_id
        ORDER BY x.place, p.name COLLATE NAMES
        """, new { set });
}
