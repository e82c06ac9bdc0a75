using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>What a member wants to get better at as a person. Read by its owner, the supervisor and the set's advisor, and by the set where its owner shares it.</summary>
public sealed record GoalRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The membership that it belongs to.</summary>
    public long MembershipId { get; init; }

    /// <summary>The goal.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why now.</summary>
    public string WhyNow { get; init; } = "";

    /// <summary>How others will notice.</summary>
    public string HowNoticed { get; init; } = "";

    /// <summary>When the supervisor agreed (UTC), or null: not yet agreed.</summary>
    public string? AgreedAt { get; init; }

    /// <summary>Whether its owner shares it with the set.</summary>
    public bool Shared { get; init; }

    /// <summary>Whether the supervisor reads it: one who came later does once its owner shows it.</summary>
    public bool ToSupervisor { get; init; }

    /// <summary>Whose it is.</summary>
    public string Name { get; init; } = "";

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When its words were last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>What the members of a set share with each other.</summary>
    public static IReadOnlyList<GoalRow> SharedIn(Reads reads, long set) => reads.Query<GoalRow>(
        """
        SELECT g.id, g.membership_id, g.text, g.why_now, g.how_noticed, g.agreed_at, g.shared, g.version, p.name
        FROM developmental_goal g JOIN membership m ON m.id = g.membership_id JOIN person p ON p.id = m.person_id
        WHERE m.set_id = @set AND m.left_at IS NULL AND g.ended_at IS NULL AND g.shared = 1
        ORDER BY p.name COLLATE NAMES
        """,
        new { set });

    /// <summary>The active goal of a membership, or null.</summary>
    public static GoalRow? Of(Reads reads, long membership) => reads.First<GoalRow>(
        """
        SELECT id, membership_id, text, why_now, how_noticed, agreed_at, shared, to_supervisor, version, changed_at
        FROM developmental_goal
        WHERE membership_id = @membership AND ended_at IS NULL
        """,
        new { membership });
}

/// <summary>How far a member says to be with the goal, at one of the three workshops.</summary>
public sealed record RatingRow
{
    /// <summary>The membership.</summary>
    public long MembershipId { get; init; }

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Moment { get; init; } = "";

    /// <summary>1 (not at all) to 5 (fully).</summary>
    public long Value { get; init; }

    /// <summary>The member's own words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the member shares it with the supervisor.</summary>
    public bool Shared { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>All ratings of a membership, in the order of the workshops.</summary>
    public static IReadOnlyList<RatingRow> Of(Reads reads, long membership) => reads.Query<RatingRow>(
        """
        SELECT membership_id, moment, value, note, shared, version
        FROM self_rating
        WHERE membership_id = @membership
        ORDER BY CASE moment WHEN 'KickOff' THEN 1 WHEN 'MidTerm' THEN 2 ELSE 3 END
        """,
        new { membership });
}

/// <summary>What a supervisor noticed; for the member and its writer only.</summary>
public sealed record NoticedRow
{
    /// <summary>The membership.</summary>
    public long MembershipId { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who wrote it.</summary>
    public string Writer { get; init; } = "";

    /// <summary>Who wrote it.</summary>
    public long WriterId { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>What was noticed of a member.</summary>
    public static IReadOnlyList<NoticedRow> Of(Reads reads, long membership) => reads.Query<NoticedRow>(
        """
        SELECT n.membership_id, n.text, p.name AS Writer, n.writer_id, n.version
        FROM noticed n JOIN person p ON p.id = n.writer_id
        WHERE n.membership_id = @membership
        ORDER BY n.at
        """,
        new { membership });
}

/// <summary>That somebody talked with a member in the supervisor's place.</summary>
public sealed record GoalTalk
{
    /// <summary>Who talked with the member.</summary>
    public string With { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The talk of a membership at one of the three workshops, or null.</summary>
    public static GoalTalk? Of(Reads reads, long membership, string moment) => reads.First<GoalTalk>(
        """
        SELECT p.name AS "With", t.at FROM goal_talk t JOIN person p ON p.id = t.by
        WHERE t.membership_id = @membership AND t.moment = @moment
        """,
        new { membership, moment });
}
