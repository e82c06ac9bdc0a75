using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Programmes;

/// <summary>Writes who is in which set. Each rule that another write could make false is asked here, in the command.</summary>
public static class SetMembers
{
    /// <summary>
    /// Takes a person into a set; false where the person is in it already. It is noted who did it. The supervisor of a member is
    /// their direct line manager, where no other is named.
    /// </summary>
    /// <exception cref="RefusedException">A rule of the field says no.</exception>
    public static bool Join(Writes writes, long setId, long personId, long? by, long? supervisorId = null)
    {
        supervisorId ??= writes.First<long?>("SELECT manager_id FROM person WHERE id = @personId", new { personId });
        KeptOut.RefuseSupervisor(writes, setId, personId, supervisorId, by);
        return Enter(writes, setId, personId, by, supervisorId);
    }

    private static bool Enter(Writes writes, long setId, long personId, long? by, long? supervisorId)
    {
        if (writes.First<long?>("""
            SELECT id FROM membership WHERE set_id = @setId AND person_id = @personId AND left_at IS NULL
            """, new { setId, personId }) is not null)
        {
            return false;
        }

        KeptOut.Refuse(writes, setId, personId, by, "SetId", "a member");
        RefuseOtherSet(writes, setId, personId);
        RefuseRoles(writes, setId, personId);
        RefuseSupervision(writes, setId, personId, supervisorId);
        RefuseLineManager(writes, setId, personId);
        writes.Insert("""
            INSERT INTO membership (set_id, person_id, supervisor_id, joined_at) VALUES (@setId, @personId, @supervisorId, @Now)
            """, new { setId, personId, supervisorId, writes.Now });
        Audit.Note(writes, by, null, "join-set", "person", personId, ProgrammeOf(writes, setId));
        NameSupervisor(writes, setId, supervisorId, by);
        return true;
    }

    /// <summary>Moves a member to another set of the same programme, with the same supervisor.</summary>
    /// <exception cref="RefusedException">A rule of the field says no.</exception>
    public static void Move(Writes writes, long fromSetId, long toSetId, long personId, long? by) => Move(
        writes, fromSetId, toSetId, personId, SupervisorOf(writes, fromSetId, personId), by);

    /// <summary>Moves a member to another set of the same programme and names the supervisor there: the two are judged together.</summary>
    /// <exception cref="RefusedException">A rule of the field says no.</exception>
    public static void Move(Writes writes, long fromSetId, long toSetId, long personId, long? supervisorId, long? by)
    {
        var former = Out(writes, fromSetId, personId, by);
        KeptOut.RefuseSupervisor(writes, toSetId, personId, supervisorId == former ? null : supervisorId, by);
        Enter(writes, toSetId, personId, by, supervisorId);
        ConsentCommands.Move(writes, fromSetId, toSetId, personId);
        if (supervisorId == former)
        {
            return;
        }

        ConsentCommands.NewSupervisors(writes, writes.Query<long>(
            "SELECT id FROM membership WHERE set_id = @toSetId AND person_id = @personId AND left_at IS NULL", new { toSetId, personId }));
        Audit.Note(writes, by, null, "change-supervisor", "person", personId, ProgrammeOf(writes, toSetId));
        RoleCommands.FreeSupervisors(writes, former is { } was ? [was] : [], [toSetId], by);
    }

    /// <summary>
    /// Takes a person out of a set. The set keeps the record that the person was in it; a supervisor who is left without members
    /// is none any more.
    /// </summary>
    public static void Leave(Writes writes, long setId, long personId, long? by)
    {
        if (Out(writes, setId, personId, by) is { } supervisor)
        {
            RoleCommands.FreeSupervisors(writes, [supervisor], [setId], by);
        }
    }

