using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What waits for a second yes, for everybody of the set but the one who wrote it, and for its advisor.</summary>
public sealed class OwnYeses : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            WITH mine AS (
              SELECT m.set_id, 0 AS advises FROM membership m WHERE m.person_id = @person AND m.left_at IS NULL
              UNION
              SELECT r.set_id, 1 FROM role_assignment r WHERE r.person_id = @person AND r.role = 'Advisor' AND r.set_id IS NOT NULL)
            SELECT 'sheet' AS What, h.kind, p.name AS Who, t.number, s.id AS SetId, s.position, s.name AS SetName, mine.advises, h.written_at AS At
            FROM sheet h JOIN mine ON mine.set_id = h.set_id JOIN sets s ON s.id = h.set_id
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            JOIN person p ON p.id = h.written_by LEFT JOIN set_meeting t ON t.id = h.meeting_id
            WHERE h.state = 'Proposed' AND h.written_by <> @person
            UNION ALL
            SELECT 'share', h.kind, p.name, NULL, s.id, s.position, s.name, mine.advises, h.asked_at
            FROM share h JOIN mine ON mine.set_id = h.set_id JOIN sets s ON s.id = h.set_id
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            JOIN person p ON p.id = h.asked_by
            WHERE h.owner_id IS NULL AND h.shared_at IS NULL AND h.withdrawn_at IS NULL AND h.asked_by <> @person
            ORDER BY At
            """, new { person }).Select(row => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/sets/{row.SetId}{(row.Number is { } number ? $"/meetings/{number}/leaves" : "/shared")}"),
                $"A second yes: {(row.What == "sheet" ? Sheet.WordOf(row.Kind).ToLowerInvariant() : $"a shared {SharedPage.WordOf(row.Kind)}")}",
                $"{row.Who} wrote it. Nothing leaves before.", 0, ToDo: true)
            {
                As = row.Advises ? Role.Advisor : null,
                Verb = "Read it",
                SetPosition = row.Position,
                SetName = row.SetName,
            }),
    ];

    private sealed record Row
    {
        public string What { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Who { get; init; } = "";

        public long? Number { get; init; }

        public long SetId { get; init; }

        public long Position { get; init; }

        public string SetName { get; init; } = "";

        public bool Advises { get; init; }
    }
}
