using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>A question that an action came from: "solutions derived from the insightful questions of their colleagues".</summary>
public sealed record CameFrom
{
    /// <summary>The action.</summary>
    public long ActionId { get; init; }

    /// <summary>The question.</summary>
    public string Id { get; init; } = "";

    /// <summary>What was asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string Asker { get; init; } = "";

    /// <summary>The presenter marked it: this one moved me.</summary>
    public bool Moved { get; init; }

    /// <summary>The questions behind the actions of a set, by action, in the order in which they were asked.</summary>
    public static ILookup<long, CameFrom> OfSet(Reads reads, long set) => reads.Query<CameFrom>(
        """
        SELECT k.action_id, q.id, q.text, p.name AS Asker, q.ticked_at IS NOT NULL AS Moved
        FROM set_action_question k
        JOIN set_action a ON a.id = k.action_id
        JOIN airtime_question q ON q.id = k.question_id
        JOIN person p ON p.id = q.asker_id
        WHERE a.set_id = @set AND q.state = 'Noted'
        ORDER BY k.action_id, q.at, q.id
        """, new { set }).ToLookup(from => from.ActionId);
}
