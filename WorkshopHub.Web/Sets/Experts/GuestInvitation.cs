using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>
/// Somebody whom a set asks into one of its meetings for what they know: "the set invites into set meetings any expertise or
/// resource they need". They are there for that meeting only, and see this invitation and nothing else.
/// </summary>
public sealed record GuestInvitation
{
    /// <summary>The invitation.</summary>
    public long Id { get; init; }

    /// <summary>The set that asks.</summary>
    public long SetId { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long SetPosition { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The programme is in the archive, where nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>Its number in the set.</summary>
    public long Number { get; init; }

    /// <summary>Its local day as it stands now.</summary>
    public string Date { get; init; } = "";

    /// <summary>Where it is; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Open, Held or Cancelled.</summary>
    public string MeetingState { get; init; } = "";

    /// <summary>The person, where they are of the house; null for somebody from outside.</summary>
    public long? PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail; may be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary>What they know or do; may be empty.</summary>
    public string Expertise { get; init; } = "";

    /// <summary>What the set wants to ask them.</summary>
    public string InvitedFor { get; init; } = "";

    /// <summary>The day that was written, or that they said yes to; another one than <see cref="Date"/>: the meeting was moved.</summary>
    public string ForDate { get; init; } = "";

    /// <summary>From when they are there (local time, HH:mm).</summary>
    public string Starts { get; init; } = "";

    /// <summary>Until when.</summary>
    public string Ends { get; init; } = "";

    /// <summary>Asked, Coming, NotComing or TakenBack.</summary>
    public string State { get; init; } = "Asked";

    /// <summary>What they said to it; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When they said so (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>What the set learned from them: the set's alone.</summary>
    public string Learned { get; init; } = "";

    /// <summary>Who asked them.</summary>
    public string InvitedBy { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last; null where the guest did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The first name.</summary>
    public string First => Called.First(Name);

    /// <summary>The day of the meeting.</summary>
    public DateOnly Day => LocalDay.Parse(Date);

    /// <summary>The meeting was moved since the day was written or agreed to.</summary>
    public bool IsMoved => ForDate != Date && MeetingState != "Cancelled";

    /// <summary>The meeting is over, or will not be.</summary>
    public bool IsBehind(DateOnly today) => MeetingState is "Held" or "Cancelled" || Day < today;

    /// <summary>From when to when, as people say it: 10:00 to 10:45.</summary>
    public string Window => $"{Short(Starts)} to {Short(Ends)}";

    private const string Select =
        """
        SELECT g.id, g.set_id, s.position AS SetPosition, s.name AS SetName, s.programme_id, p.name AS Programme, p.archived_at IS NOT NULL AS IsArchived,
               g.meeting_id, m.number, m.date, m.place, m.state AS MeetingState, g.person_id, g.name, g.email, g.expertise, g.invited_for, g.for_date,
               g.starts, g.ends, g.state, g.answer, g.answered_at, g.learned, ifnull(b.name, '') AS InvitedBy, g.version, g.changed_at, c.name AS ChangedBy
        FROM guest_invitation g
        JOIN sets s ON s.id = g.set_id
        JOIN programme p ON p.id = s.programme_id
        JOIN set_meeting m ON m.id = g.meeting_id
        LEFT JOIN person b ON b.id = g.created_by
        LEFT JOIN person c ON c.id = g.changed_by
        """;

    /// <summary>Everybody whom a set has asked, the last meeting first.</summary>
    public static IReadOnlyList<GuestInvitation> OfSet(Reads reads, long set) => reads.Query<GuestInvitation>(
        $"{Select} WHERE g.set_id = @set ORDER BY m.date DESC, g.starts, g.id", new { set });

    /// <summary>Who is asked into one meeting and has not said no, by time.</summary>
    public static IReadOnlyList<GuestInvitation> OfMeeting(Reads reads, long meeting) => reads.Query<GuestInvitation>(
        $"{Select} WHERE g.meeting_id = @meeting AND g.state IN ('Asked', 'Coming') ORDER BY g.starts, g.id", new { meeting });

    /// <summary>Where a person of the house is asked to come, the soonest first; what lies behind is left out.</summary>
    public static IReadOnlyList<GuestInvitation> OfPerson(Reads reads, long person, string today) => reads.Query<GuestInvitation>(
        $"{Select} WHERE g.person_id = @person AND g.state <> 'TakenBack' AND m.date >= @today AND m.state <> 'Held' ORDER BY m.date, g.id", new { person, today });

    /// <summary>One of a set, or null.</summary>
    public static GuestInvitation? Find(Reads reads, long set, long id) =>
        reads.First<GuestInvitation>($"{Select} WHERE g.id = @id AND g.set_id = @set", new { id, set });

    /// <summary>The one behind the secret of a letter, or null.</summary>
    public static GuestInvitation? ByToken(Reads reads, string token) =>
        reads.First<GuestInvitation>($"{Select} WHERE g.token_hash = @hash", new { hash = Accounts.Tokens.Hash(token) });

    /// <summary>A person's own, or null.</summary>
    public static GuestInvitation? Own(Reads reads, long person, long id) =>
        reads.First<GuestInvitation>($"{Select} WHERE g.id = @id AND g.person_id = @person", new { id, person });

    private static string Short(string clock) => clock.StartsWith('0') ? clock[1..] : clock;
}
