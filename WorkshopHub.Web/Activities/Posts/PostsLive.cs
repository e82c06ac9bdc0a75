using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Which screens a post concerns.</summary>
/// <param name="WorkshopId">The workshop.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="Id">The post.</param>
/// <param name="SetId">The author's set; null for people without one and for anonymous posts.</param>
/// <param name="ParticipantId">The author; null for anonymous posts.</param>
/// <param name="IsAnonymous">Anonymous posts go to the whole room's feed, since no set stands with them.</param>
public sealed record PostPlace(
    long WorkshopId, long ActivityId, string Id, long? SetId, long? ParticipantId, bool IsAnonymous)
{
    /// <summary>Where a post that was read belongs.</summary>
    public static PostPlace Of(PostCard post) => new(
        post.WorkshopId, post.ActivityId, post.Id, post.SetId, post.ParticipantId, post.NameMode == NameMode.Anonymous);
}

/// <summary>All pushes of posts. Each piece is read as it is when it is sent.</summary>
public sealed class PostsLive(LiveWire wire, WallViews views)
{
    private const string Folder = "~/Activities/Posts/";

    /// <summary>A post came, changed, was hidden, let in or taken back.</summary>
    public void Changed(PostPlace post)
    {
        var (wall, control) = (Channels.Wall(post.WorkshopId), Channels.Control(post.WorkshopId));
        wire.Changed(new Piece($"wall-{post.Id}", reads => OnWall(reads, post.Id)), wall);
        wire.Changed(
            new Piece($"post-{post.Id}", reads => InFeed(reads, post.Id)),
            post.IsAnonymous ? Channels.Room(post.WorkshopId) : Channels.Set(post.WorkshopId, post.SetId));
        OwnChanged(post);
        foreach (var tab in PostQueue.Tabs)
        {
            wire.Changed(new Piece($"queue-{tab}-{post.Id}", reads => InQueue(reads, post.Id, tab)), control);
        }

        Counted(post, wall, control);
    }

    /// <summary>
    /// A post that may stand on a wall outside its list (in the spotlight) was hidden, taken back or written anew: the
    /// walls draw what they show again at once.
    /// </summary>
    public void Withdrawn(PostPlace post)
    {
        Changed(post);
        wire.Reread(Channels.Wall(post.WorkshopId));
    }

    /// <summary>Only what its author sees of a post changed: it stands on a wall, or somebody said it helps.</summary>
    public void OwnChanged(PostPlace post)
    {
        if (post.ParticipantId is { } author)
        {
            wire.Changed(new Piece($"own-{post.Id}", reads => OfAuthor(reads, post.Id)), Channels.Participant(author));
        }
    }

    /// <summary>Posts were put together: the walls that show themes draw them again.</summary>
    public void ThemesChanged(Activity activity) => wire.Reread(Channels.Wall(activity.RoomId));

    /// <summary>Tallies: however many posts come, one push each in a while.</summary>
    private void Counted(PostPlace post, string wall, string control)
    {
        var set = post.SetId ?? 0;
        wire.Changed(new Piece($"num-{post.ActivityId}-{set}", reads => ColumnCount(reads, post.ActivityId, set), Calm: true), wall);
        foreach (var (id, partial) in new[] { ("board-count", "_BoardCount"), ("answer-count", "_AnswerCount") })
        {
            foreach (var only in views.With(post.WorkshopId, set).Prepend([]))
            {
                wire.Changed(
                    new Piece($"{id}-{post.ActivityId}{WallViews.NameOf(only)}", reads => BoardCount(reads, post.ActivityId, partial, only), Calm: true), wall);
            }
        }

        wire.Changed(new Piece("queue-tabs", reads => QueueTabs(reads, post.ActivityId), Calm: true), control);
    }

    private static PieceState OnWall(Reads reads, string id) =>
        PostQueries.One(reads, id) is { IsPublic: true } post
            ? new PieceState.Put(Folder + "_WallCard.cshtml", post, $"col-{post.ActivityId}-{post.SetId ?? 0} mosaic-{post.ActivityId}", post.SortKey)
            : new PieceState.Gone();

    private static PieceState InFeed(Reads reads, string id) =>
        PostQueries.One(reads, id) is { IsPublic: true } post
            ? new PieceState.Put(Folder + "_Card.cshtml", post, $"feed-{post.ActivityId}", post.SortKey)
            : new PieceState.Gone();

    private static PieceState OfAuthor(Reads reads, string id) =>
        PostQueries.One(reads, id) is { State: not PostState.Deleted } post
            ? new PieceState.Put(Folder + "_Own.cshtml", post, $"mine-{post.ActivityId} open-ends", post.SortKey)
            : new PieceState.Gone();

    private static PieceState InQueue(Reads reads, string id, string tab) =>
        PostQueries.One(reads, id) is { } post && PostQueue.TabOf(post.State) == tab
        && (tab == PostQueue.Tabs[0] || PostQueries.OnDesk(reads, Activity.Find(reads, post.ActivityId)!)?.Id == post.ActivityId)
            ? new PieceState.Put(Folder + "_QueueItem.cshtml", post, $"queue-{tab}", post.SortKey)
            : new PieceState.Gone();

    private static PieceState.Put QueueTabs(Reads reads, long activity) =>
        new(Folder + "_QueueTabs.cshtml", PostQueue.Count(reads, PostQueries.OnDesk(reads, Activity.Find(reads, activity)!)!));

    private static PieceState.Put ColumnCount(Reads reads, long activity, long set)
    {
        var count = PostQueries.Counts(reads, activity).FirstOrDefault(row => (row.SetId ?? 0) == set)?.Posts ?? 0;
        return new("~/Activities/_ColumnCount.cshtml", new WallColumn(activity, set, null, "", count, []));
    }

    private static PieceState.Put BoardCount(Reads reads, long activity, string partial, IReadOnlyList<long> only)
    {
        var counts = PostQueries.Counts(reads, activity).Where(count => only.Count == 0 || only.Contains(count.SetId ?? 0)).ToList();
        var isAnonymous = Activity.Find(reads, activity)!.NameMode == NameMode.Anonymous;
        return new($"~/Activities/{partial}.cshtml", new WallBoard(
            activity, "", [], [], counts.Sum(count => count.Posts), isAnonymous ? null : counts.Sum(count => count.People), true)
        {
            OnPaper = only.Count > 0 ? 0 : AnsweredMarks.OnPaper(reads, activity),
            View = WallViews.NameOf(only),
        });
    }
}
