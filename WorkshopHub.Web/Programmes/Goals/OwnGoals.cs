using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>What waits of goals: to answer a peer, and to say how far one is where a workshop has come. Never a word of it.</summary>
public sealed class OwnGoals(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT 'Peer' AS Kind, f.id, a.name, '' AS Words, 0 AS SetId
            FROM peer_feedback f
            JOIN membership m ON m.id = f.membership_id
            JOIN person a ON a.id = m.person_id
            WHERE f.peer_id = @person AND f.state = 'Asked'
            UNION ALL
            SELECT 'Rate', m.id, g.name, w.kind, s.id
            FROM membership m
            JOIN sets s ON s.id = m.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state IN ('Running', 'Reporting')
            JOIN developmental_goal d ON d.membership_id = m.id AND d.ended_at IS NULL
            JOIN workshop w ON w.id = (SELECT x.id FROM workshop x WHERE x.programme_id = g.id AND x.kind IN ('KickOff', 'MidTerm', 'Final') AND x.date <= @today
              ORDER BY x.date DESC, x.id DESC LIMIT 1)
            WHERE m.person_id = @person AND m.left_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM self_rating r WHERE r.membership_id = m.id AND r.moment = w.kind)
            ORDER BY 1, 2
            """,
            new { person, today = LocalDay.Text(LocalDay.Today(reads, time.GetUtcNow())) }).Select(row => row.Kind == "Peer"
                ? new OwnLink(string.Create(CultureInfo.InvariantCulture, $"/feedback/{row.Id}"), $"{Called.First(row.Name)} asks you what you notice", "Only the two of you read it", 0, ToDo: true) { Verb = "Answer" }
                : new OwnLink(
                    string.Create(CultureInfo.InvariantCulture, $"/memberships/{row.Id}/goal"), $"Say how far you are with your goal: {Moments.WordsOf(row.Words).ToLowerInvariant()}", row.Name, row.SetId, ToDo: true)
                { Verb = "Say it", As = Role.Member }),
    ];

    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Words { get; init; } = "";

        public long SetId { get; init; }
    }
}