    /// <summary>Takes a person out of a set who goes on to another one, or whose supervisor is looked after by who calls.</summary>
    /// <returns>The supervisor that they had, or null.</returns>
    internal static long? Out(Writes writes, long setId, long personId, long? by)
    {
        if (writes.Query<long?>("""
            UPDATE membership SET left_at = @Now WHERE set_id = @setId AND person_id = @personId AND left_at IS NULL RETURNING supervisor_id
            """, new { setId, personId, writes.Now }) is not [var supervisor])
        {
            return null;
        }

        Audit.Note(writes, by, null, "leave-set", "person", personId, ProgrammeOf(writes, setId));
        return supervisor;
    }

    /// <summary>
    /// Brings somebody back into a set whom a change took out at that moment: as they were in it, with their yes, the time that
    /// was released and their goal. False where nobody was taken out then, or they left by themselves.
    /// </summary>
    /// <exception cref="RefusedException">A rule of the field says no.</exception>
    internal static bool Return(Writes writes, long setId, long personId, string leftAt, long? by)
    {
        if (writes.Query<(long Id, long? Supervisor)>("""
            SELECT id, supervisor_id FROM membership
            WHERE set_id = @setId AND person_id = @personId AND left_at = @leftAt AND declined_at IS NULL
            """, new { setId, personId, leftAt }) is not [var was])
        {
            return false;
        }

        RefuseOtherSet(writes, setId, personId);
        RefuseRoles(writes, setId, personId);
        RefuseSupervision(writes, setId, personId, was.Supervisor);
        RefuseLineManager(writes, setId, personId);
        writes.Execute("UPDATE membership SET left_at = NULL, version = version + 1 WHERE id = @Id", new { was.Id });
        Audit.Note(writes, by, null, "join-set", "person", personId, ProgrammeOf(writes, setId));
        NameSupervisor(writes, setId, was.Supervisor, by);
        return true;
    }

    /// <summary>A member's supervisor in a set; null where none is named, or where the person is not in it.</summary>
    public static long? SupervisorOf(Reads reads, long setId, long personId) => reads.First<long?>(
        "SELECT supervisor_id FROM membership WHERE set_id = @setId AND person_id = @personId AND left_at IS NULL", new { setId, personId });

    /// <summary>Names a member's supervisor, or nobody; false where that is nothing new.</summary>
    /// <exception cref="RefusedException">The supervisor is the person, or sits in the same set.</exception>
    public static bool Supervise(Writes writes, long setId, long personId, long? supervisorId, long? by)
    {
        RefuseSupervision(writes, setId, personId, supervisorId);
        var former = SupervisorOf(writes, setId, personId);
        KeptOut.RefuseSupervisor(writes, setId, personId, supervisorId == former ? null : supervisorId, by);
        if (writes.Execute("""
            UPDATE membership SET supervisor_id = @supervisorId
            WHERE set_id = @setId AND person_id = @personId AND left_at IS NULL AND supervisor_id IS NOT @supervisorId
            """, new { setId, personId, supervisorId }) == 0)
        {
            return false;
        }

        ConsentCommands.NewSupervisors(writes, writes.Query<long>(
            "SELECT id FROM membership WHERE set_id = @setId AND person_id = @personId AND left_at IS NULL", new { setId, personId }));
        Audit.Note(writes, by, null, "change-supervisor", "person", personId, ProgrammeOf(writes, setId));
        NameSupervisor(writes, setId, supervisorId, by);
        RoleCommands.FreeSupervisors(writes, former is { } was ? [was] : [], [setId], by);
        return true;
    }

    /// <summary>Somebody supervises nobody in a programme any more: their members stand without a supervisor until one is named.</summary>
    public static void SuperviseNobody(Writes writes, long programmeId, long personId, long? by)
    {
        foreach (var (set, member) in writes.Query<(long Set, long Member)>("""
            SELECT m.set_id, m.person_id FROM membership m JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @programmeId AND m.supervisor_id = @personId AND m.left_at IS NULL
            """, new { programmeId, personId }))
        {
            Supervise(writes, set, member, null, by);
        }
    }

