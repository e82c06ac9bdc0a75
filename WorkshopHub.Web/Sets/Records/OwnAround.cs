using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>
/// What somebody takes along from a programme beside what is in their set: goal and ratings, talks with the supervisor, what they
/// ranked and whom they knew, what they promised, words that were for them alone.
/// </summary>
internal static class OwnAround
{
    /// <summary>Adds it to a file.</summary>
    public static void Into(Markdown text, Reads reads, long programme, long me)
    {
        Part(text, "My goal", reads,
            """
            SELECT d.text || CASE WHEN d.why_now <> '' THEN char(10) || 'Why now: ' || d.why_now ELSE '' END
              || CASE WHEN d.how_noticed <> '' THEN char(10) || 'How others notice it: ' || d.how_noticed ELSE '' END
            FROM developmental_goal d JOIN membership m ON m.id = d.membership_id AND m.person_id = @me JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @programme ORDER BY d.id
            """, programme, me);
        Part(text, "How far I said to be", reads,
            """
            SELECT CASE r.moment WHEN 'KickOff' THEN 'Kick-off' WHEN 'MidTerm' THEN 'Mid-term' ELSE 'Final' END || ': ' || r.value || ' of 5' || CASE WHEN r.note <> '' THEN '. ' || r.note ELSE '' END
            FROM self_rating r JOIN membership m ON m.id = r.membership_id AND m.person_id = @me JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @programme ORDER BY r.at
            """, programme, me);
        Part(text, "What others wrote to me alone", reads,
            """
            SELECT p.name || ': ' || n.text FROM noticed n JOIN person p ON p.id = n.writer_id
            JOIN membership m ON m.id = n.membership_id AND m.person_id = @me JOIN sets s ON s.id = m.set_id AND s.programme_id = @programme
            UNION ALL
            SELECT p.name || ', asked “' || f.question || '”: ' || f.text FROM peer_feedback f JOIN person p ON p.id = f.peer_id
            JOIN membership m ON m.id = f.membership_id AND m.person_id = @me JOIN sets s ON s.id = m.set_id AND s.programme_id = @programme
            WHERE f.state = 'Answered'
            """, programme, me);
        Part(text, "Talks between supervisor and member", reads,
            """
            SELECT t.date || ', ' || CASE WHEN t.person_id = @me THEN v.name ELSE p.name END || char(10)
              || trim(t.word || char(10) || t.progress || char(10) || t.agreed_next, char(10))
            FROM supervisor_talk t JOIN person p ON p.id = t.person_id JOIN person v ON v.id = t.supervisor_id
            WHERE t.programme_id = @programme AND (t.person_id = @me OR (t.supervisor_id = @me AND t.stands_at IS NOT NULL
              AND EXISTS (SELECT 1 FROM programme g WHERE g.id = t.programme_id AND g.state <> 'Closed')
              AND EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id AND s.programme_id = t.programme_id
                WHERE m.person_id = t.person_id AND m.supervisor_id = @me AND m.left_at IS NULL)))
            ORDER BY t.date, t.id
            """, programme, me);
        Part(text, "How I ranked the problems", reads,
            """
            SELECT r.rank || '. ' || b.title || CASE WHEN r.why <> '' THEN ': ' || r.why ELSE '' END
            FROM preference_rank r JOIN problem b ON b.id = r.problem_id AND b.programme_id = @programme
            WHERE r.person_id = @me ORDER BY r.activity_id, r.rank
            """, programme, me);
        Part(text, "Whom I knew", reads,
            """
            SELECT w.title || ', ' || CASE c.strength WHEN 1 THEN 'by name' WHEN 2 THEN 'have talked with' ELSE 'would ring' END || ': ' || group_concat(p.name, ', ')
            FROM connection c JOIN activity a ON a.id = c.activity_id JOIN workshop w ON w.id = a.workshop_id AND w.programme_id = @programme JOIN person p ON p.id = c.to_id
            WHERE c.from_id = @me GROUP BY w.id, c.strength ORDER BY w.date, c.strength
            """, programme, me);
        Part(text, "What I said I would do", reads,
            """
            SELECT c.text || CASE WHEN c.due IS NOT NULL THEN ', by ' || c.due ELSE '' END
            FROM commitment c JOIN activity a ON a.id = c.activity_id JOIN workshop w ON w.id = a.workshop_id AND w.programme_id = @programme
            WHERE c.person_id = @me ORDER BY c.at
            """, programme, me);
    }

    private static void Part(Markdown text, string title, Reads reads, string sql, long programme, long me)
    {
        var lines = reads.Query<string>(sql, new { programme, me });
        if (lines.Count > 0)
        {
            text.Head(2, title).List(lines);
        }
    }
}
