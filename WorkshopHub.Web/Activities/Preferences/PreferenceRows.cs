using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>A rank that somebody gave.</summary>
public sealed record RankRow
{
    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's set now, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>Which problem.</summary>
    public long ProblemId { get; init; }

    /// <summary>1 is the strongest stake.</summary>
    public long Rank { get; init; }

    /// <summary>The stake in one sentence; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>The name before the first blank.</summary>
    public string First => Called.First(Name);

    /// <summary>All ranks of an activity, by name.</summary>
    public static IReadOnlyList<RankRow> Of(Reads reads, Activity activity) => CountedRanks.Of(reads, activity.Id) ?? reads.Query<RankRow>("""
        SELECT r.person_id, p.name, r.problem_id, r.rank, r.why,
               (SELECT m.set_id FROM membership m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
                WHERE w.id = @WorkshopId AND m.person_id = r.person_id AND m.left_at IS NULL ORDER BY m.id DESC LIMIT 1) AS SetId
        FROM preference_rank r JOIN person p ON p.id = r.person_id
        WHERE r.activity_id = @Id
        ORDER BY p.name COLLATE NAMES, r.person_id, r.rank
        """, activity);

    /// <summary>One person's ranks, the strongest first.</summary>
    public static IReadOnlyList<RankRow> By(Reads reads, long activity, long person) => reads.Query<RankRow>("""
        SELECT r.person_id, p.name, r.problem_id, r.rank, r.why FROM preference_rank r JOIN person p ON p.id = r.person_id
        WHERE r.activity_id = @activity AND r.person_id = @person ORDER BY r.rank
        """, new { activity, person });

    /// <summary>How many people have ranked.</summary>
    public static long Count(Reads reads, long activity) => reads.First<long>(
        """
        SELECT (SELECT count(DISTINCT person_id) FROM preference_rank WHERE activity_id = @activity)
             + (SELECT ifnull(sum(people), 0) FROM preference_count WHERE activity_id = @activity AND rank = 1)
        """, new { activity });
}

/// <summary>What one phone confirmed for its set.</summary>
public sealed record WishRow
{
    /// <summary>Whose phone.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The problem.</summary>
    public long ProblemId { get; init; }

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>All of an activity, the oldest first.</summary>
    public static IReadOnlyList<WishRow> Of(Reads reads, long activity) => reads.Query<WishRow>("""
        SELECT w.participant_id, j.name, w.set_id, w.problem_id, w.at
        FROM preference_wish w JOIN participant j ON j.id = w.participant_id
        WHERE w.activity_id = @activity ORDER BY w.at, w.participant_id
        """, new { activity });
}

/// <summary>Sets that wish the same and talk about it.</summary>
public sealed record TalkRow
{
    /// <summary>The problem.</summary>
    public long ProblemId { get; init; }

    /// <summary>The sets, as JSON.</summary>
    public string Sets { get; init; } = "[]";

    /// <summary>When the talk ends (UTC).</summary>
    public string EndsAt { get; init; } = "";

    /// <summary>When they were asked again (UTC), or null.</summary>
    public string? AskedAt { get; init; }

    /// <summary>The sets.</summary>
    public IReadOnlyList<long> SetIds => System.Text.Json.JsonSerializer.Deserialize<long[]>(Sets)!;

    /// <summary>Its clock.</summary>
    public TimerView Timer => new(Utc.Parse(EndsAt).ToUnixTimeMilliseconds(), 0);

    /// <summary>All of an activity.</summary>
    public static IReadOnlyList<TalkRow> Of(Reads reads, long activity) => reads.Query<TalkRow>(
        "SELECT problem_id, sets, ends_at, asked_at FROM preference_talk WHERE activity_id = @activity", new { activity });
}

/// <summary>What the closing of the choice gave a set.</summary>
public sealed record ChoiceRow
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The problem.</summary>
    public long ProblemId { get; init; }

    /// <summary>Wish, MeanRank or Sponsor: the rule that gave it.</summary>
    public string How { get; init; } = "";

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>All of an activity.</summary>
    public static IReadOnlyList<ChoiceRow> Of(Reads reads, long activity) => reads.Query<ChoiceRow>(
        "SELECT set_id, problem_id, how, reason, at FROM preference_choice WHERE activity_id = @activity", new { activity });
}
