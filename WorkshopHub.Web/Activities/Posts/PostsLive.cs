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
    /// <summary>The wall column that it stands in.</summary>
    public long Column { get; init; }

    /// <summary>The column that it stood in before it was changed; null where it is new.</summary>
    public long? Was { get; init; }

    /// <summary>People without a set see it too: some of them read along.</summary>
    public bool IsReadAlong { get; init; }

    /// <summary>Where a post that was read belongs.</summary>
    public static PostPlace Of(PostCard post) => new(
        post.WorkshopId, post.ActivityId, post.Id, post.SetId, post.ParticipantId, post.NameMode == NameMode.Anonymous)
    { Column = post.Column, IsReadAlong = post.IsReadAlong };
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
        wire.Changed(new Piece($"post-{post.Id}", reads => InFeed(reads, post.Id)), FeedsOf(post));
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

    /// <summary>
    /// Only what its author sees of a post changed: it stands on a wall. An anonymous author is nobody's channel: all phones
    /// are told that something of this post went by, and the one that holds its secret asks.
    /// </summary>
    public void OwnChanged(PostPlace post) => OwnChanged(post, calm: false);

    /// <summary>Somebody said that it helps, or took that back: the feed counts, and its author hears of it.</summary>
    public void Helped(PostPlace post)
    {
        wire.Changed(new Piece($"post-{post.Id}", reads => InFeed(reads, post.Id), Calm: true), FeedsOf(post));
        OwnChanged(post, calm: true);
    }

    /// <summary>Posts were put together: the walls that show themes draw them again.</summary>
    public void ThemesChanged(Activity activity) => wire.Reread(Channels.Wall(activity.RoomId));

    /// <summary>Tallies: however many posts come, one push each in a while.</summary>
    private void Counted(PostPlace post, string wall, string control)
    {
        foreach (var column in new[] { post.Column, post.Was ?? post.Column }.Distinct())
        {
            wire.Changed(new Piece($"num-{post.ActivityId}-{column}", reads => ColumnCount(reads, post.ActivityId, column), Calm: true), wall);
        }

        foreach (var (id, partial) in new[] { ("board-count", "_BoardCount"), ("answer-count", "_AnswerCount") })
        {
            foreach (var only in views.With(post.WorkshopId, post.SetId ?? 0).Prepend([]))
            {
                wire.Changed(
                    new Piece($"{id}-{post.ActivityId}{WallViews.NameOf(only)}", reads => BoardCount(reads, post.ActivityId, partial, only), Calm: true), wall);
            }
        }

        foreach (var second in new[] { false, true })
        {
            wire.Changed(new Piece(second ? "queue-tabs-2" : "queue-tabs", reads => OnDesk(reads, post.ActivityId, second, "_QueueTabs.cshtml"), Calm: true), control);
            wire.Changed(new Piece(second ? "queue-quiet-2" : "queue-quiet", reads => OnDesk(reads, post.ActivityId, second, "_QueueQuiet.cshtml"), Calm: true), control);
        }
    }

    private static string[] FeedsOf(PostPlace post) => post.IsAnonymous ? [Channels.Room(post.WorkshopId)]
        : post.SetId is null ? [Channels.Set(post.WorkshopId, null)]
        : [
            Channels.Set(post.WorkshopId, post.SetId), Channels.Beside(post.WorkshopId, post.SetId),
            .. post.IsReadAlong ? [Channels.Set(post.WorkshopId, null)] : Array.Empty<string>(),
        ];

    private void OwnChanged(PostPlace post, bool calm)
    {
        if (post.ParticipantId is { } author)
        {
            wire.Changed(new Piece($"own-{post.Id}", reads => OfAuthor(reads, post.Id), calm), Channels.Participant(author));
        }
        else if (post.IsAnonymous)
        {
            wire.Changed(new Piece($"held-{post.Id}", _ => new PieceState.Gone(), Calm: true), Channels.Room(post.WorkshopId));
        }
    }

    private static PieceState OnWall(Reads reads, string id) =>
        PostQueries.One(reads, id) is { IsPublic: true } post
            ? new PieceState.Put(Folder + "_WallCard.cshtml", post, $"col-{post.ActivityId}-{post.Column} mosaic-{post.ActivityId}", post.SortKey)
            : new PieceState.Gone();

    private static PieceState InFeed(Reads reads, string id) =>
        PostQueries.One(reads, id) is { IsPublic: true } post
            ? new PieceState.Put(Folder + "_Card.cshtml", post, $"feed-{post.ActivityId}-{post.SetId ?? 0} feed-{post.ActivityId}", post.SortKey)
            : new PieceState.Gone();

    private static PieceState OfAuthor(Reads reads, string id) =>
        PostQueries.One(reads, id) is { State: not PostState.Deleted } post
            ? new PieceState.Put(Folder + "_Own.cshtml", post, $"mine-{post.ActivityId} open-ends", post.SortKey)
            : new PieceState.Gone();

    private static PieceState InQueue(Reads reads, string id, string tab) =>
        PostQueue.CardIn(reads, id, tab) is { } post
            ? new PieceState.Put(Folder + "_QueueItem.cshtml", post, PostQueue.ListOf(tab, PostQueries.IsInSecondRoom(reads, Activity.Find(reads, post.ActivityId)!)), post.SortKey)
            : new PieceState.Gone();

    private static PieceState OnDesk(Reads reads, long activity, bool second, string partial) =>
        Activity.Find(reads, activity) is { } its
        && (second ? PostQueries.OnSecondDesk(reads, its) : PostQueries.OnDesk(reads, its)) is { } onDesk
        && PostQueue.Count(reads, onDesk) is var desk && desk.IsSecond == second
            ? new PieceState.Put(Folder + partial, desk) : new PieceState.Gone();

    private static PieceState.Put ColumnCount(Reads reads, long activity, long column)
    {
        var byProblem = PostCarry.ProblemsOf(reads, Activity.Find(reads, activity)!).Count > 0;
        var count = PostQueries.Counts(reads, activity, byProblem).FirstOrDefault(row => (row.Of ?? 0) == column)?.Posts ?? 0;
        return new("~/Activities/_ColumnCount.cshtml", new WallColumn(activity, column, null, "", count, []));
    }

    private static PieceState.Put BoardCount(Reads reads, long activity, string partial, IReadOnlyList<long> only)
    {
        var counts = PostQueries.Counts(reads, activity).Where(count => only.Count == 0 || only.Contains(count.Of ?? 0)).ToList();
        var isAnonymous = Activity.Find(reads, activity)!.NameMode == NameMode.Anonymous;
        return new($"~/Activities/{partial}.cshtml", new WallBoard(
            activity, "", [], [], counts.Sum(count => count.Posts), isAnonymous ? null : PostQueries.People(reads, activity, only), true)
        {
            OnPaper = only.Count > 0 ? 0 : AnsweredMarks.OnPaper(reads, activity),
            View = WallViews.NameOf(only),
        });
    }
}
