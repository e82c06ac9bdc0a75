using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Home;

/// <summary>What a person's own page shows, read in one snapshot.</summary>
public sealed record HomeRows
{
    /// <summary>The programmes that the person has something to do with, the newest first.</summary>
    public required IReadOnlyList<ProgrammeLine> Programmes { get; init; }

    /// <summary>Their workshops in order of time.</summary>
    public required IReadOnlyList<WorkshopLine> Workshops { get; init; }

    /// <summary>The sets that the person is in, or advises.</summary>
    public required IReadOnlyList<OwnSet> Sets { get; init; }

    /// <summary>What else the person is: champion, client, supervisor, advisor.</summary>
    public required IReadOnlyList<OwnRole> Roles { get; init; }

    /// <summary>What workshops left that concerns the person.</summary>
    public required IReadOnlyList<FromWorkshop> From { get; init; }

    /// <summary>The commitments whose day has come, as owner and as witness.</summary>
    public required IReadOnlyList<AskedLine> Asked { get; init; }

    /// <summary>Now, in the organisation's zone.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Reads the page of a person.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="person">Whose page.</param>
    /// <param name="everywhere">The person runs every programme of the house.</param>
    /// <param name="now">The moment.</param>
    public static HomeRows Of(Reads reads, long person, bool everywhere, DateTimeOffset now)
    {
        var who = new { person, everywhere };
        var local = TimeZoneInfo.ConvertTime(now, LocalTime.ZoneOf(reads)).DateTime;
        return new HomeRows
        {
            Programmes = ProgrammesOf(reads, who),
            Workshops = WorkshopsOf(reads, who),
            Sets = OwnSet.Of(reads, person, null, local),
            Roles = OwnRole.Of(reads, person),
            From = OwnFromWorkshops.Of(reads, person),
            Asked = AskedLine.Of(reads, person),
            Now = local,
        };
    }

    private static IReadOnlyList<ProgrammeLine> ProgrammesOf(Reads reads, object who) => reads.Query<ProgrammeLine>(
        """
        SELECT p.id, p.name, p.state, p.archived_at IS NOT NULL AS IsArchived,
          (SELECT count(*) FROM sets s WHERE s.programme_id = p.id) AS Sets,
          (SELECT count(*) FROM membership m JOIN sets s ON s.id = m.set_id
           WHERE s.programme_id = p.id AND m.left_at IS NULL) AS Members,
          @everywhere OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = p.id
            AND r.person_id = @person AND r.role = 'Facilitator') AS MayRun
        FROM programme p
        WHERE @everywhere
          OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = p.id AND r.person_id = @person)
          OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = p.id
            AND m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person))
        ORDER BY p.archived_at IS NOT NULL, p.state = 'Closed', p.id DESC
        """,
        who);

    /// <summary>The workshops of a person's programmes, in order of time.</summary>
    public static IReadOnlyList<WorkshopLine> WorkshopsOf(Reads reads, long person) => WorkshopsOf(reads, new { person, everywhere = false });

    private static IReadOnlyList<WorkshopLine> WorkshopsOf(Reads reads, object who) => reads.Query<WorkshopLine>(
        """
        SELECT w.id, w.programme_id, w.title, w.date, w.starts, w.place, w.state, w.room_token,
          (SELECT a.reply FROM workshop_attendance a WHERE a.workshop_id = w.id AND a.person_id = @person) AS Reply,
          (SELECT count(*) FROM agenda_item i WHERE i.workshop_id = w.id) AS Items
        FROM workshop w
        WHERE @everywhere
          OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = w.programme_id AND r.person_id = @person)
          OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = w.programme_id
            AND m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person))
        ORDER BY w.date, w.starts, w.id
        """,
        who);
}
