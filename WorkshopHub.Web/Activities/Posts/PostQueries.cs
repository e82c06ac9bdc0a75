using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Reading posts.</summary>
public static class PostQueries
{
    /// <summary>How many a feed shows: the newest.</summary>
    public const int FeedSize = 50;

    private const string Card =
        """
        SELECT p.id, p.activity_id, a.workshop_id, p.kind, p.text, n.name, p.participant_id, p.set_id,
               s.name AS SetName, s.position AS SetPosition, p.sort_key,
               (SELECT count(*) FROM heart h WHERE h.post_id = p.id) AS Hearts,
               p.state, p.hidden_reason, p.edit_asked, p.on_wall, p.version, p.posted_at, p.answered AS IsAnswered,
               p.secret_hash IS NOT NULL AS IsHeld, p.problem_id, o.title AS Problem,
               ifnull(json_array_length(a.settings, '$.Readers'), 0) > 0 AS IsReadAlong,
               a.name_mode, a.reveal, a.revealed_at, a.state AS ActivityState,
               EXISTS (SELECT 1 FROM screen c
                       WHERE c.workshop_id = a.workshop_id AND c.unpaired_at IS NULL AND c.table_set IS NULL) AS HasWall,
               iif(json_extract(a.settings, '$.ByProblem'), EXISTS (
                 SELECT 1 FROM problem q JOIN workshop w ON w.programme_id = q.programme_id
                 WHERE w.id = a.workshop_id AND q.owner_id IS NULL AND q.state NOT IN ('Proposed', 'Stopped')), 0) AS ByProblem
        FROM post p
        JOIN activity a ON a.id = p.activity_id
        LEFT JOIN participant n ON n.id = p.participant_id
        LEFT JOIN sets s ON s.id = p.set_id
        LEFT JOIN problem o ON o.id = p.problem_id
        """;

    // The column stands in the text: by a value it could not be told which index holds the answer.
    private const string CountsOf = "SELECT set_id AS Of, count(*) AS Posts FROM post WHERE activity_id = @activity AND state = 'Shown' GROUP BY set_id";

    private const string NewestOf =
        """
         WHERE p.id IN (
          SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY set_id ORDER BY sort_key DESC) AS place
            FROM post
            WHERE activity_id = @Id AND state = 'Shown')
          WHERE place <= @perSet)
        ORDER BY p.sort_key DESC
        """;

    /// <summary>One post, or null.</summary>
    public static PostCard? One(Reads reads, string id) => reads.Once(
        (typeof(PostCard), id),
        () => WithTimes(reads, reads.Query<PostCard>(Card + " WHERE p.id = @id", new { id })).SingleOrDefault());

    /// <summary>Whether there is such a post.</summary>
    public static bool Exists(Reads reads, string id) =>
        reads.First<long?>("SELECT 1 FROM post WHERE id = @id", new { id }) is not null;

    /// <summary>Whether the room may read what was written: it is revealed, and nothing was promised to stay with its author.</summary>
    public static bool MayBeRead(Activity activity) => activity.IsRevealed && activity.NameMode != NameMode.Private;

    /// <summary>What the room may see of one set (null: everybody without a set), or of all, newest first.</summary>
    public static IReadOnlyList<PostCard> Feed(Reads reads, Activity activity, long? set, bool all = false) =>
        !MayBeRead(activity) ? [] : WithTimes(reads, reads.Query<PostCard>(
            Card +
            """
             WHERE p.activity_id = @Id AND (@all OR p.set_id IS @set) AND p.state = 'Shown'
            ORDER BY p.sort_key DESC
            LIMIT @size
            """,
            new { activity.Id, set, all, size = FeedSize }));

    /// <summary>All that the room may see of an activity, oldest first (anonymous ones in no order).</summary>
    public static IReadOnlyList<PostCard> Public(Reads reads, Activity activity) =>
        !MayBeRead(activity) ? [] : WithTimes(reads, reads.Query<PostCard>(
            Card + " WHERE p.activity_id = @Id AND p.state = 'Shown' ORDER BY p.sort_key", activity));

