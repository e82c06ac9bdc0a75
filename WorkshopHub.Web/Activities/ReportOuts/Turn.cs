using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>A place in the order: the set, or the member, that reports.</summary>
public sealed record Turn
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The set's place in the programme, from which its mark follows.</summary>
    public long SetPosition { get; init; }

    /// <summary>The set's name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The member who reports; null for the whole set.</summary>
    public long? PersonId { get; init; }

    /// <summary>The member's name, or null.</summary>
    public string? PersonName { get; init; }

    /// <summary>The member's supervisor, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>What the work is called; empty while no problem is chosen.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whom the problem belongs to, or null.</summary>
    public long? ClientId { get; init; }

    /// <summary>The client's name, or null.</summary>
    public string? ClientName { get; init; }

    /// <summary>The outcome; null while nothing has been written.</summary>
    public long? OutcomeId { get; init; }

    /// <summary>The activity in which it was presented: where two rooms report at once, that of its room; null before.</summary>
    public long? ToldIn { get; init; }

    /// <summary>The place in the order that the facilitator gave, or null.</summary>
    public long? Place { get; init; }

    /// <summary>Where the turn stands: a slide, then all together, then writing.</summary>
    public long Step { get; init; }

    /// <summary>The furthest step that the room has seen.</summary>
    public long Seen { get; init; }

    /// <summary>When it was first presented (UTC), or null. From then on others may read it.</summary>
    public string? TellAt { get; init; }

    /// <summary>When questions began (UTC), or null.</summary>
    public string? AskAt { get; init; }

    /// <summary>When writing began (UTC), or null.</summary>
    public string? WriteAt { get; init; }

    /// <summary>How many slides have a text; nobody outside the set sees more than the number before it is presented.</summary>
    public long Written { get; init; }

    /// <summary>Names it in presses and addresses: set and member.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{SetId}-{PersonId ?? 0}");

    /// <summary>Whose report it is: the member's name, else the set's.</summary>
    public string Name => PersonName ?? SetName;

    /// <summary>Whether it was presented.</summary>
    public bool HasBegun => TellAt is not null;

    /// <summary>
    /// All turns of a report-out, in order; where it runs in one of two rooms, those of its sets. Looked at again, it has those
    /// of both rooms.
    /// </summary>
    public static IReadOnlyList<Turn> Of(Reads reads, Activity activity)
    {
        var perMember = ReportOutSettings.Parse(activity.Settings).PerMember;
        var again = activity.Act is ItemAct.Review or ItemAct.Reveal;
        var turns = reads.Query<Turn>(
            """
            SELECT s.id AS SetId, s.position AS SetPosition, s.name AS SetName,
                   p.id AS PersonId, p.name AS PersonName, m.supervisor_id AS SupervisorId,
                   ifnull(b.title, '') AS Problem, b.client_id AS ClientId, c.name AS ClientName,
                   o.id AS OutcomeId, iif(t.tell_at IS NULL, NULL, t.activity_id) AS ToldIn, t.position AS Place, ifnull(t.step, 0) AS Step, ifnull(t.seen, 0) AS Seen,
                   t.tell_at, t.ask_at, t.write_at,
                   (SELECT count(*) FROM outcome_slide x WHERE x.outcome_id = o.id AND x.text <> '') AS Written
            FROM workshop w
            JOIN sets s ON s.programme_id = w.programme_id
            LEFT JOIN membership m ON @perMember AND m.set_id = s.id AND m.left_at IS NULL
            LEFT JOIN person p ON p.id = m.person_id
            LEFT JOIN problem b ON b.id = CASE WHEN @perMember
              THEN (SELECT max(own.id) FROM problem own WHERE own.programme_id = w.programme_id AND own.owner_id = p.id
                AND (own.sent_at IS NOT NULL OR own.state <> 'Proposed'))
              ELSE s.problem_id END
            LEFT JOIN person c ON c.id = b.client_id
            LEFT JOIN outcome o ON o.workshop_id = w.id AND o.set_id = s.id AND o.person_id IS p.id
            LEFT JOIN report_turn t ON t.outcome_id = o.id AND t.activity_id = (
              SELECT x.activity_id FROM report_turn x
              WHERE x.outcome_id = o.id AND x.activity_id IN @told
              ORDER BY x.tell_at IS NULL, x.activity_id <> @Id LIMIT 1)
            WHERE w.id = @WorkshopId AND (NOT @perMember OR p.id IS NOT NULL)
            ORDER BY t.position IS NULL, t.position, s.position, p.name COLLATE NAMES
            """,
            new { activity.Id, activity.WorkshopId, perMember, told = again ? [activity.Id, .. OtherRooms(reads, activity)] : new[] { activity.Id } });
        turns = again && perMember ? [.. turns.OrderBy(turn => turn.SetPosition)] : turns;
        return RoomOf(reads, activity, again) is > 0 and var room
            ? [.. turns.Where(turn => SecondRoom.Of(reads, activity.RoomId, turn.SetId) == room)] : turns;
    }

    /// <summary>The report-outs that ran in the other room at the same time.</summary>
    private static IReadOnlyList<long> OtherRooms(Reads reads, Activity activity) => reads.Query<long>(
        """
        SELECT DISTINCT b.id
        FROM agenda_item i
        JOIN agenda_item j ON j.workshop_id = i.workshop_id AND j.act = 'Run' AND j.room > 0 AND j.room <> i.room
        JOIN activity b ON b.id = j.activity_id AND b.kind = @Kind
        WHERE i.activity_id = @Id AND i.act = 'Run' AND i.room > 0
        """,
        activity);

    private static long RoomOf(Reads reads, Activity activity, bool again) => reads.First<long?>(
        """
        SELECT room FROM agenda_item WHERE activity_id = @Id AND (act = 'Run') <> @again
        ORDER BY state = 'Running' DESC, room DESC LIMIT 1
        """,
        new { activity.Id, again }) ?? 0;
}
