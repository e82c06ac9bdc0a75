namespace WorkshopHub.Web.Reports.Editor;

/// <summary>What may be asked for: named learnings of workshops, and reflections that were shown to the programme and to nobody beyond it.</summary>
internal static class QuoteAskedSql
{
    /// <summary>All of it as rows of <see cref="QuoteAsked"/>, named asked.</summary>
    public const string All =
        """
        WITH asked AS (
          SELECT o.id AS Id, o.text AS Text, p.id AS AuthorId, p.name AS Author, NULL AS SetId, g.id AS ProgrammeId, g.name AS Programme,
            g.archived_at IS NOT NULL AS IsArchived, w.title AS Place, w.state = 'Held' AS MayAsk,
            (SELECT count(*) FROM heart h WHERE h.post_id = o.id) AS Hearts, k.name AS AskedBy, q.asked_at AS AskedAt, q.says AS Says, NULL AS SaidBy, NULL AS SecondBy,
            EXISTS (SELECT 1 FROM share x WHERE x.kind = 'Post' AND x.thing_id = o.id AND x.audience = 'Organisation' AND x.shared_at IS NOT NULL AND x.withdrawn_at IS NULL) AS IsShown
          FROM post o
          JOIN activity a ON a.id = o.activity_id AND a.name_mode = 'Named' AND a.reveal <> 'Never'
          JOIN workshop w ON w.id = a.workshop_id
          JOIN programme g ON g.id = w.programme_id
          JOIN participant t ON t.id = o.participant_id
          JOIN person p ON p.id = t.person_id
          LEFT JOIN quote_asked q ON q.post_id = o.id
          LEFT JOIN person k ON k.id = q.asked_by
          WHERE o.kind = 'Learning' AND o.state = 'Shown'
          UNION ALL
          SELECT r.id, trim(r.set_out || char(10) || r.happened || char(10) || r.why || char(10) || r.otherwise || char(10) || r.asking || char(10) || r.text, char(10)),
            r.author_id, ifnull(p.name, s.name), s.id, g.id, g.name, g.archived_at IS NOT NULL, ifnull('Meeting ' || m.number, 'Journal'), 1,
            0, k.name, q.asked_at, q.says, q.said_by, q.second_by,
            EXISTS (SELECT 1 FROM share x WHERE x.kind = 'Reflection' AND x.thing_id = r.id AND x.audience = 'Organisation' AND x.shared_at IS NOT NULL AND x.withdrawn_at IS NULL)
          FROM share h
          JOIN reflection r ON r.id = h.thing_id
          JOIN sets s ON s.id = r.set_id
          JOIN programme g ON g.id = s.programme_id
          LEFT JOIN set_meeting m ON m.id = r.meeting_id
          LEFT JOIN person p ON p.id = r.author_id
          LEFT JOIN reflection_asked q ON q.reflection_id = r.id
          LEFT JOIN person k ON k.id = q.asked_by
          WHERE h.kind = 'Reflection' AND h.audience = 'Programme' AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL)
        """;

    /// <summary>It has every yes that it needs.</summary>
    public const string IsGiven = "(Says IS 'Yes' AND (AuthorId IS NOT NULL OR SecondBy IS NOT NULL))";
}
