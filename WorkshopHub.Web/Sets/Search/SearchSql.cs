namespace WorkshopHub.Web.Sets.Search;

/// <summary>
/// The search as one query. What is found is joined to the thing that it is of, and each thing says who may read it: by what
/// somebody is to the set (mine) and to its programme (stands), by the table of rights (may: sort, role, R for all of a set's and S for what was shown on
/// purpose), and by what was shown (shown). What may not be read is never a row.
/// </summary>
internal static class SearchSql
{
    private const string Hits =
        """
        hit AS MATERIALIZED (
          SELECT t.kind, t.thing, snippet(search, 0, char(2), char(3), '…', 64) AS text, bm25(search) AS rank
          FROM search JOIN search_text t ON t.id = search.rowid WHERE search MATCH @match)
        """;

    private const string Newest = "hit AS (SELECT kind, thing, text, 0.0 AS rank FROM search_text WHERE kind IN ('Post', 'Reflection', 'Sheet', 'Assumption', 'Guest'))";

    private const string Rights =
        """
        stands AS (
          SELECT id AS programme_id, 'Facilitator' AS role FROM programme WHERE @office
          UNION SELECT programme_id, role FROM role_assignment WHERE person_id = @me
          UNION SELECT s.programme_id, CASE WHEN m.person_id = @me THEN 'Member' ELSE 'Supervisor' END FROM membership m JOIN sets s ON s.id = m.set_id
                WHERE m.left_at IS NULL AND (m.person_id = @me OR m.supervisor_id = @me)),
        part AS (SELECT DISTINCT programme_id AS id FROM stands),
        mine AS (
          SELECT set_id, 'Member' AS role FROM membership WHERE person_id = @me AND left_at IS NULL
          UNION SELECT set_id, role FROM role_assignment WHERE person_id = @me AND role IN ('Advisor', 'Champion') AND set_id IS NOT NULL
          UNION SELECT s.id, 'Client' FROM sets s JOIN problem b ON b.id = s.problem_id WHERE b.client_id = @me
          UNION SELECT s.id, r.role FROM role_assignment r JOIN sets s ON s.programme_id = r.programme_id
                WHERE r.person_id = @me AND r.role IN ('Sponsor', 'Facilitator')
          UNION SELECT id, 'Facilitator' FROM sets WHERE @office),
        may AS (SELECT value ->> 0 AS kind, value ->> 1 AS role, value ->> 2 AS how FROM json_each(@may)),
        ours AS (SELECT may.kind, mine.set_id FROM mine JOIN may ON may.role = mine.role WHERE may.how = 'R'),
        inside AS (SELECT set_id FROM mine WHERE role IN ('Member', 'Advisor')),
        shown AS (
          SELECT h.kind, h.thing_id AS thing FROM share h
          WHERE h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL
            AND (h.audience = 'Organisation'
                 OR (h.audience = 'Programme' AND EXISTS (
                   SELECT 1 FROM sets s JOIN stands t ON t.programme_id = s.programme_id
                   WHERE s.id = h.set_id AND (h.kind NOT IN (SELECT kind FROM may) OR EXISTS (SELECT 1 FROM may WHERE may.kind = h.kind AND may.role = t.role))))
                 OR (h.audience = 'Set' AND h.set_id IN (SELECT set_id FROM inside))
                 OR (h.audience = 'Supervisor' AND EXISTS (
                   SELECT 1 FROM membership m WHERE m.set_id = h.set_id AND m.person_id = h.owner_id AND m.supervisor_id = @me AND m.supervisor_id = h.supervisor_id AND m.left_at IS NULL))
                 OR EXISTS (SELECT 1 FROM mine JOIN may ON may.role = mine.role
                            WHERE mine.set_id = h.set_id AND mine.role = h.audience AND may.kind = h.kind)))
        """;

    // What the room of a workshop read with names, when it could read it.
    private const string Said =
        """
        SELECT h.kind, p.kind AS sort, h.text, h.rank, CASE a.name_mode WHEN 'Named' THEN n.name END AS who, p.set_id, w.title AS "where", w.date,
               CASE WHEN w.programme_id IN (SELECT id FROM part) THEN '/workshops/' || w.id || '/summary' ELSE '' END AS href
        FROM hit h JOIN post p ON h.kind = 'Post' AND p.id = h.thing
        JOIN activity a ON a.id = p.activity_id JOIN workshop w ON w.id = a.workshop_id
        LEFT JOIN participant n ON n.id = p.participant_id
        WHERE p.state = 'Shown' AND a.name_mode IN ('Named', 'SetOnly')
          AND (w.programme_id IN (SELECT id FROM part) OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Post' AND s.thing = p.id))
          AND (a.reveal = 'Live' OR a.revealed_at IS NOT NULL OR (a.reveal = 'AfterClose' AND a.state = 'Closed'))
        UNION ALL
        SELECT h.kind, 'Question', h.text, h.rank, n.name, q.from_set, w.title, w.date, '/workshops/' || w.id || '/summary'
        FROM hit h JOIN set_question q ON h.kind = 'SetQuestion' AND q.id = h.thing
        JOIN activity a ON a.id = q.activity_id JOIN workshop w ON w.id = a.workshop_id
        LEFT JOIN participant n ON n.id = q.participant_id AND a.name_mode = 'Named'
        WHERE q.state = 'Shown' AND w.programme_id IN (SELECT id FROM part)
          AND (a.reveal = 'Live' OR a.revealed_at IS NOT NULL OR (a.reveal = 'AfterClose' AND a.state = 'Closed'))
        UNION ALL
        SELECT h.kind, o.kind, h.text, h.rank, n.name, o.set_id, w.title, w.date, '/programmes/' || w.programme_id || '/experts'
        FROM hit h JOIN offer o ON h.kind = 'Offer' AND o.id = h.thing
        JOIN activity a ON a.id = o.activity_id JOIN workshop w ON w.id = a.workshop_id JOIN person n ON n.id = o.person_id
        WHERE o.state = 'Shown' AND w.programme_id IN (SELECT id FROM part)
        """;

