using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Writes what people are in a programme besides members of sets.</summary>
public static class RoleCommands
{
    /// <summary>The roles that a person can have in a programme, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Sponsor", "Champion", "Client", "Advisor", "Supervisor", "Facilitator"];

    /// <summary>Roles that may belong to one set.</summary>
    public static bool TakesSet(string role) => role is "Champion" or "Client" or "Advisor";

    /// <summary>Gives a person a role; false where the person has it already. It is noted who did it.</summary>
    /// <exception cref="RefusedException">The role is unknown, or a rule of the field says no.</exception>
    public static bool Give(Writes writes, long programmeId, long personId, string role, long? setId, long? by)
    {
        if (!All.Contains(role, StringComparer.Ordinal))
        {
            throw new RefusedException("Role", "Choose a role from the list.");
        }

        var set = TakesSet(role) ? setId : null;
        if (set is { } known && SetRow.Find(writes, programmeId, known) is null)
        {
            throw new RefusedException("SetId", "Choose a set of this programme.");
        }

        var values = new { programmeId, personId, role, set };
        if (writes.First<string>("""
            SELECT s.name FROM membership m JOIN sets s ON s.id = m.set_id
            WHERE m.person_id = @personId AND m.left_at IS NULL AND s.programme_id = @programmeId
              AND (@role = 'Sponsor' OR (@role IN ('Advisor', 'Champion') AND s.id = @set))
            """, values) is { } own)
        {
            throw new RefusedException("Role", role == "Sponsor"
                ? $"Is a member of {own}. A sponsor is never a member of a set."
                : $"Is a member of {own}. Nobody is both {role.ToLowerInvariant()} and member of the same set.");
        }

        if (role == "Advisor" && set is { } advised && writes.First<long?>(
            "SELECT 1 FROM role_assignment WHERE set_id = @set AND person_id = @personId AND role = @role", values) is null)
        {
            KeptOut.Refuse(writes, advised, personId, by, "Role", "an advisor");
        }

        return writes.Execute("""
            INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@personId, @programmeId, @role, @set)
            ON CONFLICT DO NOTHING
            """, values) == 1 && Noted(writes, by, "give", role, personId, programmeId);
    }

    /// <summary>Takes a role away. It is noted who did it.</summary>
    /// <exception cref="RefusedException">They are the client of a problem or supervise a member, who would be left without one.</exception>
    public static void Take(Writes writes, long programmeId, long personId, long roleId, long? by)
    {
        if (writes.First<string>("""
            SELECT b.title FROM role_assignment r
            JOIN problem b ON b.programme_id = r.programme_id AND b.client_id = r.person_id AND b.state <> 'Stopped'
            WHERE r.id = @roleId AND r.programme_id = @programmeId AND r.person_id = @personId AND r.role = 'Client'
              AND NOT EXISTS (SELECT 1 FROM role_assignment o WHERE o.programme_id = @programmeId AND o.person_id = @personId AND o.role = 'Client' AND o.id <> r.id)
            ORDER BY b.position LIMIT 1
            """, new { roleId, programmeId, personId }) is { } problem)
        {
            throw new RefusedException("Take", $"Is the client of “{problem}”, and reads and confirms what its set does. Give it another client first.");
        }

        if (writes.First<string>("""
            SELECT p.name FROM role_assignment r
            JOIN sets s ON s.programme_id = r.programme_id
            JOIN membership m ON m.set_id = s.id AND m.supervisor_id = r.person_id AND m.left_at IS NULL
            JOIN person p ON p.id = m.person_id
            WHERE r.id = @roleId AND r.programme_id = @programmeId AND r.person_id = @personId AND r.role = 'Supervisor'
            ORDER BY p.name COLLATE NAMES LIMIT 1
            """, new { roleId, programmeId, personId }) is { } member)
        {
            throw new RefusedException("Take", $"Supervises {member}. Name another supervisor for them first.");
        }

        writes.Execute("""
            INSERT INTO past_advisor (set_id, person_id, until)
            SELECT set_id, person_id, @Now FROM role_assignment r
            WHERE id = @roleId AND programme_id = @programmeId AND person_id = @personId AND role = 'Advisor' AND set_id IS NOT NULL
              AND EXISTS (SELECT 1 FROM programme g WHERE g.id = r.programme_id AND g.state <> 'Draft')
            ON CONFLICT DO UPDATE SET until = @Now
            """, new { roleId, programmeId, personId, writes.Now });
        if (writes.First<string>("""
            DELETE FROM role_assignment WHERE id = @roleId AND programme_id = @programmeId AND person_id = @personId RETURNING role
            """, new { roleId, programmeId, personId }) is { } role)
        {
            Noted(writes, by, "take", role, personId, programmeId);
        }
    }