    private static long? ProgrammeOf(Reads reads, long set) => reads.First<long?>("SELECT programme_id FROM sets WHERE id = @set", new { set });

    /// <summary>Whoever supervises a member has a part in the programme, whichever way the member came in: typed, from a list, composed.</summary>
    private static void NameSupervisor(Writes writes, long setId, long? supervisor, long? by)
    {
        if (supervisor is { } person && ProgrammeOf(writes, setId) is { } programme
            && !RoleCommands.Give(writes, programme, person, "Supervisor", null, by))
        {
            Audit.Note(writes, by, null, "give-supervisor", "person", person, programme);
        }
    }

    private static void RefuseOtherSet(Writes writes, long setId, long personId)
    {
        if (writes.First<string>("""
            SELECT s.name FROM membership m JOIN sets s ON s.id = m.set_id
            WHERE m.person_id = @personId AND m.left_at IS NULL AND s.id <> @setId
              AND s.programme_id = (SELECT programme_id FROM sets WHERE id = @setId)
            """, new { personId, setId }) is { } other)
        {
            throw new RefusedException("SetId", $"Is in {other} already. A person is in one set of a programme; move them instead.");
        }
    }

    private static void RefuseRoles(Writes writes, long setId, long personId)
    {
        if (writes.First<string>("""
            SELECT r.role FROM role_assignment r
            WHERE r.person_id = @personId AND r.programme_id = (SELECT programme_id FROM sets WHERE id = @setId)
              AND (r.role = 'Sponsor' OR (r.role IN ('Advisor', 'Champion') AND r.set_id = @setId))
            """, new { personId, setId }) is { } role)
        {
            throw new RefusedException("SetId", role == "Sponsor"
                ? "Is the sponsor of this programme. A sponsor is never a member of a set."
                : $"Is this set’s {role.ToLowerInvariant()}. Nobody is both that and a member of the same set.");
        }
    }

    private static void RefuseSupervision(Writes writes, long setId, long personId, long? supervisorId)
    {
        if (supervisorId == personId)
        {
            throw new RefusedException("Supervisor", "Nobody is their own supervisor.");
        }

        if (supervisorId is not null && writes.First<string>("""
            SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.set_id = @setId AND m.person_id = @supervisorId AND m.left_at IS NULL
            """, new { setId, supervisorId }) is { } supervisor)
        {
            throw new RefusedException(
                "Supervisor", $"{supervisor} is in this set too. A member and their supervisor never sit in one set.");
        }

        if (writes.First<string>("""
            SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.set_id = @setId AND m.supervisor_id = @personId AND m.left_at IS NULL
            """, new { setId, personId }) is { } member)
        {
            throw new RefusedException(
                "SetId", $"Supervises {member}, who is in this set. A member and their supervisor never sit in one set.");
        }
    }

    /// <summary>The supervisor is the direct line manager, so the line manager never sits beside a member either, whoever else is named.</summary>
    private static void RefuseLineManager(Writes writes, long setId, long personId)
    {
        if (writes.First<string>("""
            SELECT p.name FROM person me JOIN person p ON p.id = me.manager_id
            JOIN membership m ON m.person_id = p.id AND m.set_id = @setId AND m.left_at IS NULL
            WHERE me.id = @personId
            """, new { setId, personId }) is { } manager)
        {
            throw new RefusedException("SetId", $"{manager}, their line manager, is in this set. Nobody sits in one set with their line manager, whoever else supervises them.");
        }

        if (writes.First<string>("""
            SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.set_id = @setId AND m.left_at IS NULL AND p.manager_id = @personId ORDER BY p.name COLLATE NAMES
            """, new { setId, personId }) is { } member)
        {
            throw new RefusedException("SetId", $"Is the line manager of {member}, who is in this set. Nobody sits in one set with their line manager, whoever else supervises them.");
        }
    }
}
