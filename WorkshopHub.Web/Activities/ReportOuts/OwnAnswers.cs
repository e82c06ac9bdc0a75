using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// Reports of a final that were presented and wait for an answer: a set's for the sponsor, a member's for the supervisor; where
/// members report each for themselves, also the set as a whole for the sponsor. They wait until the programme is in the archive.
/// </summary>
public sealed class OwnAnswers : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT o.id, s.position, s.name AS SetName, p.name AS Member, w.title, o.asked_by AS "By"
            FROM outcome o
            JOIN workshop w ON w.id = o.workshop_id AND w.kind = 'Final'
            JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL
            JOIN sets s ON s.id = o.set_id
            LEFT JOIN person p ON p.id = o.person_id
            WHERE NOT EXISTS (SELECT 1 FROM outcome_answer a WHERE a.outcome_id = o.id)
              AND CASE WHEN o.person_id IS NULL
                THEN EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role = 'Sponsor')
                ELSE EXISTS (SELECT 1 FROM membership m
                  WHERE m.set_id = o.set_id AND m.person_id = o.person_id AND m.left_at IS NULL AND m.supervisor_id = @person) END
              AND EXISTS (SELECT 1 FROM report_turn t JOIN outcome x ON x.id = t.outcome_id
                WHERE t.tell_at IS NOT NULL AND x.workshop_id = o.workshop_id AND x.set_id = o.set_id AND (x.id = o.id OR o.person_id IS NULL))
            ORDER BY o.asked_by IS NULL, o.asked_by, s.position, p.name COLLATE NAMES
            """,
            new { person }).Select(row => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/answers/{row.Id}"),
                $"Answer the report of {row.Member ?? row.SetName}", row.Title, 0, ToDo: true)
            {
                By = row.By,
                As = row.Member is null ? Role.Sponsor : Role.Supervisor,
                Verb = "Answer",
                SetPosition = row.Position,
                SetName = row.SetName,
            }),
    ];

    private sealed record Row
    {
        public long Id { get; init; }

        public long Position { get; init; }

        public string SetName { get; init; } = "";

        public string? Member { get; init; }

        public string Title { get; init; } = "";

        public string? By { get; init; }
    }
}
