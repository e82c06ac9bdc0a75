using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>The sets of a room, with how many of each are here now: who has joined and is gone leaves the seat empty.</summary>
internal static class SetsHere
{
    /// <summary>The sets, in their order.</summary>
    public static IReadOnlyList<StageSet> Of(Reads reads, Presence presence, long workshop)
    {
        var known = presence.Of(workshop);
        var here = reads.Query<Joined>(
            """
            SELECT m.set_id, j.id AS ParticipantId, max(d.created_at) AS At
            FROM membership m
            JOIN participant j ON j.person_id = m.person_id AND j.workshop_id = @workshop
            JOIN device d ON d.participant_id = j.id AND d.revoked_at IS NULL
            WHERE m.left_at IS NULL
            GROUP BY m.set_id, j.id
            """,
            new { workshop }).Where(who => known.IsHere(who.ParticipantId, Utc.Parse(who.At)))
            .CountBy(who => who.SetId).ToDictionary(set => set.Key, set => (long)set.Value);
        return [.. reads.Query<StageSet>(
            """
            SELECT s.id AS Id, s.position AS Position, s.name AS Name,
                   (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) AS People
            FROM sets s
            JOIN workshop w ON w.programme_id = s.programme_id
            WHERE w.id = @workshop
            ORDER BY s.position
            """,
            new { workshop }).Select(set => set with { Here = here.GetValueOrDefault(set.Id) })];
    }

    private sealed record Joined
    {
        public long SetId { get; init; }

        public long ParticipantId { get; init; }

        public string At { get; init; } = "";
    }
}
