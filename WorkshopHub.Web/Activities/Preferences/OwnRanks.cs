using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>
/// Where interest comes first, the sets are proposed by what members ranked: so it waits for each member who has not, until the day of
/// the workshop that has the ranking. Where the sets come first they rank there, and only may do it before.
/// </summary>
public sealed class OwnRanks : IOwnLinks
{
    /// <summary>The ranking of a programme: the first that one of its workshops has; null where none has.</summary>
    public static long? ActivityOf(Reads reads, long programme) => reads.First<long?>(
        """
        SELECT a.id FROM activity a JOIN workshop w ON w.id = a.workshop_id
        WHERE w.programme_id = @programme AND a.kind = 'preference' ORDER BY w.kind <> 'KickOff', a.id LIMIT 1
        """, new { programme });

    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT g.id, g.name, w.date
            FROM membership m
            JOIN sets s ON s.id = m.set_id AND s.problem_id IS NULL
            JOIN programme g ON g.id = s.programme_id AND g.formation = 'InterestFirst' AND g.format = 'CommonProblem'
              AND g.state IN ('Recruiting', 'Ready', 'Running')
            JOIN activity a ON a.state = 'Draft' AND a.id = (
              SELECT b.id FROM activity b JOIN workshop x ON x.id = b.workshop_id
              WHERE x.programme_id = g.id AND b.kind = 'preference' ORDER BY x.kind <> 'KickOff', b.id LIMIT 1)
            JOIN workshop w ON w.id = a.workshop_id
            WHERE m.person_id = @person AND m.left_at IS NULL
              AND EXISTS (SELECT 1 FROM problem p WHERE p.programme_id = g.id AND p.owner_id IS NULL AND p.state = 'Offered')
              AND NOT EXISTS (SELECT 1 FROM preference_rank r WHERE r.activity_id = a.id AND r.person_id = m.person_id)
            ORDER BY g.id
            """, new { person }).Select(row => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/programmes/{row.Id}/rank"), "Rank the problems by your own stake in them",
                $"{row.Name}. The sets are made so that people meet over what they have a stake in.", 0, ToDo: true)
            {
                By = row.Date,
                As = Role.Member,
                Verb = "Rank them",
            }),
    ];

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string? Date { get; init; }
    }
}
