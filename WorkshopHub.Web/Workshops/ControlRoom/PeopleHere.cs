using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>Who is in the room: per set and role, who is missing, who asks to be let in, and how well phones are reached.</summary>
public sealed record PeopleHere
{
    /// <summary>The workshop.</summary>
    public long Workshop { get; init; }

    /// <summary>The sets in order.</summary>
    public required IReadOnlyList<RosterSet> Sets { get; init; }

    /// <summary>How many members of a set have answered what runs now; empty where that can't or mustn't be said.</summary>
    public required IReadOnlyDictionary<long, long> Wrote { get; init; }

    /// <summary>Everybody who is expected.</summary>
    public required IReadOnlyList<RosterName> Expected { get; init; }

    /// <summary>Guests who have joined.</summary>
    public required IReadOnlyList<RosterName> Guests { get; init; }

    /// <summary>Phones that ask to be let in.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What the live wire knows.</summary>
    public required WorkshopPresence Presence { get; init; }

    /// <summary>The organisation's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>How many are expected; facilitators are at work already, with or without a phone.</summary>
    public int Of => Expected.Count(who => who.Role != Role.Facilitator);

    /// <summary>How many of those are here now.</summary>
    public int Here => Expected.Count(who => IsHere(who) && who.Role != Role.Facilitator);

    /// <summary>Everybody but members by role, in the order of roles: how many are here, of how many.</summary>
    public IEnumerable<(Role Role, int Here, int Of)> Roles => Expected.Where(who => who.Role is not (Role.Member or Role.Facilitator))
        .GroupBy(who => who.Role).OrderBy(group => group.Key)
        .Select(group => (group.Key, group.Count(IsHere), group.Count()));

    /// <summary>Names of those who have not come yet, by role; facilitators are at work elsewhere.</summary>
    public IReadOnlyList<(Role Role, IReadOnlyList<string> Names)> Missing =>
        [.. Expected.Where(who => !who.IsTaken && who.Role != Role.Facilitator).GroupBy(who => who.Role).OrderBy(group => group.Key)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(who => who.Name)]))];

    /// <summary>How many members of a set are here now, and how many have joined and are gone.</summary>
    public (int Here, int Gone) SeatsOf(long set)
    {
        var joined = Expected.Where(who => who is { Role: Role.Member, IsTaken: true } && who.SetId == set).ToList();
        return (joined.Count(IsHere), joined.Count(who => !IsHere(who)));
    }

    /// <summary>Who picked their name by code: what is private, and acts of a role, wait until somebody knows them.</summary>
    public IEnumerable<RosterName> Unvouched => Expected.Where(who =>
        who is { IsTaken: true, Assurance: nameof(Assurance.Claimed) });

    /// <summary>Those who have joined and are gone, with the time since when if that was seen, last gone first.</summary>
    public IEnumerable<(string Name, DateTimeOffset? Since)> Gone => Expected.Concat(Guests)
        .Where(who => who.IsTaken && !IsHere(who)).Select(who => (who.Name, GoneSince(who))).OrderByDescending(who => who.Item2);

    /// <summary>Whether somebody is in the room now, as far as can be known: their phone is reached.</summary>
    public bool IsHere(RosterName who) => who is { IsTaken: true, ParticipantId: { } id, TakenAt: { } at } && Presence.IsHere(id, Utc.Parse(at));

    /// <summary>Since when somebody who has joined is gone; null where that was not seen.</summary>
    public DateTimeOffset? GoneSince(RosterName who) => Presence.Participant(who.ParticipantId!.Value) is { State: Contact.Gone } gone ? gone.Since : null;

    /// <summary>A moment on the clock.</summary>
    public string Clock(DateTimeOffset moment) => LocalTime.Clock(moment, Zone);

    /// <summary>The plural of a role.</summary>
    public static string Plural(Role role) => role switch
    {
        Role.Advisor => "Set advisors",
        Role.Client => "Clients",
        Role.Champion => "Champions",
        Role.Sponsor => "Sponsor",
        Role.Supervisor => "Supervisors",
        Role.Facilitator => "Facilitators",
        _ => "Members",
    };

    /// <summary>Who is here in a workshop.</summary>
    public static PeopleHere Read(Reads reads, Presence presence, long workshop)
    {
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @workshop", new { workshop });
        return new PeopleHere
        {
            Workshop = workshop,
            Sets = Roster.Sets(reads, programme, workshop),
            Wrote = reads.Query<WroteRow>("""
                SELECT s.id AS SetId, count(*) AS People
                FROM workshop w
                JOIN agenda_item i ON i.id = w.current_item_id
                JOIN activity c ON c.id = i.activity_id AND c.name_mode IN ('Named', 'SetOnly')
                JOIN answered a ON a.activity_id = c.id
                JOIN participant j ON j.id = a.participant_id
                JOIN membership m ON m.person_id = j.person_id AND m.left_at IS NULL
                JOIN sets s ON s.id = m.set_id AND s.programme_id = w.programme_id
                WHERE w.id = @workshop
                GROUP BY s.id
                """, new { workshop }).ToDictionary(row => row.SetId, row => row.People),
            Expected = Roster.Everybody(reads, programme, workshop),
            Guests = Roster.Guests(reads, workshop),
            Claims = Join.Claims.Waiting(reads, workshop),
            Presence = presence.Of(workshop),
            Zone = LocalTime.ZoneOf(reads),
        };
    }

    private sealed record WroteRow
    {
        public long SetId { get; init; }

        public long People { get; init; }
    }
}
