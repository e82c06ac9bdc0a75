using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Advising;

/// <summary>What one person of a set used, asked and moved, over its meetings or in one of them.</summary>
public sealed record PersonFigures
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The advisor, who asks and has no airtime.</summary>
    public bool IsAdvisor { get; init; }

    /// <summary>How often they had the floor.</summary>
    public long Turns { get; init; }

    /// <summary>Minutes of airtime that they used.</summary>
    public long Minutes { get; init; }

    /// <summary>Minutes that were planned for these turns.</summary>
    public long Planned { get; init; }

    /// <summary>Questions that they asked.</summary>
    public long Asked { get; init; }

    /// <summary>Of these, how many moved whoever was asked.</summary>
    public long Moved { get; init; }

    /// <summary>The first name.</summary>
    public string First => Called.First(Name);
}

/// <summary>What one meeting had of questions.</summary>
public sealed record MeetingFigures
{
    /// <summary>The meeting.</summary>
    public long Id { get; init; }

    /// <summary>Its number.</summary>
    public long Number { get; init; }

    /// <summary>Its local day.</summary>
    public string Date { get; init; } = "";

    /// <summary>Minutes of airtime.</summary>
    public long Minutes { get; init; }

    /// <summary>Questions.</summary>
    public long Questions { get; init; }

    /// <summary>Those that moved somebody.</summary>
    public long Moved { get; init; }

    /// <summary>What the presenters noticed that they had taken for granted.</summary>
    public long Assumptions { get; init; }

    /// <summary>How many of a hundred questions moved somebody; null where none was asked.</summary>
    public long? Share => Questions == 0 ? null : (Moved * 100 + (Questions / 2)) / Questions;
}

/// <summary>How many actions of a set are in a state, and how many of their reports tell what was learned.</summary>
public sealed record ActionFigures
{
    /// <summary>Actions that are still open.</summary>
    public long Open { get; init; }

    /// <summary>Done.</summary>
    public long Done { get; init; }

    /// <summary>Partly done.</summary>
    public long Partly { get; init; }

    /// <summary>Not done: an answer too.</summary>
    public long NotDone { get; init; }

    /// <summary>Dropped by the set.</summary>
    public long Dropped { get; init; }

    /// <summary>Reports.</summary>
    public long Reports { get; init; }

    /// <summary>Reports with a learning.</summary>
    public long Learned { get; init; }

    /// <summary>All actions.</summary>
    public long All => Open + Done + Partly + NotDone + Dropped;

    /// <summary>As they are now.</summary>
    public static ActionFigures Of(Reads reads, long set) => reads.First<ActionFigures>(
        """
        SELECT count(*) FILTER (WHERE state = 'Agreed') AS Open, count(*) FILTER (WHERE state = 'Done') AS Done, count(*) FILTER (WHERE state = 'Partly') AS Partly,
               count(*) FILTER (WHERE state = 'NotDone') AS NotDone, count(*) FILTER (WHERE state = 'Dropped') AS Dropped,
               (SELECT count(*) FROM set_action_report r JOIN set_action a ON a.id = r.action_id WHERE a.set_id = @set AND r.state IN ('Done', 'Partly', 'NotDone')) AS Reports,
               (SELECT count(*) FROM set_action_report r JOIN set_action a ON a.id = r.action_id
                WHERE a.set_id = @set AND r.state IN ('Done', 'Partly', 'NotDone') AND r.learned <> '') AS Learned
        FROM set_action WHERE set_id = @set
        """, new { set })!;
}

/// <summary>
/// The figures by which a set sees how it asks: "a collaborative, reflective, questioning approach". They are for the set's own
/// reflection: its members and its advisor see the same, and nobody outside sees any.
/// </summary>
/// <param name="People">The members by name, then the advisor.</param>
/// <param name="Meetings">The meetings with airtime, in order.</param>
public sealed record SetFigures(IReadOnlyList<PersonFigures> People, IReadOnlyList<MeetingFigures> Meetings)
{
    /// <summary>All questions.</summary>
    public long Questions => People.Sum(one => one.Asked);

    /// <summary>Those that moved somebody.</summary>
    public long Moved => People.Sum(one => one.Moved);

    /// <summary>Reads them, of all meetings or of one.</summary>
    public static SetFigures Of(Reads reads, long set, long? meeting) => new(
        reads.Query<PersonFigures>(
            """
            WITH slot AS (
              SELECT t.id, t.presenter_id, t.state, t.used_seconds, t.planned_minutes + t.added_minutes AS planned
              FROM airtime_slot t JOIN set_meeting m ON m.id = t.meeting_id WHERE m.set_id = @set AND (@meeting IS NULL OR m.id = @meeting)),
            question AS (SELECT q.asker_id, q.ticked_at FROM airtime_question q JOIN slot ON slot.id = q.slot_id WHERE q.state = 'Noted'),
            people AS (
              SELECT person_id, 0 AS advises FROM membership WHERE set_id = @set AND left_at IS NULL
              UNION SELECT person_id, 1 FROM role_assignment WHERE set_id = @set AND role = 'Advisor')
            SELECT p.id, p.name, max(people.advises) AS IsAdvisor,
                   (SELECT count(*) FROM slot WHERE slot.presenter_id = p.id AND slot.state <> 'Waiting') AS Turns,
                   (SELECT ifnull((sum(slot.used_seconds) + 30) / 60, 0) FROM slot WHERE slot.presenter_id = p.id) AS Minutes,
                   (SELECT ifnull(sum(slot.planned), 0) FROM slot WHERE slot.presenter_id = p.id AND slot.state <> 'Waiting') AS Planned,
                   (SELECT count(*) FROM question WHERE question.asker_id = p.id) AS Asked,
                   (SELECT count(question.ticked_at) FROM question WHERE question.asker_id = p.id) AS Moved
            FROM people JOIN person p ON p.id = people.person_id
            GROUP BY p.id ORDER BY max(people.advises), p.name COLLATE NAMES
            """, new { set, meeting }),
        reads.Query<MeetingFigures>(
            """
            SELECT m.id, m.number, m.date,
                   (SELECT (sum(t.used_seconds) + 30) / 60 FROM airtime_slot t WHERE t.meeting_id = m.id) AS Minutes,
                   (SELECT count(*) FROM airtime_question q JOIN airtime_slot t ON t.id = q.slot_id WHERE t.meeting_id = m.id AND q.state = 'Noted') AS Questions,
                   (SELECT count(q.ticked_at) FROM airtime_question q JOIN airtime_slot t ON t.id = q.slot_id WHERE t.meeting_id = m.id AND q.state = 'Noted') AS Moved,
                   (SELECT count(*) FROM airtime_assumption a JOIN airtime_slot t ON t.id = a.slot_id WHERE t.meeting_id = m.id AND a.state = 'Noted') AS Assumptions
            FROM set_meeting m
            WHERE m.set_id = @set AND EXISTS (SELECT 1 FROM airtime_slot t WHERE t.meeting_id = m.id AND t.state <> 'Waiting')
            ORDER BY m.number
            """, new { set }));
}