    // What belongs to a set and its advisor, or was shown on purpose.
    private const string OfSets =
        """
        SELECT h.kind, 'Question', h.text, h.rank, n.name, m.set_id, 'Meeting ' || m.number || ', to ' || p.name, m.date, '/sets/' || m.set_id || '/meetings/' || m.number
        FROM hit h JOIN airtime_question q ON h.kind = 'Question' AND q.id = h.thing
        JOIN airtime_slot t ON t.id = q.slot_id JOIN set_meeting m ON m.id = t.meeting_id
        JOIN person n ON n.id = q.asker_id JOIN person p ON p.id = t.presenter_id
        WHERE q.state = 'Noted' AND EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Question' AND o.set_id = m.set_id)
        UNION ALL
        SELECT h.kind, 'Learning', h.text, h.rank, p.name, m.set_id, 'Meeting ' || m.number || ', took for granted', m.date,
               '/sets/' || m.set_id || '/meetings/' || m.number
        FROM hit h JOIN airtime_assumption q ON h.kind = 'Assumption' AND q.id = h.thing
        JOIN airtime_slot t ON t.id = q.slot_id JOIN set_meeting m ON m.id = t.meeting_id JOIN person p ON p.id = t.presenter_id
        WHERE q.state = 'Noted' AND EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Assumption' AND o.set_id = m.set_id)
        UNION ALL
        SELECT h.kind, 'Action', h.text, h.rank, n.name, a.set_id, 'Action ' || a.number, a.agreed_on,
               CASE WHEN a.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || a.set_id || '/actions/' || a.number ELSE '' END
        FROM hit h JOIN set_action a ON h.kind = 'Action' AND a.id = CAST(h.thing AS INTEGER) JOIN person n ON n.id = a.owner_id
        WHERE EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Action' AND o.set_id = a.set_id)
           OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Action' AND s.thing = h.thing)
        UNION ALL
        SELECT h.kind, 'Action', h.text, h.rank, n.name, a.set_id, 'Report on action ' || a.number, substr(p.created_at, 1, 10),
               CASE WHEN a.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || a.set_id || '/actions/' || a.number ELSE '' END
        FROM hit h JOIN set_action_report p ON h.kind = 'Report' AND p.key = h.thing JOIN set_action a ON a.id = p.action_id JOIN person n ON n.id = a.owner_id
        WHERE EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Report' AND o.set_id = a.set_id)
           OR (EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Action' AND s.thing = CAST(a.id AS TEXT))
             AND p.round = (SELECT max(l.round) FROM set_action_report l WHERE l.action_id = a.id AND l.state IN ('Done', 'Partly', 'NotDone')))
        UNION ALL
        SELECT h.kind, 'Learning', h.text, h.rank, n.name, r.set_id, iif(r.author_id = @me, 'For you alone', 'Reflection') || ifnull(', meeting ' || m.number, ''),
               ifnull(m.date, substr(r.created_at, 1, 10)), CASE WHEN r.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || r.set_id || '/journal' ELSE '' END
        FROM hit h JOIN reflection r ON h.kind = 'Reflection' AND r.id = h.thing
        LEFT JOIN set_meeting m ON m.id = r.meeting_id LEFT JOIN person n ON n.id = r.author_id
        WHERE r.author_id = @me
           OR (r.author_id IS NULL AND EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Reflection' AND o.set_id = r.set_id))
           OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Reflection' AND s.thing = r.id)
        UNION ALL
        SELECT h.kind, 'Learning', h.text, h.rank, NULL, t.set_id, 'Shared by the set', substr(t.gone_at, 1, 10), ''
        FROM hit h JOIN sheet t ON h.kind = 'Sheet' AND t.id = h.thing JOIN sets s ON s.id = t.set_id
        WHERE t.kind = 'Learning' AND t.state = 'Gone'
          AND (s.programme_id IN (SELECT id FROM part) OR EXISTS (SELECT 1 FROM shown x WHERE x.kind = 'Learning' AND x.thing = t.id))
        UNION ALL
        SELECT h.kind, 'Outcome', h.text, h.rank, n.name, c.set_id, 'Outcome, ' || w.title, w.date,
               CASE WHEN w.programme_id IN (SELECT id FROM part) THEN '/programmes/' || w.programme_id || '/learnings?kind=Outcome' ELSE '/learnings?kind=Outcome' END
        FROM hit h JOIN outcome c ON h.kind = 'Outcome' AND c.id = CAST(h.thing AS INTEGER)
        JOIN workshop w ON w.id = c.workshop_id AND w.kind = 'Final' LEFT JOIN person n ON n.id = c.person_id
        WHERE (w.state = 'Held' AND w.programme_id IN (SELECT id FROM part)
            AND EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = c.id AND t.tell_at IS NOT NULL))
          OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Outcome' AND s.thing = h.thing)
        UNION ALL
        SELECT h.kind, 'Work', h.text, h.rank, n.name, g.set_id, 'Study note', substr(g.created_at, 1, 10),
               CASE WHEN g.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || g.set_id || '/work' ELSE '' END
        FROM hit h JOIN study_note g ON h.kind = 'StudyNote' AND g.id = CAST(h.thing AS INTEGER) JOIN person n ON n.id = g.created_by
        WHERE g.gone_at IS NULL AND (EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'StudyNote' AND o.set_id = g.set_id)
          OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'StudyNote' AND s.thing = h.thing))
        UNION ALL
        SELECT h.kind, 'Work', h.text, h.rank, NULL, d.set_id, 'Decision', d.on_date,
               CASE WHEN d.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || d.set_id || '/work' ELSE '' END
        FROM hit h JOIN decision d ON h.kind = 'Decision' AND d.id = CAST(h.thing AS INTEGER)
        WHERE d.gone_at IS NULL AND (EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Decision' AND o.set_id = d.set_id)
          OR EXISTS (SELECT 1 FROM shown s WHERE s.kind = 'Decision' AND s.thing = h.thing))
        UNION ALL
        SELECT h.kind, 'Work', h.text, h.rank, NULL, l.set_id, 'Solution, version ' || l.number, ifnull(l.decided_on, substr(l.changed_at, 1, 10)),
               CASE WHEN l.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || l.set_id || '/work' ELSE '' END
        FROM hit h JOIN solution l ON h.kind = 'Solution' AND l.id = CAST(h.thing AS INTEGER)
        WHERE (l.decided_on IS NOT NULL OR l.set_id IN (SELECT set_id FROM inside))
          AND EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Solution' AND o.set_id = l.set_id)
        UNION ALL
        SELECT h.kind, 'Learning', h.text, h.rank, NULL, g.set_id, 'Learned from ' || g.name, m.date,
               CASE WHEN g.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || g.set_id || '/experts' ELSE '/sets/' || g.set_id || '/guests' END
        FROM hit h JOIN guest_invitation g ON h.kind = 'Guest' AND g.id = CAST(h.thing AS INTEGER) JOIN set_meeting m ON m.id = g.meeting_id
        WHERE EXISTS (SELECT 1 FROM ours o WHERE o.kind = 'Guest' AND o.set_id = g.set_id)
        UNION ALL
        SELECT h.kind, 'Question', h.text, h.rank, n.name, q.set_id, 'Asked ' || ifnull(t.name, p.name), substr(q.asked_at, 1, 10),
               CASE WHEN q.to_person = @me THEN '/asked/' || q.id WHEN q.set_id IN (SELECT set_id FROM inside) THEN '/sets/' || q.set_id || '/questions'
                 ELSE '/sets/' || q.to_set || '/questions' END
        FROM hit h JOIN set_ask q ON h.kind = 'Ask' AND q.id = h.thing JOIN person n ON n.id = q.asked_by
        LEFT JOIN sets t ON t.id = q.to_set LEFT JOIN person p ON p.id = q.to_person
        WHERE q.back_at IS NULL AND (q.to_person = @me OR q.set_id IN (SELECT set_id FROM inside) OR q.to_set IN (SELECT set_id FROM inside))
        """;

    private const string All =
        $"""
        SELECT x.kind, x.sort, x.text, x.who, x."where", x.date, x.href, s.position AS SetPosition, s.name AS SetName
        FROM ({Said} UNION ALL {OfSets}) x LEFT JOIN sets s ON s.id = x.set_id
        """;

    /// <summary>What holds all the words (@match), the best first; @limit rows at most.</summary>
    public const string ByWords = $"WITH {Hits}, {Rights} {All} ORDER BY x.rank, x.date DESC LIMIT @limit";

    /// <summary>Without words: what was learned last.</summary>
    public const string Last = $"WITH {Newest}, {Rights} {All} WHERE x.sort = 'Learning' ORDER BY x.date DESC LIMIT @limit";
}
