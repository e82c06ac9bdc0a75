namespace WorkshopHub.Web.Reports.Memory;

/// <summary>
/// What was released for the whole organisation, as one query. It begins at what was released and is still shown, and joins each
/// thing as it is now: what was hidden, taken back or never told is no row. Nothing else can be found here by anybody.
/// </summary>
internal static class MemorySql
{
    private const string Released =
        """
        released AS (
          SELECT kind, thing_id AS thing, set_id, shared_at AS at FROM share
          WHERE audience = 'Organisation' AND shared_at IS NOT NULL AND withdrawn_at IS NULL),
        remembered AS (
          SELECT 'Reflection' AS word, r.id AS thing, 'Learning' AS kind, NULL AS outcome,
            trim(r.set_out || char(10) || r.happened || char(10) || r.why || char(10) || r.otherwise || char(10) || r.asking || char(10) || r.text, char(10)) AS text,
            p.name AS who, r.set_id, x.at, '' AS title
          FROM released x JOIN reflection r ON x.kind = 'Reflection' AND r.id = x.thing LEFT JOIN person p ON p.id = r.author_id
          UNION ALL
          SELECT 'Sheet', t.id, 'Learning', NULL, t.text, NULL, t.set_id, x.at, ''
          FROM released x JOIN sheet t ON x.kind = 'Learning' AND t.id = x.thing AND t.kind = 'Learning' AND t.state = 'Gone'
          UNION ALL
          SELECT 'Post', o.id, 'Learning', NULL, o.text, p.name, x.set_id, x.at, ''
          FROM released x JOIN post o ON x.kind = 'Post' AND o.id = x.thing AND o.kind = 'Learning' AND o.state = 'Shown'
          JOIN activity a ON a.id = o.activity_id AND a.name_mode = 'Named' AND a.reveal <> 'Never'
          JOIN participant t ON t.id = o.participant_id JOIN person p ON p.id = t.person_id
          UNION ALL
          SELECT 'Outcome', x.thing, 'Outcome', c.id, ifnull((SELECT l.text FROM outcome_slide l WHERE l.outcome_id = c.id AND l.slide = 'Learned'), ''), p.name, c.set_id, x.at,
            ifnull((SELECT b.title FROM problem b WHERE b.id = CASE WHEN c.person_id IS NULL THEN s.problem_id
              ELSE (SELECT max(o.id) FROM problem o WHERE o.owner_id = c.person_id AND o.programme_id = s.programme_id
                AND (o.sent_at IS NOT NULL OR o.state <> 'Proposed')) END), '')
          FROM released x JOIN outcome c ON x.kind = 'Outcome' AND c.id = CAST(x.thing AS INTEGER) JOIN sets s ON s.id = c.set_id
          JOIN workshop w ON w.id = c.workshop_id AND w.kind = 'Final' LEFT JOIN person p ON p.id = c.person_id
          WHERE EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = c.id AND t.tell_at IS NOT NULL))
        """;

    private const string Hit = "hit AS (SELECT t.kind, t.thing, bm25(search) AS rank FROM search JOIN search_text t ON t.id = search.rowid WHERE search MATCH @match)";

    private const string Columns =
        """
        m.word || '-' || m.thing AS Key, m.kind, m.outcome, m.text, m.who, m.at, m.title, s.position, s.name AS SetName, g.id AS ProgrammeId, g.name AS Programme
        """;

    private const string From = "FROM remembered m JOIN sets s ON s.id = m.set_id JOIN programme g ON g.id = s.programme_id";

    private const string Fits = "WHERE (@kind = '' OR m.kind = @kind) AND (@programme IS NULL OR g.id = @programme) AND (@apart IS NULL OR g.id <> @apart)";

    /// <summary>What holds the words (@match), the best first; @most rows.</summary>
    public const string ByWords =
        $"WITH {Released}, {Hit} SELECT {Columns} {From} JOIN hit ON hit.kind = m.word AND hit.thing = m.thing {Fits} ORDER BY hit.rank, m.at DESC, m.thing LIMIT @most";

    /// <summary>What was released last; @most rows.</summary>
    public const string Last = $"WITH {Released} SELECT {Columns} {From} {Fits} ORDER BY m.at DESC, m.thing LIMIT @most";

    /// <summary>How much holds the words.</summary>
    public const string CountByWords = $"WITH {Released}, {Hit} SELECT count(*) {From} JOIN hit ON hit.kind = m.word AND hit.thing = m.thing {Fits}";

    /// <summary>How much there is.</summary>
    public const string Count = $"WITH {Released} SELECT count(*) {From} {Fits}";

    /// <summary>From which programmes it is, with how much of each kind; the last one first.</summary>
    public const string Programmes =
        $"""
        WITH {Released} SELECT g.id, g.name, g.state = 'Closed' AS IsClosed, count(*) FILTER (WHERE m.kind = 'Learning') AS Learnings, count(*) FILTER (WHERE m.kind = 'Outcome') AS Outcomes
        {From} GROUP BY g.id ORDER BY g.start_date DESC, g.id DESC
        """;
}