    /// <summary>A known person's own posts in an activity, oldest first, with what was hidden.</summary>
    public static IReadOnlyList<PostCard> Of(Reads reads, long activity, long person) => reads.Query<PostCard>(
        Card + " WHERE p.activity_id = @activity AND n.person_id = @person AND p.state <> 'Deleted' ORDER BY p.sort_key",
        new { activity, person });

    /// <summary>A person's own posts in an activity, newest first, whatever became of them.</summary>
    public static IReadOnlyList<PostCard> Own(Reads reads, long activity, long participant) => WithTimes(
        reads, reads.Query<PostCard>(
            Card + " WHERE p.participant_id = @participant AND p.activity_id = @activity AND p.state <> 'Deleted' "
                 + "ORDER BY p.sort_key DESC LIMIT 50",
            new { activity, participant }));

    /// <summary>A person's posts in other activities that wait for somebody, newest first.</summary>
    public static IReadOnlyList<PostCard> OpenEnds(Reads reads, long? activityNow, long participant) => WithTimes(
        reads, reads.Query<PostCard>(
            Card +
            """
             WHERE p.participant_id = @participant AND p.activity_id IS NOT @activityNow
              AND (p.state IN ('Late', 'Waiting', 'Hidden') OR p.edit_asked = 1)
            ORDER BY p.sort_key DESC
            LIMIT 20
            """,
            new { activityNow, participant }));

    /// <summary>
    /// Posts of a workshop that a phone holds the secrets of, newest first: all of what is now, and of the rest those that
    /// wait for somebody.
    /// </summary>
    public static IReadOnlyList<PostCard> Held(Reads reads, long workshop, long? activityNow, IReadOnlyList<string> hashes) => WithTimes(
        reads, reads.Query<PostCard>(
            Card +
            """
             WHERE p.secret_hash IN @hashes AND a.workshop_id = @workshop AND p.state <> 'Deleted'
              AND (p.activity_id IS @activityNow OR p.state IN ('Late', 'Waiting', 'Hidden') OR p.edit_asked = 1)
            ORDER BY p.sort_key DESC
            LIMIT 50
            """,
            new { workshop, activityNow, hashes }));

    /// <summary>The newest posts of an activity in a state, for the facilitator's queue.</summary>
    public static IReadOnlyList<PostCard> Queue(Reads reads, long activity, PostState state, int size) => WithTimes(
        reads, reads.Query<PostCard>(
            Card + " WHERE p.activity_id = @activity AND p.state = @state AND a.name_mode <> 'Private' ORDER BY p.sort_key DESC LIMIT @size",
            new { activity, state = state.ToString(), size }));

    /// <summary>What waits for the facilitator in a workshop, newest first.</summary>
    public static IReadOnlyList<PostCard> Waiting(Reads reads, long workshop, int size) => WithTimes(
        reads, reads.Query<PostCard>(
            Card +
            """
             WHERE a.workshop_id = @workshop AND p.state IN ('Waiting', 'Late') AND a.name_mode <> 'Private'
            ORDER BY p.sort_key DESC
            LIMIT @size
            """,
            new { workshop, size }));

    /// <summary>How many posts wait for the facilitator in a workshop.</summary>
    public static long WaitingCount(Reads reads, long workshop) => reads.First<long>(
        """
        SELECT count(*)
        FROM post p
        JOIN activity a ON a.id = p.activity_id
        WHERE a.workshop_id = @workshop AND p.state IN ('Waiting', 'Late') AND a.name_mode <> 'Private'
        """,
        new { workshop });

