using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>A question by which the advisor helps the set to reflect on what it learns from its actions.</summary>
public sealed record Prompt
{
    /// <summary>Characters of a question.</summary>
    public const int TextMax = 160;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asks.</summary>
    public long By { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>When it was asked (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The questions of a meeting, in order; with no meeting those between meetings, the newest three.</summary>
    public static IReadOnlyList<Prompt> Of(Reads reads, long set, long? meeting) => reads.Query<Prompt>(
        """
        SELECT q.id, q.text, q.by, p.name AS Asker, q.at FROM reflection_prompt q JOIN person p ON p.id = q.by
        WHERE q.set_id = @set AND q.meeting_id IS @meeting AND q.taken_at IS NULL
        ORDER BY CASE WHEN @meeting IS NULL THEN -q.id ELSE q.id END LIMIT CASE WHEN @meeting IS NULL THEN 3 ELSE 20 END
        """, new { set, meeting });
}

/// <summary>How the set asked at a meeting: for its own reflection, and read by nobody outside.</summary>
/// <param name="Askers">Everybody of the set in the order of seats, with how many questions they asked.</param>
/// <param name="Moved">The questions that the presenters ticked.</param>
/// <param name="Before">The number of the meeting before and its questions, or null.</param>
public sealed record Asked(IReadOnlyList<AskedBy> Askers, IReadOnlyList<Moved> Moved, (long Number, long Questions)? Before)
{
    /// <summary>All questions.</summary>
    public long Questions => Askers.Sum(one => one.Questions);

    /// <summary>The most that one asked; at least one.</summary>
    public long Most => Math.Max(1, Askers.Select(one => one.Questions).DefaultIfEmpty().Max());

    /// <summary>As it is now.</summary>
    public static Asked Of(Reads reads, long set, long meeting)
    {
        var before = reads.First<(long Number, long Questions)>(
            """
            SELECT t.number, (SELECT count(*) FROM airtime_question q JOIN airtime_slot s ON s.id = q.slot_id WHERE s.meeting_id = t.id AND q.state = 'Noted')
            FROM set_meeting t JOIN set_meeting m ON m.id = @meeting
            WHERE t.set_id = @set AND t.number < m.number AND t.state = 'Held' ORDER BY t.number DESC LIMIT 1
            """, new { set, meeting });
        return new Asked(
            reads.Query<AskedBy>(
                """
                SELECT p.name, count(q.id) AS Questions
                FROM (
                  SELECT m.id AS seat, m.person_id FROM membership m WHERE m.set_id = @set AND m.left_at IS NULL
                  UNION ALL
                  SELECT DISTINCT 1000000000, q.asker_id FROM airtime_question q JOIN airtime_slot s ON s.id = q.slot_id
                  WHERE s.meeting_id = @meeting AND q.state = 'Noted'
                    AND q.asker_id NOT IN (SELECT x.person_id FROM membership x WHERE x.set_id = @set AND x.left_at IS NULL)) m
                JOIN person p ON p.id = m.person_id
                LEFT JOIN airtime_slot s ON s.meeting_id = @meeting
                LEFT JOIN airtime_question q ON q.slot_id = s.id AND q.asker_id = p.id AND q.state = 'Noted'
                GROUP BY p.id ORDER BY m.seat, p.name COLLATE NAMES
                """, new { set, meeting }),
            reads.Query<Moved>(
                """
                SELECT q.text, a.name AS Asker, p.name AS Presenter
                FROM airtime_question q JOIN airtime_slot s ON s.id = q.slot_id
                JOIN person a ON a.id = q.asker_id JOIN person p ON p.id = s.presenter_id
                WHERE s.meeting_id = @meeting AND q.state = 'Noted' AND q.ticked_at IS NOT NULL
                ORDER BY s.position, q.at
                """, new { meeting }),
            before.Number > 0 ? before : null);
    }
}

/// <summary>How many questions somebody asked.</summary>
public sealed record AskedBy
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many.</summary>
    public long Questions { get; init; }
}

/// <summary>A question that helped a presenter to see an assumption.</summary>
public sealed record Moved
{
    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string Asker { get; init; } = "";

    /// <summary>Whom it moved.</summary>
    public string Presenter { get; init; } = "";
}
