using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>How many of those who are here and take part have answered. It says nothing of what they answered.</summary>
/// <param name="Sets">By set, in the sets' order; the last row may be everybody without one.</param>
public sealed record Turnout(IReadOnlyList<TurnoutRow> Sets)
{
    /// <summary>People who are here and take part.</summary>
    public long Here => Sets.Sum(set => set.Here);

    /// <summary>Those of them who have answered.</summary>
    public long Answered => Sets.Sum(set => set.Answered);

    /// <summary>The turnout of an activity in the room where it runs.</summary>
    public static Turnout Of(Reads reads, Activity activity) => reads.Once($"turnout-{activity.Id}", () => new Turnout(
        reads.Query<TurnoutRow>(
            """
            SELECT p.set_id, s.position, ifnull(s.name, 'Without a set') AS Name, count(*) AS Here,
                   count(a.participant_id) AS Answered
            FROM participant p
            LEFT JOIN sets s ON s.id = p.set_id
            LEFT JOIN answered a ON a.activity_id = @Id AND a.participant_id = p.id
            WHERE p.workshop_id = @RoomId
              AND (@Audience = '[]' OR p.role IN (SELECT value FROM json_each(@Audience)))
              AND (a.participant_id IS NOT NULL
                   OR EXISTS (SELECT 1 FROM device d WHERE d.participant_id = p.id AND d.revoked_at IS NULL))
            GROUP BY p.set_id
            ORDER BY s.position IS NULL, s.position
            """,
            activity)));
}

/// <summary>The turnout of one set.</summary>
public sealed record TurnoutRow
{
    /// <summary>The set; null for people without one.</summary>
    public long? SetId { get; init; }

    /// <summary>Its place in the programme, from which its mark follows; null for people without a set.</summary>
    public long? Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>People of it who are here and take part.</summary>
    public long Here { get; init; }

    /// <summary>Those of them who have answered.</summary>
    public long Answered { get; init; }
}
