using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>A set of the workshop's programme.</summary>
public sealed record RoomSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many members it has.</summary>
    public long Members { get; init; }

    /// <summary>The sets of a workshop, in order.</summary>
    public static IReadOnlyList<RoomSet> Of(Reads reads, long workshop) => reads.Once($"room-sets-{workshop}", () => reads.Query<RoomSet>(
        """
        SELECT s.id, s.position, s.name,
               (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) AS Members
        FROM sets s
        JOIN workshop w ON w.programme_id = s.programme_id
        WHERE w.id = @workshop
        ORDER BY s.position
        """,
        new { workshop }));
}

/// <summary>Somebody who is expected or has joined. A person of several roles stands in the list once.</summary>
public sealed record RoomPerson
{
    /// <summary>The person; null for a guest.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their place in this workshop; null while they have not joined.</summary>
    public long? ParticipantId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they are; of several roles the first in the order of <see cref="Accounts.Role"/>.</summary>
    public Role Role { get; init; }

    /// <summary>Their set: a member's own, an advisor's if it is one.</summary>
    public long? SetId { get; init; }

    /// <summary>Their part of the organisation, or null.</summary>
    public long? UnitId { get; init; }

    /// <summary>A member's supervisor, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>When the phone that holds their name joined, as the file has it; null where none does.</summary>
    public string? TakenAt { get; init; }

    /// <summary>Whether they have come: a phone holds their name.</summary>
    public bool IsHere => TakenAt is not null;

    /// <summary>Everybody of a workshop, by name.</summary>
    public static IReadOnlyList<RoomPerson> Of(Reads reads, long workshop) => reads.Once($"room-people-{workshop}", () => reads.Query<RoomPerson>(
        """
        WITH roles AS (
          SELECT m.person_id, 'Member' AS role, 0 AS place, m.set_id, m.supervisor_id
          FROM membership m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
          WHERE w.id = @workshop AND m.left_at IS NULL
          UNION ALL
          SELECT m.supervisor_id, 'Supervisor', 1, NULL, NULL
          FROM membership m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
          WHERE w.id = @workshop AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
          UNION ALL
          SELECT r.person_id, r.role,
                 CASE r.role WHEN 'Supervisor' THEN 1 WHEN 'Advisor' THEN 2 WHEN 'Client' THEN 3 WHEN 'Champion' THEN 4
                             WHEN 'Sponsor' THEN 5 ELSE 6 END,
                 CASE WHEN r.role = 'Advisor' THEN r.set_id END, NULL
          FROM role_assignment r JOIN workshop w ON w.programme_id = r.programme_id
          WHERE w.id = @workshop
        ), listed AS (
          SELECT person_id, role, set_id, supervisor_id, row_number() OVER (PARTITION BY person_id ORDER BY place, set_id) AS nth
          FROM roles
        )
        SELECT l.person_id, j.id AS ParticipantId, p.name, l.role, l.set_id, p.org_unit_id AS UnitId, l.supervisor_id,
               (SELECT max(d.created_at) FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS TakenAt
        FROM listed l
        JOIN person p ON p.id = l.person_id
        LEFT JOIN participant j ON j.person_id = l.person_id AND j.workshop_id = @workshop
        WHERE l.nth = 1
        UNION ALL
        SELECT NULL, j.id, j.name, j.role, j.set_id, NULL, NULL,
               (SELECT max(d.created_at) FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL)
        FROM participant j
        WHERE j.workshop_id = @workshop AND j.person_id IS NULL
        ORDER BY 3
        """,
        new { workshop }));
}
