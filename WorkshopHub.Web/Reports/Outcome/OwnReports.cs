using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>On one's own page: the report of a programme that one has a part in, as it was published last; for the sponsor its draft from the final on.</summary>
public sealed class OwnReports : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT g.id, g.name, ifnull((SELECT max(v.number) FROM report_version v WHERE v.programme_id = g.id), 0) AS Number,
              EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role = 'Sponsor') AS IsSponsor
            FROM programme g
            WHERE (EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person)
                OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                  WHERE s.programme_id = g.id AND m.left_at IS NULL AND @person IN (m.person_id, m.supervisor_id)))
              AND (EXISTS (SELECT 1 FROM report_version v WHERE v.programme_id = g.id)
                OR EXISTS (SELECT 1 FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'Final' AND w.state IN ('Live', 'Held')))
            ORDER BY g.id DESC
            """, new { person }).Where(row => row.Number > 0 || row.IsSponsor).Select(row => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/programmes/{row.Id}/report{(row.Number > 0 ? $"/{row.Number}" : "")}"),
                $"The outcome report of {row.Name}", row.Number > 0 ? $"Version {row.Number}" : "A draft, as of now", 0, ToDo: false) { Verb = "Read" }),
    ];

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public long Number { get; init; }

        public bool IsSponsor { get; init; }
    }
}
