using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>Somebody of the programme whom others may know.</summary>
public sealed record KnownPerson
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their set.</summary>
    public long SetId { get; init; }

    /// <summary>The set's place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>The set's name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>Their part of the organisation, or null.</summary>
    public long? UnitId { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>What stands under the name, and what the list can be narrowed to.</summary>
    public string From => Unit ?? SetName;

    /// <summary>Whether a pair counts: of different units; where a unit is not known, of different sets.</summary>
    public bool IsElsewhere(KnownPerson other) =>
        PersonId != other.PersonId && (UnitId is { } unit && other.UnitId is { } otherUnit ? unit != otherUnit : SetId != other.SetId);

    /// <summary>Members of a workshop's programme, with those who have left since they answered one of the activities.</summary>
    public static IReadOnlyList<KnownPerson> Of(Reads reads, Activity activity, long? earlier = null)
    {
        var advisors = ConnectionsSettings.Parse(activity.Settings).Advisors;
        return reads.Once($"net-people-{activity.Id}-{earlier}", () => reads.Query<KnownPerson>(
            """
            WITH listed AS (
              SELECT m.person_id, m.set_id, m.id AS place FROM membership m
              WHERE m.left_at IS NULL
                 OR EXISTS (SELECT 1 FROM connection c WHERE c.activity_id IN (@Id, @earlier) AND c.from_id = m.person_id)
              UNION ALL
              SELECT r.person_id, r.set_id, 1000000000 + r.id FROM role_assignment r
              WHERE @advisors AND r.role = 'Advisor' AND r.set_id IS NOT NULL
            ), once AS (
              SELECT l.person_id, l.set_id, row_number() OVER (PARTITION BY l.person_id ORDER BY l.place) AS nth
              FROM listed l JOIN sets s ON s.id = l.set_id JOIN workshop w ON w.programme_id = s.programme_id
              WHERE w.id = @WorkshopId
            )
            SELECT p.id AS PersonId, p.name, s.id AS SetId, s.position, s.name AS SetName, p.org_unit_id AS UnitId, u.name AS Unit
            FROM once o
            JOIN person p ON p.id = o.person_id
            JOIN sets s ON s.id = o.set_id
            LEFT JOIN org_unit u ON u.id = p.org_unit_id
            WHERE o.nth = 1
            ORDER BY ifnull(u.name, s.name) COLLATE NAMES, p.name COLLATE NAMES, p.id
            """,
            new { activity.Id, earlier, activity.WorkshopId, advisors }));
    }
}

/// <summary>How well one person knows another.</summary>
public sealed record Tie
{
    /// <summary>Who says so.</summary>
    public long FromId { get; init; }

    /// <summary>About whom.</summary>
    public long ToId { get; init; }

    /// <summary>1 knows the name, 2 has talked with, 3 would ring for help.</summary>
    public long Strength { get; init; }

    /// <summary>All of an activity, in no telling order.</summary>
    public static IReadOnlyList<Tie> Of(Reads reads, long activity) => reads.Once($"net-ties-{activity}", () => reads.Query<Tie>(
        "SELECT from_id, to_id, strength FROM connection WHERE activity_id = @activity ORDER BY from_id, to_id", new { activity }));

    /// <summary>One person's own.</summary>
    public static IReadOnlyDictionary<long, long> By(Reads reads, long activity, long person) => reads.Query<Tie>(
        "SELECT from_id, to_id, strength FROM connection WHERE activity_id = @activity AND from_id = @person",
        new { activity, person }).ToDictionary(tie => tie.ToId, tie => tie.Strength);

    /// <summary>Who has answered an activity.</summary>
    public static IReadOnlyList<long> Answered(Reads reads, long activity) => reads.Query<long>(
        """
        SELECT j.person_id FROM answered a JOIN participant j ON j.id = a.participant_id
        WHERE a.activity_id = @activity AND j.person_id IS NOT NULL
        UNION
        SELECT from_id FROM connection WHERE activity_id = @activity
        """,
        new { activity });
}
