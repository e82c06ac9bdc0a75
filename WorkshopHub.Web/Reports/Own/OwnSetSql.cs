namespace WorkshopHub.Web.Reports.Own;

/// <summary>
/// What somebody wrote in their sets, table by table. Each query asks for @me and for nobody else, and answers At, Place, About and
/// Text. What others wrote is there only where it was said to this person alone, or in their own airtime while they are in the set.
/// </summary>
internal static class OwnSetSql
{
    private const string Meeting = "JOIN set_meeting n ON n.id = l.meeting_id JOIN sets s ON s.id = n.set_id";

    /// <summary>The parts with their titles and queries.</summary>
    public static IReadOnlyList<(string Key, string Title, string Sql)> All { get; } =
    [
        ("airtime", "What I brought to my airtime",
            $"""
            SELECT n.date AS At, s.name || ', meeting ' || n.number AS Place, '' AS About, l.issue AS Text
            FROM airtime_slot l {Meeting} WHERE l.presenter_id = @me AND l.issue <> '' ORDER BY n.date, l.id
            """),
        ("asked-of-me", "What I was asked in my airtime",
            $"""
            SELECT n.date AS At, s.name || ', meeting ' || n.number AS Place, p.name || CASE WHEN q.ticked_at IS NOT NULL THEN ', and it moved me' ELSE '' END AS About, q.text AS Text
            FROM airtime_question q JOIN airtime_slot l ON l.id = q.slot_id {Meeting} JOIN person p ON p.id = q.asker_id
            WHERE l.presenter_id = @me AND q.state = 'Noted'
              AND EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @me AND m.left_at IS NULL) ORDER BY n.date, q.at, q.id
            """),
        ("assumptions", "What I took for granted",
            $"""
            SELECT n.date AS At, s.name || ', meeting ' || n.number AS Place, '' AS About, q.text AS Text
            FROM airtime_assumption q JOIN airtime_slot l ON l.id = q.slot_id {Meeting} WHERE l.presenter_id = @me AND q.state = 'Noted' ORDER BY n.date, q.at, q.id
            """),
        ("questions", "What I asked",
            $"""
            SELECT n.date AS At, s.name || ', meeting ' || n.number AS Place, CASE WHEN q.ticked_at IS NOT NULL THEN 'It moved somebody' ELSE '' END AS About, q.text AS Text
            FROM airtime_question q JOIN airtime_slot l ON l.id = q.slot_id {Meeting} WHERE q.asker_id = @me AND q.state = 'Noted' ORDER BY n.date, q.at, q.id
            """),
        ("actions", "My actions",
            """
            SELECT a.agreed_on AS At, s.name AS Place, 'Action ' || a.number || ', by ' || a.due || ', ' || a.state AS About, a.text AS Text
            FROM set_action a JOIN sets s ON s.id = a.set_id WHERE a.owner_id = @me ORDER BY a.agreed_on, a.id
            """),
        ("reports", "What came of my actions",
            """
            SELECT r.created_at AS At, s.name AS Place, 'Action ' || a.number || ', ' || r.state AS About,
              trim(r.did || char(10) || r.happened || char(10) || r.learned || char(10) || r.why, char(10)) AS Text
            FROM set_action_report r JOIN set_action a ON a.id = r.action_id JOIN sets s ON s.id = a.set_id WHERE a.owner_id = @me ORDER BY r.created_at, r.round
            """),
        ("action-notes", "My notes on actions",
            """
            SELECT o.changed_at AS At, s.name AS Place, 'Action ' || a.number AS About, o.text AS Text
            FROM set_action_note o JOIN set_action a ON a.id = o.action_id JOIN sets s ON s.id = a.set_id WHERE o.person_id = @me ORDER BY o.changed_at
            """),
        ("help", "Help that I asked for or gave with actions",
            """
            SELECT h.created_at AS At, s.name AS Place, CASE WHEN h.asks THEN 'Asked' ELSE 'Offered' END AS About, h.text AS Text
            FROM set_action_help h JOIN set_action a ON a.id = h.action_id JOIN sets s ON s.id = a.set_id WHERE h.person_id = @me ORDER BY h.created_at
            """),
        ("reflections", "My reflections",
            """
            SELECT r.created_at AS At, s.name AS Place, CASE WHEN n.id IS NULL THEN '' ELSE 'Meeting ' || n.number END AS About,
              trim(r.set_out || char(10) || r.happened || char(10) || r.why || char(10) || r.otherwise || char(10) || r.asking || char(10) || r.text, char(10)) AS Text
            FROM reflection r JOIN sets s ON s.id = r.set_id LEFT JOIN set_meeting n ON n.id = r.meeting_id WHERE r.author_id = @me ORDER BY r.created_at, r.id
            """),
        ("sheets", "What I wrote to leave the room",
            """
            SELECT h.written_at AS At, s.name AS Place, h.kind || ', ' || h.state AS About, trim(h.title || char(10) || h.text || char(10) || h.help_wanted, char(10)) AS Text
            FROM sheet h JOIN sets s ON s.id = h.set_id WHERE h.written_by = @me ORDER BY h.written_at
            """),
        ("study-notes", "My study notes",
            """
            SELECT n.created_at AS At, s.name AS Place, '' AS About, trim(n.looked_at || char(10) || n.found || char(10) || n.source, char(10)) AS Text
            FROM study_note n JOIN sets s ON s.id = n.set_id WHERE n.created_by = @me AND n.gone_at IS NULL ORDER BY n.created_at
            """),
        ("decisions", "Decisions that I noted",
            """
            SELECT d.on_date AS At, s.name AS Place, CASE WHEN d.whom <> '' THEN 'Asked: ' || d.whom ELSE '' END AS About, d.text AS Text
            FROM decision d JOIN sets s ON s.id = d.set_id WHERE d.created_by = @me AND d.gone_at IS NULL ORDER BY d.on_date
            """),
        ("solutions", "Solutions that I wrote down",
            """
            SELECT l.created_at AS At, s.name AS Place, 'Version ' || l.number AS About, l.text AS Text
            FROM solution l JOIN sets s ON s.id = l.set_id WHERE l.created_by = @me ORDER BY l.created_at
            """),
        ("prompts", "Questions that I gave a set to reflect on",
            "SELECT q.at AS At, s.name AS Place, '' AS About, q.text AS Text FROM reflection_prompt q JOIN sets s ON s.id = q.set_id WHERE q.by = @me ORDER BY q.at"),
        ("advisor-notes", "My notes as an advisor",
            "SELECT n.created_at AS At, s.name AS Place, '' AS About, n.text AS Text FROM advisor_note n JOIN sets s ON s.id = n.set_id WHERE n.writer_id = @me ORDER BY n.created_at"),
        ("asks", "What I asked other sets and people between meetings",
            "SELECT x.asked_at AS At, s.name AS Place, '' AS About, x.text AS Text FROM set_ask x JOIN sets s ON s.id = x.set_id WHERE x.asked_by = @me ORDER BY x.asked_at"),
        ("ask-answers", "What I answered them",
            "SELECT x.answered_at AS At, s.name AS Place, '' AS About, x.answer AS Text FROM set_ask x JOIN sets s ON s.id = x.set_id WHERE x.answered_by = @me ORDER BY x.answered_at"),
        ("guests", "Experts whom I asked in",
            """
            SELECT g.created_at AS At, s.name AS Place, g.name AS About, g.invited_for AS Text
            FROM guest_invitation g JOIN sets s ON s.id = g.set_id WHERE g.created_by = @me ORDER BY g.created_at
            """),
        ("guest-answers", "My answers as an expert",
            """
            SELECT g.answered_at AS At, s.name AS Place, g.state AS About, g.answer AS Text
            FROM guest_invitation g JOIN sets s ON s.id = g.set_id WHERE g.person_id = @me AND g.answered_at IS NOT NULL ORDER BY g.answered_at
            """),
    ];
}
