namespace WorkshopHub.Web.Reports.Own;

/// <summary>What somebody wrote as a person and in their role, table by table: promises, goals, talks, answers. Like <see cref="OwnSetSql"/>.</summary>
internal static class OwnPersonSql
{
    private const string Membership = "JOIN membership m ON m.id = x.membership_id JOIN sets s ON s.id = m.set_id";

    /// <summary>The parts with their titles and queries.</summary>
    public static IReadOnlyList<(string Key, string Title, string Sql)> All { get; } =
    [
        ("risk", "What I was willing to risk",
            """
            SELECT ifnull(m.accepted_at, ifnull(m.declined_at, m.joined_at)) AS At, s.name AS Place, CASE WHEN m.declined_at IS NOT NULL THEN 'I said no' ELSE '' END AS About,
              trim(ifnull(m.willing_to_risk, '') || char(10) || ifnull(m.decline_reason, ''), char(10)) AS Text
            FROM membership m JOIN sets s ON s.id = m.set_id WHERE m.person_id = @me ORDER BY m.joined_at
            """),
        ("goals", "My goals",
            $"""
            SELECT x.created_at AS At, s.name AS Place, CASE WHEN x.ended_at IS NULL THEN '' ELSE 'Ended' END AS About,
              trim(x.text || char(10) || x.why_now || char(10) || x.how_noticed || char(10) || x.to_supervisor, char(10)) AS Text
            FROM developmental_goal x {Membership} WHERE m.person_id = @me ORDER BY x.created_at
            """),
        ("ratings", "How far I said to be with them",
            $"SELECT x.at AS At, s.name AS Place, x.moment || ': ' || x.value || ' of 5' AS About, x.note AS Text FROM self_rating x {Membership} WHERE m.person_id = @me ORDER BY x.at"),
        ("talks", "Talks with my supervisor, or with whom I supervise",
            """
            SELECT x.date AS At, g.name AS Place, CASE WHEN x.person_id = @me THEN 'With ' || b.name ELSE 'With ' || a.name END AS About,
              trim(x.progress || char(10) || x.agreed_next || char(10) || CASE WHEN x.person_id = @me THEN x.word ELSE '' END, char(10)) AS Text
            FROM supervisor_talk x JOIN programme g ON g.id = x.programme_id JOIN person a ON a.id = x.person_id JOIN person b ON b.id = x.supervisor_id
            WHERE x.person_id = @me OR (x.supervisor_id = @me AND x.written_by = @me AND x.stands_at IS NOT NULL AND g.state <> 'Closed') ORDER BY x.date
            """),
        ("noticed", "What somebody noticed: mine to others, and theirs to me",
            $"""
            SELECT x.at AS At, s.name AS Place, CASE WHEN x.writer_id = @me THEN 'To ' || a.name ELSE 'From ' || b.name END AS About, x.text AS Text
            FROM noticed x {Membership} JOIN person a ON a.id = m.person_id JOIN person b ON b.id = x.writer_id WHERE x.writer_id = @me OR m.person_id = @me ORDER BY x.at
            """),
        ("feedback", "What peers said to each other: mine to others, and theirs to me",
            $"""
            SELECT ifnull(x.answered_at, x.asked_at) AS At, s.name AS Place, CASE WHEN x.peer_id = @me THEN 'To ' || a.name ELSE 'From ' || b.name END || ': ' || x.question AS About,
              x.text AS Text
            FROM peer_feedback x {Membership} JOIN person a ON a.id = m.person_id JOIN person b ON b.id = x.peer_id WHERE x.peer_id = @me OR (m.person_id = @me AND x.state = 'Answered') ORDER BY x.asked_at
            """),
        ("promises", "My commitments",
            """
            SELECT x.at AS At, w.title AS Place, CASE WHEN x.due IS NULL THEN x.state ELSE 'By ' || x.due || ', ' || x.state END AS About, x.text AS Text
            FROM commitment x JOIN activity a ON a.id = x.activity_id JOIN workshop w ON w.id = a.workshop_id WHERE x.person_id = @me ORDER BY x.at, x.id
            """),
        ("problems", "Problems that are mine, or that I wrote",
            """
            SELECT x.created_at AS At, g.name AS Place, x.state AS About, trim(x.title || char(10) || x.description || char(10) || x.why_it_matters || char(10) || x.success_looks_like
              || char(10) || x.cannot_see || char(10) || x.tried || char(10) || x.no_clear_expertise_note || char(10) || x.no_known_answer_note, char(10)) AS Text
            FROM problem x JOIN programme g ON g.id = x.programme_id WHERE x.owner_id = @me OR (x.owner_id IS NULL AND x.created_by = @me) ORDER BY x.created_at
            """),
        ("problem-words", "What I said to a problem on its way",
            """
            SELECT x.at AS At, b.title AS Place, x.kind AS About, x.note AS Text FROM problem_step x JOIN problem b ON b.id = x.problem_id
            WHERE x.by = @me AND x.note <> '' ORDER BY x.at, x.id
            """),
        ("problem-notes", "My private notes on problems",
            "SELECT x.at AS At, b.title AS Place, '' AS About, x.text AS Text FROM problem_note x JOIN problem b ON b.id = x.problem_id WHERE x.person_id = @me ORDER BY x.at"),
        ("report-notes", "My private notes while sets reported",
            """
            SELECT w.date AS At, w.title AS Place, s.name AS About, x.text AS Text FROM report_private x JOIN activity a ON a.id = x.activity_id JOIN workshop w ON w.id = a.workshop_id
            JOIN outcome o ON o.id = x.outcome_id JOIN sets s ON s.id = o.set_id WHERE x.person_id = @me ORDER BY w.date
            """),
        ("doors", "Doors that I asked for",
            "SELECT x.asked_at AS At, s.name AS Place, x.state AS About, trim(x.title || char(10) || x.text, char(10)) AS Text FROM door_request x JOIN sets s ON s.id = x.set_id WHERE x.asked_by = @me ORDER BY x.asked_at"),
        ("door-answers", "My answers to doors",
            """
            SELECT x.at AS At, s.name AS Place, d.title || ', ' || x.state AS About, x.answer AS Text FROM door_word x JOIN door_request d ON d.id = x.door_id JOIN sets s ON s.id = d.set_id
            WHERE x.by = @me ORDER BY x.at, x.id
            """),
        ("outcome-answers", "My answers to outcomes",
            """
            SELECT x.at AS At, s.name AS Place, x.decision AS About, trim(x.text || char(10) || x.next_step || char(10) || x.owner, char(10)) AS Text
            FROM outcome_answer x JOIN outcome o ON o.id = x.outcome_id JOIN sets s ON s.id = o.set_id WHERE x.by = @me ORDER BY x.at
            """),
        ("next-steps", "What I said of my next steps",
            "SELECT x.at AS At, s.name AS Place, x.step || ', ' || x.state AS About, x.note AS Text FROM next_step_said x JOIN outcome o ON o.id = x.outcome_id JOIN sets s ON s.id = o.set_id WHERE x.by = @me ORDER BY x.at"),
        ("decision-answers", "My answers to decisions of sets",
            """
            SELECT x.at AS At, s.name AS Place, x.says AS About, x.text AS Text FROM decision_answer x JOIN decision d ON d.id = x.decision_id JOIN sets s ON s.id = d.set_id
            WHERE x.by = @me ORDER BY x.at
            """),
        ("became", "What I said became of an outcome",
            """
            SELECT x.at AS At, s.name AS Place, x.state AS About, x.text AS Text FROM outcome_became x JOIN outcome o ON o.id = x.outcome_id JOIN sets s ON s.id = o.set_id
            WHERE x.by = @me AND x.at IS NOT NULL ORDER BY x.at
            """),
        ("client-steps", "What I said I do next as a client",
            "SELECT x.at AS At, s.name AS Place, ifnull(x.due, '') AS About, x.text AS Text FROM client_step x JOIN outcome o ON o.id = x.outcome_id JOIN sets s ON s.id = o.set_id WHERE x.by = @me ORDER BY x.at"),
        ("agreements", "My answers on the way of a solution",
            "SELECT x.answered_at AS At, s.name AS Place, x.step || ', ' || x.state AS About, x.why AS Text FROM agreement_step x JOIN sets s ON s.id = x.set_id WHERE x.answered_by = @me ORDER BY x.answered_at"),
        ("measures", "What I said to measures",
            "SELECT x.client_at AS At, s.name AS Place, x.name || ', ' || x.client AS About, x.client_why AS Text FROM measure x JOIN sets s ON s.id = x.set_id WHERE x.client_by = @me ORDER BY x.client_at"),
        ("authority", "What I signed for sets to decide",
            """
            SELECT x.signed_at AS At, g.name AS Place, '' AS About, trim(x.may_decide || char(10) || x.must_ask, char(10)) AS Text
            FROM authority_statement x JOIN programme g ON g.id = x.programme_id WHERE x.signed_by = @me ORDER BY x.signed_at
            """),
        ("expert", "What I said I know as an expert",
            "SELECT x.at AS At, g.name AS Place, '' AS About, x.words AS Text FROM expert x JOIN programme g ON g.id = x.programme_id WHERE x.person_id = @me AND x.words <> '' ORDER BY x.at"),
    ];
}
