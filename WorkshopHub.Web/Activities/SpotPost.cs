using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>A post alone on a wall.</summary>
public sealed record SpotPost
{
    /// <summary>The post.</summary>
    public string Id { get; init; } = "";

    /// <summary>Learning, Question, Offer or Request.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its whole text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The author's name; null where the activity shows none.</summary>
    public string? Name { get; init; }

    /// <summary>What the author does; null where the activity shows no name.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Rises with every change: a screen reports what it shows of which.</summary>
    public long Version { get; init; }

    /// <summary>The set's position; 0 without a set.</summary>
    public long SetPosition { get; init; }

    /// <summary>The set's name; null where there is none or none is shown.</summary>
    public string? SetName { get; init; }

    /// <summary>short, mid or long: decides the size.</summary>
    public string Length => Text.Length <= 80 ? "short" : Text.Length <= 160 ? "mid" : "long";

    /// <summary>Which of some posts of a workshop the room may see now, and which not. What is no post of it is in neither.</summary>
    public static PostsNow Among(Reads reads, long workshopId, IReadOnlyList<string> ids)
    {
        var rows = reads.Query<Seen>(
            """
            SELECT post.id AS Id,
                   post.state = 'Shown' AND activity.name_mode <> 'Private'
                   AND (activity.revealed_at IS NOT NULL OR activity.reveal = 'Live' OR activity.reveal = 'AfterClose' AND activity.state = 'Closed') AS Stands
            FROM post
            JOIN activity ON activity.id = post.activity_id
            WHERE post.id IN @ids AND activity.workshop_id = @workshopId
            """,
            new { ids, workshopId });
        return new PostsNow([.. rows.Where(row => row.Stands).Select(row => row.Id)], [.. rows.Where(row => !row.Stands).Select(row => row.Id)]);
    }

    /// <summary>The post, if the room may see it now.</summary>
    public static SpotPost? Find(Reads reads, long workshopId, string? postId) =>
        postId is null ? null : reads.First<SpotPost>(
            """
            SELECT post.id AS Id, post.kind AS Kind, post.text AS Text, post.version AS Version,
                   iif(activity.name_mode = 'Named', participant.name, NULL) AS Name,
                   iif(activity.name_mode = 'Named', person.job_title, NULL) AS JobTitle,
                   ifnull(sets.position, 0) AS SetPosition, sets.name AS SetName
            FROM post
            JOIN activity ON activity.id = post.activity_id
            LEFT JOIN participant ON participant.id = post.participant_id
            LEFT JOIN person ON person.id = participant.person_id
            LEFT JOIN sets ON sets.id = post.set_id AND activity.name_mode IN ('Named', 'SetOnly')
            WHERE post.id = @postId AND post.state = 'Shown' AND activity.workshop_id = @workshopId
              AND activity.name_mode <> 'Private'
              AND (activity.revealed_at IS NOT NULL OR activity.reveal = 'Live' OR activity.reveal = 'AfterClose' AND activity.state = 'Closed')
            """,
            new { postId, workshopId });

    private sealed record Seen
    {
        public string Id { get; init; } = "";

        public bool Stands { get; init; }
    }
}

/// <summary>What became of posts.</summary>
/// <param name="Standing">May be seen.</param>
/// <param name="Gone">Hidden, taken back or not shown any more.</param>
public sealed record PostsNow(IReadOnlyList<string> Standing, IReadOnlyList<string> Gone);
