using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What waits for a member of a set: actions of theirs that are due, and help that somebody of the set asks for; the latter for its advisor, too.</summary>
public sealed class OwnActions : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Line>(
            """
            SELECT a.set_id, a.number, CASE WHEN a.owner_id = @person THEN a.text END AS Text, a.due, p.name AS Owner, s.position, s.name AS SetName
            FROM set_action a
            JOIN sets s ON s.id = a.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            JOIN (SELECT set_id FROM membership WHERE person_id = @person AND left_at IS NULL
                  UNION SELECT set_id FROM role_assignment WHERE person_id = @person AND role = 'Advisor') m ON m.set_id = s.id
            JOIN person p ON p.id = a.owner_id
            WHERE a.state = 'Agreed'
              AND CASE a.owner_id WHEN @person THEN a.soon_at IS NOT NULL
                  ELSE EXISTS (SELECT 1 FROM set_action_help h WHERE h.action_id = a.id AND h.asks = 1 AND h.enough_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM set_action_help h WHERE h.action_id = a.id AND h.person_id = @person) END
            ORDER BY a.due, a.id LIMIT 60
            """, new { person }).Select(Link),
    ];

    private static OwnLink Link(Line line) => new(
        $"/sets/{line.SetId}/actions/{line.Number}{(line.Text is null ? "" : "/tell")}",
        line.Text ?? $"{Called.First(line.Owner)} asks the set for help with an action", line.Text is null ? "" : "You promised it to your set.", line.SetId, ToDo: true)
    {
        By = line.Text is null ? null : line.Due,
        Verb = line.Text is null ? "Look" : "Report back",
        SetPosition = line.Position,
        SetName = line.SetName,
    };

    private sealed record Line
    {
        public long SetId { get; init; }

        public long Number { get; init; }

        public string? Text { get; init; }

        public string Due { get; init; } = "";

        public string Owner { get; init; } = "";

        public long Position { get; init; }

        public string SetName { get; init; } = "";
    }
}
