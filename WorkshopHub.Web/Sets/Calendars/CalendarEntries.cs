using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Experts;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>
/// What stands in somebody's calendar: theirs by membership and role as they are now, as far as <see cref="AccessTable"/> gives a
/// role its own of it, and nobody else's.
/// </summary>
public static class CalendarEntries
{
    // A meeting's agenda follows from who is in the set: check-in, report back, reflection and breaks, and an hour each.
    private const string Meetings = """
        SELECT 'meeting-' || m.id AS Key, 'Set meeting ' || m.number || ', ' || s.name AS Title, m.place, '/sets/' || s.id || '/dates' AS Path,
               m.date, m.starts, 155 + 60 * max(4, (SELECT count(*) FROM membership c WHERE c.set_id = s.id AND c.left_at IS NULL)) AS Minutes,
               m.version, m.changed_at, m.state = 'Cancelled' AS IsCancelled
        FROM set_meeting m
        JOIN sets s ON s.id = m.set_id
        """;

    /// <summary>What a set has.</summary>
    public static IReadOnlyList<CalendarEntry> OfSet(Reads reads, long set) => [.. reads.Query<CalendarEntry>(
        $"{Meetings} WHERE m.set_id = @set ORDER BY m.date, m.id", new { set }), .. Workshops(reads, null, set)];

    /// <summary>What a person has: the workshops they are asked to, the meetings of their sets, their talks, and the days of what they promised.</summary>
    public static IReadOnlyList<CalendarEntry> OfPerson(Reads reads, long person) =>
    [
        .. Workshops(reads, person, null),
        .. reads.Query<CalendarEntry>(
            $"""
            {Meetings}
            WHERE s.id IN (SELECT set_id FROM membership WHERE person_id = @person AND left_at IS NULL AND 'Member' IN @roles
                           UNION SELECT set_id FROM role_assignment WHERE person_id = @person AND role IN @roles)
            ORDER BY m.date, m.id
            """, new { person, roles = OwnOf(Artefact.Meetings) }),
        .. reads.Query<CalendarEntry>(
            """
            SELECT 'talk-' || t.id AS Key, 'Talk with ' || o.name AS Title, t.place, '/memberships/' || m.id || '/talks' AS Path, t.date, t.starts,
                   30 AS Minutes, t.version, t.changed_at
            FROM supervisor_talk t
            JOIN programme g ON g.id = t.programme_id AND g.state <> 'Closed'
            JOIN sets s ON s.programme_id = g.id
            JOIN membership m ON m.set_id = s.id AND m.person_id = t.person_id AND m.supervisor_id = t.supervisor_id AND m.left_at IS NULL
            JOIN person o ON o.id = iif(t.person_id = @person, t.supervisor_id, t.person_id)
            WHERE (t.person_id = @person AND 'Member' IN @roles) OR (t.supervisor_id = @person AND 'Supervisor' IN @roles)
            ORDER BY t.date, t.id
            """, new { person, roles = OwnOf(Artefact.SupervisorMeetings) }),
        .. reads.Query<CalendarEntry>(
            """
            SELECT 'door-' || d.id AS Key, iif(d.state = 'Asked', 'Due: a door that you are asked to open', 'Due: a door that you promised to open') AS Title,
                   '/doors/' || d.id AS Path, ifnull(d.opens_on, d.needed_by) AS Date, NULL AS Starts, 0 AS Minutes, d.version,
                   ifnull(d.answered_at, d.asked_at) AS ChangedAt
            FROM door_request d
            JOIN sets s ON s.id = d.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            WHERE d.asked_of = @person AND d.state IN ('Asked', 'Accepted') AND ifnull(d.opens_on, d.needed_by) IS NOT NULL
              AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role IN ('Champion', 'Sponsor'))
            ORDER BY Date, d.id
            """, new { person }),
        .. reads.Query<CalendarEntry>(
            """
            SELECT 'due-' || c.id AS Key, 'Due: something you said you would do' AS Title, '/' AS Path, c.due AS Date, NULL AS Starts,
                   0 AS Minutes, c.version, c.at AS ChangedAt
            FROM commitment c
            WHERE c.person_id = @person AND c.due IS NOT NULL AND c.state = 'Agreed'
            ORDER BY c.due, c.id
            """, new { person }),
        .. reads.Query<CalendarEntry>(
            """
            SELECT 'action-' || a.id AS Key, 'Due: something you promised your set' AS Title, '/sets/' || a.set_id || '/actions/' || a.number AS Path,
                   a.due AS Date, NULL AS Starts, 0 AS Minutes, a.version, a.changed_at
            FROM set_action a JOIN membership m ON m.set_id = a.set_id AND m.person_id = a.owner_id AND m.left_at IS NULL
            WHERE a.owner_id = @person AND a.state = 'Agreed'
            ORDER BY a.due, a.id
            """, new { person }),
        .. GuestInvitation.OfPerson(reads, person, "").Where(guest => guest.State == "Coming")
            .Select(guest => OfGuest(guest, string.Create(CultureInfo.InvariantCulture, $"/guest/{guest.Id}"))),
    ];

    /// <summary>The hour for which somebody is asked into a meeting of a set that is not theirs.</summary>
    public static CalendarEntry OfGuest(GuestInvitation guest, string path) => new()
    {
        Key = $"guest-{guest.Id}",
        Title = $"Guest at a set meeting, {guest.SetName}",
        Place = guest.Place,
        Path = path,
        Date = guest.Date,
        Starts = guest.Starts,
        Minutes = (long)(TimeOnly.ParseExact(guest.Ends, "HH:mm", CultureInfo.InvariantCulture) - TimeOnly.ParseExact(guest.Starts, "HH:mm", CultureInfo.InvariantCulture)).TotalMinutes,
        Version = guest.Version,
        ChangedAt = guest.ChangedAt,
        IsCancelled = guest.MeetingState == "Cancelled" || guest.State is "TakenBack" or "NotComing",
    };

    /// <summary>The roles that write their own of something.</summary>
    private static IReadOnlyList<string> OwnOf(Artefact artefact) =>
        [.. Enum.GetValues<Role>().Where(role => AccessTable.Writes(artefact, role) == Extent.Own).Select(role => role.ToString())];

    private static IReadOnlyList<CalendarEntry> Workshops(Reads reads, long? person, long? set) => reads.Query<CalendarEntry>(
        """
        SELECT 'workshop-' || w.id AS Key, w.title || ', ' || p.name AS Title, w.place, '/programmes/' || p.id || '/timeline' AS Path,
               w.date, w.starts,
               CASE WHEN w.ends IS NOT NULL THEN (strftime('%s', '2000-01-01 ' || w.ends) - strftime('%s', '2000-01-01 ' || w.starts)) / 60
                    ELSE max(60, (SELECT ifnull(sum(i.minutes), 450) FROM agenda_item i WHERE i.workshop_id = w.id)) END AS Minutes,
               w.version, w.changed_at
        FROM workshop w
        JOIN programme p ON p.id = w.programme_id
        WHERE p.id IN (SELECT programme_id FROM sets WHERE id = @set
                       UNION SELECT programme_id FROM role_assignment WHERE person_id = @person
                       UNION SELECT s.programme_id FROM membership m JOIN sets s ON s.id = m.set_id
                             WHERE m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person))
        ORDER BY w.date, w.id
        """, new { person, set });
}