    /// <summary>Makes somebody a set's advisor or champion; who had the role without a set has it of this set now.</summary>
    /// <exception cref="RefusedException">A rule of the field says no.</exception>
    public static bool Appoint(Writes writes, long programmeId, long setId, string role, long personId, long? by)
    {
        var given = Give(writes, programmeId, personId, role, setId, by);
        writes.Execute("""
            DELETE FROM role_assignment WHERE programme_id = @programmeId AND person_id = @personId AND role = @role AND set_id IS NULL
            """, new { programmeId, personId, role });
        return given;
    }

    /// <summary>Somebody is no longer a set's advisor or champion; with no other set they keep the role without one.</summary>
    public static void FreeFrom(Writes writes, long programmeId, long setId, string role, long personId, long? by)
    {
        foreach (var id in writes.Query<long>("""
            SELECT id FROM role_assignment WHERE programme_id = @programmeId AND person_id = @personId AND role = @role AND set_id = @setId
            """, new { programmeId, personId, role, setId }))
        {
            Take(writes, programmeId, personId, id, by);
        }

        if (writes.First<long?>("""
            SELECT id FROM role_assignment WHERE programme_id = @programmeId AND person_id = @personId AND role = @role
            """, new { programmeId, personId, role }) is null)
        {
            Give(writes, programmeId, personId, role, null, by);
        }
    }

    /// <summary>Takes all roles of a person in a programme away. It is noted who did it.</summary>
    public static void TakeAll(Writes writes, long programmeId, long personId, long? by)
    {
        foreach (var role in writes.Query<long>(
            "SELECT id FROM role_assignment WHERE programme_id = @programmeId AND person_id = @personId", new { programmeId, personId }))
        {
            Take(writes, programmeId, personId, role, by);
        }
    }

    /// <summary>Before a set goes: who was its advisor, champion or client keeps the role, without a set.</summary>
    public static void FreeFromSet(Writes writes, long programmeId, long setId)
    {
        writes.Execute("UPDATE OR IGNORE role_assignment SET set_id = NULL WHERE set_id = @setId AND programme_id = @programmeId",
            new { setId, programmeId });
        writes.Execute("DELETE FROM role_assignment WHERE set_id = @setId AND programme_id = @programmeId",
            new { setId, programmeId });
    }

    /// <summary>
    /// Of these, whoever supervises nobody any more in the programme of these sets is no supervisor there: asked to its workshops
    /// are direct supervisors, and nobody who was one.
    /// </summary>
    public static void FreeSupervisors(Writes writes, IReadOnlyCollection<long> people, IReadOnlyCollection<long> sets, long? by)
    {
        if (people.Count > 0)
        {
            Audit.NoteAll(writes, by, "take-supervisor", "person", [.. writes.Query<long>("""
                DELETE FROM role_assignment
                WHERE role = 'Supervisor' AND person_id IN (SELECT value FROM json_each(@people))
                  AND programme_id IN (SELECT programme_id FROM sets WHERE id IN (SELECT value FROM json_each(@sets)))
                  AND NOT EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                    WHERE s.programme_id = role_assignment.programme_id AND m.supervisor_id = role_assignment.person_id AND m.left_at IS NULL)
                RETURNING person_id
                """, new { people = JsonSerializer.Serialize(people), sets = JsonSerializer.Serialize(sets) })]);
        }
    }

    private static bool Noted(Writes writes, long? by, string act, string role, long person, long programme)
    {
        Audit.Note(writes, by, null, $"{act}-{role.ToLowerInvariant()}", "person", person, programme);
        return true;
    }
}