    /// <summary>
    /// The activity whose posts the control room shows: that of now, or the last of its kind that ran. What the second room
    /// does stands on a desk of its own.
    /// </summary>
    public static Activity? OnDesk(Reads reads, Activity like) => reads.Once((typeof(PostQueue), like.WorkshopId), () =>
        Activity.Find(reads, reads.First<long?>(
            """
            SELECT i.activity_id
            FROM agenda_item i
            JOIN activity a ON a.id = i.activity_id
            JOIN workshop w ON w.id = i.workshop_id
            WHERE i.workshop_id = @WorkshopId AND a.kind = @Kind AND i.started_at IS NOT NULL AND i.id IS NOT w.second_item_id
            ORDER BY i.id = w.current_item_id DESC, i.started_at DESC
            LIMIT 1
            """,
            like) ?? like.Id));

    /// <summary>What the second room does now, where it is of this kind; else null.</summary>
    public static Activity? OnSecondDesk(Reads reads, Activity like) => reads.Once((typeof(SecondRoom), like.WorkshopId), () =>
        reads.First<long?>(
            """
            SELECT a.id FROM workshop w JOIN agenda_item i ON i.id = w.second_item_id JOIN activity a ON a.id = i.activity_id
            WHERE w.id = @WorkshopId AND a.kind = @Kind
            """,
            like) is { } id ? Activity.Find(reads, id) : null);

    /// <summary>Whether the second room does this now.</summary>
    public static bool IsInSecondRoom(Reads reads, Activity activity) => OnSecondDesk(reads, activity)?.Id == activity.Id;

    /// <summary>The newest public posts of each column (a set or a problem) and of everybody else, for walls.</summary>
    public static IReadOnlyList<PostCard> Newest(Reads reads, Activity activity, int perSet, bool byProblem = false) => WithTimes(
        reads, reads.Query<PostCard>(
            Card + (byProblem ? NewestOf.Replace("set_id", "problem_id", StringComparison.Ordinal) : NewestOf), new { activity.Id, perSet }));

    /// <summary>How many posts of an activity stand in each column: of a set, or of a problem.</summary>
    public static IReadOnlyList<ColumnCount> Counts(Reads reads, long activity, bool byProblem = false) => reads.Once(
        (typeof(ColumnCount), activity, byProblem),
        () => reads.Query<ColumnCount>(byProblem ? CountsOf.Replace("set_id", "problem_id", StringComparison.Ordinal) : CountsOf, new { activity }));

    /// <summary>How many people the posts come from that may show; 0 where no names are kept.</summary>
    public static long People(Reads reads, long activity, IReadOnlyList<long>? sets = null) => reads.First<long>(
        """
        SELECT count(DISTINCT participant_id) FROM post
        WHERE activity_id = @activity AND state = 'Shown' AND (@all OR ifnull(set_id, 0) IN @sets)
        """,
        new { activity, all = sets is not { Count: > 0 }, sets = sets ?? [] });

    /// <summary>How many posts of an activity are in each state.</summary>
    public static IReadOnlyDictionary<PostState, long> StateCounts(Reads reads, long activity) => reads.Query<StateCount>(
        "SELECT state, count(*) AS Posts FROM post WHERE activity_id = @activity GROUP BY state",
        new { activity }).ToDictionary(row => row.State, row => row.Posts);

    private static List<PostCard> WithTimes(Reads reads, IReadOnlyList<PostCard> cards)
    {
        var zone = LocalTime.ZoneOf(reads);
        return [.. cards.Select(card => card.PostedAt is null ? card : card with
        {
            At = LocalTime.Clock(Utc.Parse(card.PostedAt), zone),
        })];
    }

    /// <summary>A column's posts.</summary>
    public sealed record ColumnCount
    {
        /// <summary>The set or problem, or null for posts without one.</summary>
        public long? Of { get; init; }

        /// <summary>Public posts.</summary>
        public long Posts { get; init; }
    }

    private sealed record StateCount
    {
        public PostState State { get; init; }

        public long Posts { get; init; }
    }
}
