using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>Somebody who is asked to a workshop.</summary>
/// <param name="Who">The person with all roles; listed once, under the first.</param>
/// <param name="Kept">What they answered and whether they came.</param>
/// <param name="Supervises">Whose supervisor they are.</param>
public sealed record Guest(RosterName Who, Attendance Kept, IReadOnlyList<SupervisedMember> Supervises)
{
    /// <summary>Whether they came: as the facilitator says, else whether they joined by phone.</summary>
    public bool Came => Kept.Came ?? Joined;

    /// <summary>Whether they joined by phone.</summary>
    public bool Joined => Who.ParticipantId is not null;
}

/// <summary>A member with the supervisor and how the developmental goal stands; never its words.</summary>
public sealed record SupervisedMember
{
    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>The member's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member's set.</summary>
    public long SetId { get; init; }

    /// <summary>The supervisor, or null where none is named.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The set's advisors, who talk with the member instead; null where there is none.</summary>
    public string? Advisors { get; init; }

    /// <summary>Whether the supervisor has agreed to the goal.</summary>
    public bool GoalIsAgreed { get; init; }
}

/// <summary>
/// Who is asked to a workshop: attended by set members, their direct supervisors, set advisors, clients and the sponsor,
/// and the champions with them. It follows from the roles as they are now; nobody keeps a list.
/// </summary>
public sealed record GuestList(
    InvitedWorkshop Workshop, IReadOnlyList<RosterSet> Sets, IReadOnlyList<Guest> All, IReadOnlyList<SupervisedMember> Members)
{
    /// <summary>Everybody by person.</summary>
    private Dictionary<long, Guest> ById { get; } = All.ToDictionary(guest => guest.Who.PersonId);

    /// <summary>The members of a set.</summary>
    public IEnumerable<Guest> In(RosterSet set) => All.Where(guest => guest.Who.Role == Role.Member && guest.Who.SetId == set.Id);

    /// <summary>Those who are listed under another role than member.</summary>
    public IEnumerable<Guest> As(Role role) => All.Where(guest => guest.Who.Role == role);

    /// <summary>A member's supervisor as a guest; null where none is named.</summary>
    public Guest? SupervisorOf(long member) => Members.FirstOrDefault(one => one.PersonId == member)?.SupervisorId is { } supervisor
        ? ById.GetValueOrDefault(supervisor) : null;

    /// <summary>Members whose supervisor is missing: none is named, said no, has not answered, or did not come.</summary>
    public IEnumerable<(SupervisedMember Member, Guest? Supervisor)> Missing => Members
        .Select(member => (member, member.SupervisorId is { } who ? ById.GetValueOrDefault(who) : null))
        .Where(one => one.Item2 is null || (Workshop.HasBegun ? !one.Item2.Came : one.Item2.Kept.Reply != "Yes"));

    /// <summary>Reads it; null where there is no such workshop.</summary>
    public static GuestList? Read(Reads reads, long workshop)
    {
        if (InvitedWorkshop.Find(reads, workshop) is not { } row)
        {
            return null;
        }

        var kept = Attendance.Of(reads, workshop);
        var members = MembersOf(reads, row.ProgrammeId);
        var supervised = members.Where(member => member.SupervisorId is not null).ToLookup(member => member.SupervisorId!.Value);
        return new GuestList(
            row, Roster.Sets(reads, row.ProgrammeId, workshop),
            [.. Roster.Everybody(reads, row.ProgrammeId, workshop).Where(IsAsked).Select(who => new Guest(
                who, kept.GetValueOrDefault(who.PersonId) ?? new Attendance { PersonId = who.PersonId }, [.. supervised[who.PersonId]]))],
            members);
    }

    /// <summary>Whoever only runs the programme is not a guest.</summary>
    public static bool IsAsked(RosterName who) => who.Role != Role.Facilitator;

    private static IReadOnlyList<SupervisedMember> MembersOf(Reads reads, long programme) => reads.Query<SupervisedMember>("""
        SELECT m.person_id, p.name, m.set_id, m.supervisor_id,
               (SELECT group_concat(a.name, ', ') FROM role_assignment r JOIN person a ON a.id = r.person_id
                WHERE r.set_id = m.set_id AND r.role = 'Advisor') AS Advisors,
               EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL AND g.agreed_at IS NOT NULL) AS GoalIsAgreed
        FROM membership m JOIN sets s ON s.id = m.set_id JOIN person p ON p.id = m.person_id
        WHERE s.programme_id = @programme AND m.left_at IS NULL ORDER BY s.position, p.name COLLATE NAMES
        """, new { programme });
}
