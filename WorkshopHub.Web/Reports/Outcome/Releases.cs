using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// What people and sets released for the whole programme or the whole organisation: the only words that may be quoted. Whoever
/// takes one back takes it out of the draft, and out of published versions too.
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
          LEFT JOIN person p ON p.id = r.author_id LEFT JOIN set_meeting m ON m.id = r.meeting_id
          WHERE h.kind = 'Reflection' AND h.audience IN ('Programme', 'Organisation') AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL
          GROUP BY r.id
          UNION ALL
          SELECT 'sheet-' || h.id, h.text, NULL, s.id, s.programme_id, ifnull('Meeting ' || m.number, ''), h.gone_at
          FROM sheet h JOIN sets s ON s.id = h.set_id LEFT JOIN set_meeting m ON m.id = h.meeting_id
          WHERE h.kind = 'Learning' AND h.state = 'Gone' AND trim(h.text) <> '')
        """;

    /// <summary>All of a programme, by set and day.</summary>
    public static IReadOnlyList<Quote> Of(Ground ground) =>
    [
        .. ground.Reads.Query<Row>(
            $"{All} SELECT Key, Text, Who, SetId, Place, At FROM released WHERE programme_id = @Id ORDER BY SetId, At, Key", new { ground.Programme.Id })
            .Select(row => new Quote(row.Key, row.Text, row.Who, ground.SetOf(row.SetId), row.Place, ground.Day(row.At))),
    ];

    /// <summary>A report without the quotes that were taken back since it was published.</summary>
    public static OutcomeReport Standing(Reads reads, OutcomeReport report)
    {
        if (report.Learned is not { Quotes.Count: > 0 } && report.Problems?.Any(story => story.Quotes.Count > 0) is not true)
        {
            return report;
        }

        var stand = reads.Query<string>($"{All} SELECT Key FROM released WHERE programme_id = @ProgrammeId", report.Head).ToHashSet(StringComparer.Ordinal);
        return report with
        {
            Learned = report.Learned is null ? null : report.Learned with { Quotes = [.. report.Learned.Quotes.Where(quote => stand.Contains(quote.Key))] },
            Problems = report.Problems is null ? null :
                [.. report.Problems.Select(story => story with { Quotes = [.. story.Quotes.Where(quote => stand.Contains(quote.Key))] })],
        };
    }

    private sealed record Row
    {
        public string Key { get; init; } = "";

        public string Text { get; init; } = "";

        public string? Who { get; init; }

        public long SetId { get; init; }

        public string Place { get; init; } = "";

        public string At { get; init; } = "";
    }
}
