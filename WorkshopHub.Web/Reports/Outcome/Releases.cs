using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// What people and sets released for whoever reads a report: the only words that may be quoted. Whoever takes one back takes it out
/// of the draft, and out of published versions too. A named word of a workshop is among them where its author has shown it to the
/// organisation, or said yes when they were asked for it; so is a reflection, which supervisors and clients don't read where it was
/// shown to the programme alone. A no that was said stands over both.
/// </summary>
internal static class Releases
{
    private const string All =
        """
        WITH released AS (
          SELECT 'reflection-' || r.id AS Key,
            trim(r.set_out || char(10) || r.happened || char(10) || r.why || char(10) || r.otherwise || char(10) || r.asking || char(10) || r.text, char(10)) AS Text,
            p.name AS Who, s.id AS SetId, s.programme_id, ifnull('Meeting ' || m.number, '') AS Place, max(h.shared_at) AS At
          FROM share h JOIN reflection r ON r.id = h.thing_id JOIN sets s ON s.id = r.set_id
          LEFT JOIN person p ON p.id = r.author_id LEFT JOIN set_meeting m ON m.id = r.meeting_id LEFT JOIN reflection_asked q ON q.reflection_id = r.id
          WHERE h.kind = 'Reflection' AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL AND q.says IS NOT 'No'
            AND (h.audience = 'Organisation' OR (h.audience = 'Programme' AND q.says = 'Yes' AND (r.author_id IS NOT NULL OR q.second_by IS NOT NULL)))
          GROUP BY r.id
          UNION ALL
          SELECT 'sheet-' || h.id, h.text, NULL, s.id, s.programme_id, ifnull('Meeting ' || m.number, ''), h.gone_at
          FROM sheet h JOIN sets s ON s.id = h.set_id LEFT JOIN set_meeting m ON m.id = h.meeting_id
          WHERE h.kind = 'Learning' AND h.state = 'Gone' AND trim(h.text) <> ''
          UNION ALL
          SELECT 'post-' || o.id, o.text, p.name, ifnull(o.set_id, (
              SELECT min(m.set_id) FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = w.programme_id AND m.person_id = p.id)),
            w.programme_id, w.title, max(ifnull(q.said_at, h.shared_at))
          FROM post o
          JOIN activity a ON a.id = o.activity_id AND a.name_mode = 'Named' AND a.reveal <> 'Never'
          JOIN workshop w ON w.id = a.workshop_id
          JOIN participant t ON t.id = o.participant_id JOIN person p ON p.id = t.person_id
          LEFT JOIN quote_asked q ON q.post_id = o.id AND q.says = 'Yes'
          LEFT JOIN share h ON h.kind = 'Post' AND h.thing_id = o.id AND h.audience = 'Organisation' AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL
          WHERE o.kind = 'Learning' AND o.state = 'Shown' AND (q.post_id IS NOT NULL OR h.id IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM quote_asked n WHERE n.post_id = o.id AND n.says = 'No')
          GROUP BY o.id)
        """;

    /// <summary>All of a programme, by set and day.</summary>
    public static IReadOnlyList<Quote> Of(Ground ground) =>
    [
        .. ground.Reads.Query<Row>(
            $"{All} SELECT Key, Text, Who, SetId, Place, At FROM released WHERE programme_id = @Id ORDER BY SetId, At, Key", new { ground.Programme.Id })
            .Select(row => new Quote(row.Key, row.Text, row.Who, ground.SetOf(row.SetId), row.Place, ground.Day(row.At))),
    ];

    /// <summary>What is released of a programme now: the words by their key.</summary>
    public static IReadOnlyDictionary<string, string> Standing(Reads reads, long programme) => reads.Query<(string Key, string Text)>(
        $"{All} SELECT Key, Text FROM released WHERE programme_id = @programme", new { programme }).ToDictionary(row => row.Key, row => row.Text, StringComparer.Ordinal);

    private sealed record Row
    {
        public string Key { get; init; } = "";

        public string Text { get; init; } = "";

        public string? Who { get; init; }

        public long? SetId { get; init; }

        public string Place { get; init; } = "";

        public string At { get; init; } = "";
    }
}
