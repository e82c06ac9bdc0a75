using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>A progress note that has left the room: this is what others monitor; they don't read meetings.</summary>
public sealed record ProgressNote
{
    /// <summary>The sheet.</summary>
    public string Id { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Study, Develop or Implement; null where every member has a problem of their own.</summary>
    public string? Phase { get; init; }

    /// <summary>OnTrack, Slow or Stuck, as the set sees itself.</summary>
    public string Light { get; init; } = "";

    /// <summary>In the set's words.</summary>
    public string Text { get; init; } = "";

    /// <summary>What help the set would like; may be empty.</summary>
    public string HelpWanted { get; init; } = "";

    /// <summary>When it left (UTC).</summary>
    public string GoneAt { get; init; } = "";

    /// <summary>The number of the meeting, or null.</summary>
    public long? Number { get; init; }

    /// <summary>The notes of sets that stand, the newest first.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="sets">Ids of sets, as JSON.</param>
    public static ILookup<long, ProgressNote> Of(Reads reads, string sets) => reads.Query<ProgressNote>(
        """
        SELECT h.id, h.set_id, h.phase, h.light, h.text, h.help_wanted, h.gone_at, m.number
        FROM sheet h LEFT JOIN set_meeting m ON m.id = h.meeting_id
        WHERE h.kind = 'Progress' AND h.state = 'Gone' AND h.set_id IN (SELECT value FROM json_each(@sets))
        ORDER BY h.gone_at DESC, h.id
        """,
        new { sets }).ToLookup(note => note.SetId);
}

/// <summary>The light that a set gives itself: always an icon and a word.</summary>
/// <param name="Key">OnTrack, Slow or Stuck.</param>
/// <param name="Word">As people say it.</param>
/// <param name="Css">Its class.</param>
/// <param name="Icon">Its drawing.</param>
public sealed record Light(string Key, string Word, string Css, string Icon)
{
    /// <summary>All three, the best first.</summary>
    public static IReadOnlyList<Light> All { get; } =
    [
        new("OnTrack", "On track", "on", "i-check"), new("Slow", "Slow", "slow", "i-clock"), new("Stuck", "Stuck", "stuck", "i-alert"),
    ];

    /// <summary>One by its key; null where there is none.</summary>
    public static Light? Of(string? key) => All.FirstOrDefault(one => one.Key == key);
}
