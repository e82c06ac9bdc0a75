using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>What a set agreed on when it reflected.</summary>
public sealed record FrontReflection
{
    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number of the meeting, or null.</summary>
    public long? Number { get; init; }

    /// <summary>Local day of it.</summary>
    public string Date { get; init; } = "";

    /// <summary>The last two of a set.</summary>
    public static IReadOnlyList<FrontReflection> Of(Reads reads, long set) => reads.Query<FrontReflection>(
        """
        SELECT coalesce(nullif(r.text, ''), nullif(r.happened, ''), nullif(r.otherwise, ''), nullif(r.why, ''), nullif(r.asking, ''), r.set_out) AS Text, m.number,
               ifnull(m.date, substr(r.created_at, 1, 10)) AS Date
        FROM reflection r LEFT JOIN set_meeting m ON m.id = r.meeting_id
        WHERE r.set_id = @set AND r.author_id IS NULL
        ORDER BY ifnull(m.date, substr(r.created_at, 1, 10)) DESC, r.created_at DESC LIMIT 2
        """, new { set });
}
