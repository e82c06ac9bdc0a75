using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>A set at the door.</summary>
public sealed record RosterSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many members it has.</summary>
    public long Members { get; init; }

    /// <summary>How many of them are here.</summary>
    public long Here { get; init; }
}

/// <summary>Somebody who is expected in a workshop. A person of several roles stands in the list once.</summary>
public sealed record RosterName
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Job title or part of the organisation, to tell two of a name apart.</summary>
    public string Under { get; init; } = "";

    /// <summary>What they are in the programme; of several roles the first in the order of <see cref="Role"/>.</summary>
    public Role Role { get; init; }

    /// <summary>All that they are, with commas between, e.g. Member,Advisor.</summary>
    public string AllRoles { get; init; } = "";

    /// <summary>Their roles as they are listed, e.g. Member, Advisor.</summary>
    public string RolesInWords => AllRoles.Length == 0 ? Role.ToString() : AllRoles.Replace(",", ", ", StringComparison.Ordinal);

    /// <summary>Their set: a member's own, an advisor's if it is one.</summary>
    public long? SetId { get; init; }

    /// <summary>Their place in this workshop, once they have joined.</summary>
    public long? ParticipantId { get; init; }

    /// <summary>A phone holds this name now.</summary>
    public bool IsTaken { get; init; }

    /// <summary>When the newest of their phones joined; null while none holds the name.</summary>
    public string? TakenAt { get; init; }

    /// <summary>How sure the surest of their phones is; null while none is here.</summary>
    public string? Assurance { get; init; }
}

/// <summary>Who is expected in a workshop: members by set, everybody else by role.</summary>
public static class Roster
{
    // One row a person: the role with the lowest number wins, as people of several roles are listed once.
    private const string Expected =
        """
        WITH roles AS (
          SELECT m.person_id, 'Member' AS role, 0 AS place, m.set_id
          FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @programme AND m.left_at IS NULL
          UNION ALL
          SELECT m.supervisor_id, 'Supervisor', 1, NULL
          FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @programme AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
          UNION ALL
          SELECT r.person_id, r.role,
                 CASE r.role WHEN 'Supervisor' THEN 1 WHEN 'Advisor' THEN 2 WHEN 'Client' THEN 3 WHEN 'Champion' THEN 4
                             WHEN 'Sponsor' THEN 5 ELSE 6 END,
                 CASE WHEN r.role = 'Advisor' THEN r.set_id END
          FROM role_assignment r
          WHERE r.programme_id = @programme
        ), listed AS (
          SELECT person_id, role, set_id, row_number() OVER (PARTITION BY person_id ORDER BY place, set_id) AS nth FROM roles
        )
        SELECT l.person_id AS PersonId, p.name AS Name,
               CASE WHEN u.name IS NULL THEN p.job_title ELSE u.name END AS Under, l.role AS Role, l.set_id AS SetId,
               (SELECT group_concat(role) FROM (SELECT DISTINCT r.role, r.place FROM roles r WHERE r.person_id = l.person_id
                                                ORDER BY r.place)) AS AllRoles,
               j.id AS ParticipantId,
               EXISTS (SELECT 1 FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS IsTaken,
               (SELECT max(d.created_at) FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS TakenAt,
               (SELECT max(d.assurance) FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS Assurance
        FROM listed l
        JOIN person p ON p.id = l.person_id
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN participant j ON j.person_id = l.person_id AND j.workshop_id = @workshop
        WHERE l.nth = 1
        """;

    /// <summary>The sets of the programme, in order.</summary>
    public static IReadOnlyList<RosterSet> Sets(Reads reads, long programme, long workshop) => reads.Query<RosterSet>(
        """
        SELECT s.id, s.position, s.name,
               (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) AS Members,
               (SELECT count(*) FROM membership m JOIN participant j ON j.person_id = m.person_id
                WHERE m.set_id = s.id AND m.left_at IS NULL AND j.workshop_id = @workshop
                  AND EXISTS (SELECT 1 FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL)) AS Here
        FROM sets s
        WHERE s.programme_id = @programme
        ORDER BY s.position
        """,
        new { programme, workshop });

    /// <summary>Everybody who is expected, by name.</summary>
    public static IReadOnlyList<RosterName> Everybody(Reads reads, long programme, long workshop) =>
        reads.Query<RosterName>(Expected + " ORDER BY p.name COLLATE NAMES", new { programme, workshop });

    /// <summary>One expected person, or null where they are not in this programme.</summary>
    public static RosterName? One(Reads reads, long programme, long workshop, long person) =>
        reads.First<RosterName>(Expected + " AND l.person_id = @person", new { programme, workshop, person });

    /// <summary>Guests who have joined.</summary>
    public static IReadOnlyList<RosterName> Guests(Reads reads, long workshop) => reads.Query<RosterName>(
        """
        SELECT 0 AS PersonId, j.name, '' AS Under, j.role, j.set_id, j.id AS ParticipantId,
               EXISTS (SELECT 1 FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS IsTaken,
               (SELECT max(d.created_at) FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS TakenAt
        FROM participant j
        WHERE j.workshop_id = @workshop AND j.person_id IS NULL
        ORDER BY j.name COLLATE NAMES
        """,
        new { workshop });
}
