using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What posts give to the summary, the export, paper and rehearsal.</summary>
public sealed partial class PostsKind
{
    /// <inheritdoc />
    public override object? ReportModel(Reads reads, Activity activity)
    {
        var posts = PostQueries.Public(reads, activity);
        return new PostReport(
            [.. RoomSet.Of(reads, activity.WorkshopId).Select(set => new WallColumn(
                activity.Id, set.Id, set.Position, set.Name, posts.Count(post => post.SetId == set.Id), [.. posts.Where(post => post.SetId == set.Id)]))],
            [.. posts.Where(post => post.SetId is null)], PostQueries.MayBeRead(activity) ? null : AnsweredMarks.Count(reads, activity.Id))
        {
            WorkshopId = activity.WorkshopId,
            Waiting = PostQueries.StateCounts(reads, activity.Id).Where(state => PostQueue.TabOf(state.Key) == "Waiting").Sum(state => state.Value),
        };
    }

    /// <inheritdoc />
    public long WaitingIn(Reads reads, long workshop) => PostQueries.WaitingCount(reads, workshop);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) =>
        [.. PostQueries.Public(reads, activity).Select(post => SaidOf(post, post.FeedName))];

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) =>
        [.. PostQueries.Of(reads, activity.Id, person).Select(post => SaidOf(post, post.Name))];

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity) => PostQueries.MayBeRead(activity)
        ? new ActivitySheet(
            ["Set", "Name", "Kind", "Post", "Helps us", "Time"],
            [.. PostQueries.Public(reads, activity).Select(post => new object?[]
            {
                post.SetName, post.NameMode == NameMode.Named ? post.Name : null, post.Kind.ToString(), post.Text, post.Hearts,
                post.At.Length > 0 ? post.At : null,
            })])
        : new ActivitySheet(["People who wrote"], [[AnsweredMarks.Count(reads, activity.Id)]]);

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) => activity.NameMode == NameMode.Private ? [] :
    [
        new PaperField("kind", "Kind", [.. PostSettings.Parse(activity.Settings).Kinds.Select(kind => (kind.ToString(), kind.ToString()))]),
        new PaperField("text", "Post", []),
    ];

    /// <inheritdoc />
    public override bool FitsTable(Activity activity) => activity.NameMode is NameMode.Named or NameMode.SetOnly;

    /// <inheritdoc />
    public override bool? IsOnWall(Reads reads, string answerId) => reads.First<bool?>(
        "SELECT on_wall = 1 AND state = 'Shown' FROM post WHERE id = @answerId", new { answerId });

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        if (activity.State != ActivityState.Open)
        {
            return null;
        }

        var kinds = PostSettings.Parse(activity.Settings).Kinds;
        var kind = kinds[chance.Next(kinds.Count)];
        return new Dictionary<string, string> { ["kind"] = kind.ToString(), ["text"] = InWordsOf(kind, chance) };
    }

    private static string InWordsOf(PostKind kind, Random chance) => kind switch
    {
        PostKind.Question => Sayings.Question(chance),
        PostKind.Offer => Sayings.Gift(chance),
        PostKind.Request => Sayings.Need(chance),
        _ => Sayings.Learning(chance),
    };

    private static Said SaidOf(PostCard post, string? who) => new(post.Kind.ToString(), post.Text, post.SetId, who, post.PostedAt);
}

/// <summary>The posts of an activity as its result shows them.</summary>
/// <param name="Columns">A column a set.</param>
/// <param name="Others">Of people without a set.</param>
/// <param name="Wrote">How many have written, while nothing else may be shown; otherwise null.</param>
public sealed record PostReport(IReadOnlyList<WallColumn> Columns, IReadOnlyList<PostCard> Others, long? Wrote)
{
    /// <summary>The workshop whose control room can approve what waits.</summary>
    public long WorkshopId { get; init; }

    /// <summary>How many of its posts wait for somebody to read and approve them, late ones included.</summary>
    public long Waiting { get; init; }
}
