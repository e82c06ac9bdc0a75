namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Where a post is.</summary>
public enum PostState
{
    /// <summary>Waits for the facilitator.</summary>
    Waiting,

    /// <summary>May be seen, as the activity's reveal says.</summary>
    Shown,

    /// <summary>Taken off by a facilitator.</summary>
    Hidden,

    /// <summary>Taken back by its author.</summary>
    Deleted,

    /// <summary>Came after the activity was closed; its author asks to let it in.</summary>
    Late,
}

/// <summary>A post as cards show it. Nothing in it depends on who looks.</summary>
public sealed record PostCard
{
    /// <summary>The post's id, made by the phone.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity that it answers.</summary>
    public long ActivityId { get; init; }

    /// <summary>The workshop that it was written in.</summary>
    public long WorkshopId { get; init; }

    /// <summary>What it is.</summary>
    public PostKind Kind { get; init; }

    /// <summary>What was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The author's name; null where the name mode keeps it back.</summary>
    public string? Name { get; init; }

    /// <summary>The author's participant number, for pushes to the author; null for anonymous posts.</summary>
    public long? ParticipantId { get; init; }

    /// <summary>The author's set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The set’s place, from which its mark follows, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>Its place in lists; newest last in ordinal order.</summary>
    public string SortKey { get; init; } = "";

    /// <summary>How many said "this helps us".</summary>
    public long Hearts { get; init; }

    /// <summary>Where it is.</summary>
    public PostState State { get; init; }

    /// <summary>Why it was hidden, or null.</summary>
    public string? HiddenReason { get; init; }

    /// <summary>The facilitator asked its author to edit it.</summary>
    public bool EditAsked { get; init; }

    /// <summary>A paired screen has reported that it shows it.</summary>
    public bool OnWall { get; init; }

    /// <summary>A wall is paired in its workshop, so that it can come there.</summary>
    public bool HasWall { get; init; }

    /// <summary>An anonymous post whose phone holds its secret; nobody holds that of one from paper or a page without scripts.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether anybody can still change it: a known author, or a phone that holds the secret.</summary>
    public bool HasAuthor => ParticipantId is not null || IsHeld;

    /// <summary>The problem that it is about, or null.</summary>
    public long? ProblemId { get; init; }

    /// <summary>That problem's title, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Its activity goes by problem, and the programme offers some.</summary>
    public bool ByProblem { get; init; }

    /// <summary>People who write nothing there read along.</summary>
    public bool IsReadAlong { get; init; }

    /// <summary>It was answered aloud in the room.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The wall column that it stands in: of its problem or its set; 0 for neither.</summary>
    public long Column => (ByProblem ? ProblemId : SetId) ?? 0;

    /// <summary>What the facilitator may look at before others read it, in a few words; null elsewhere and for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>Raised by each change of the post.</summary>
    public long Version { get; init; }

    /// <summary>When it was posted (UTC text); null for anonymous posts.</summary>
    public string? PostedAt { get; init; }

    /// <summary>Names and reveal of its activity.</summary>
    public NameMode NameMode { get; init; }

    /// <summary>When posts of its activity show.</summary>
    public Reveal Reveal { get; init; }

    /// <summary>When an item of its own revealed its activity (UTC), or null.</summary>
    public string? RevealedAt { get; init; }

    /// <summary>Whether its activity is open.</summary>
    public ActivityState ActivityState { get; init; }

    /// <summary>Local time of posting, e.g. 10:41; empty for anonymous posts.</summary>
    public string At { get; init; } = "";

    /// <summary>Whether the room may see it now.</summary>
    public bool IsPublic => State == PostState.Shown && NameMode != NameMode.Private
        && (RevealedAt is not null || Reveal == Reveal.Live || (Reveal == Reveal.AfterClose && ActivityState == ActivityState.Closed));

    /// <summary>What stands beside it on walls: first name, set, or nothing.</summary>
    public string? WallName => NameMode switch
    {
        NameMode.Named => Name?.Split(' ')[0] is "Dr" or "Prof" ? Name : Name?.Split(' ')[0],
        _ => null,
    };

    /// <summary>What stands beside it in feeds: the name, the set, or nothing.</summary>
    public string? FeedName => NameMode switch
    {
        NameMode.Named => Name,
        NameMode.SetOnly => SetName ?? "Somebody",
        _ => null,
    };
}
