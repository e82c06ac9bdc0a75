using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What posts give to the summary, the export, paper and rehearsal.</summary>
public sealed partial class PostsKind
{
    private static readonly Dictionary<PostKind, string[]> _invented = new()
    {
        [PostKind.Learning] =
        [
            "I rang instead of writing. It took four minutes; the mails had taken three weeks.",
            "Two teams had used the same word for years and meant different things by it.",
            "I asked a driver why he keeps a notebook. It held what no system of ours knows.",
            "We closed the job so that the figures were right on Friday, and did it on Monday.",
        ],
        [PostKind.Question] =
        [
            "Who would notice if we stopped sending the Friday figures?",
            "Which rule do we all break, and why is it still there?",
            "When did somebody from another department last sit in on your morning call?",
        ],
        [PostKind.Offer] = ["A day beside our dispatcher, any week.", "Our template for the first talk with a contractor."],
        [PostKind.Request] = ["Somebody who has run a trial in a depot.", "An hour with whoever knows the old drawings."],
    };

    /// <inheritdoc />
    public override object? ReportModel(Reads reads, Activity activity)
    {
        var posts = PostQueries.Public(reads, activity);
        return new PostReport(
            [.. RoomSet.Of(reads, activity.WorkshopId).Select(set => new WallColumn(
                activity.Id, set.Id, set.Position, set.Name, posts.Count(post => post.SetId == set.Id), [.. posts.Where(post => post.SetId == set.Id)]))],
            [.. posts.Where(post => post.SetId is null)], PostQueries.MayBeRead(activity) ? null : AnsweredMarks.Count(reads, activity.Id));
    }

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
        return new Dictionary<string, string> { ["kind"] = kind.ToString(), ["text"] = _invented[kind][chance.Next(_invented[kind].Length)] };
    }

    private static Said SaidOf(PostCard post, string? who) => new(post.Kind.ToString(), post.Text, post.SetId, who, post.PostedAt);
}

/// <summary>The posts of an activity as its result shows them.</summary>
/// <param name="Columns">A column a set.</param>
/// <param name="Others">Of people without a set.</param>
/// <param name="Wrote">How many have written, while nothing else may be shown; otherwise null.</param>
public sealed record PostReport(IReadOnlyList<WallColumn> Columns, IReadOnlyList<PostCard> Others, long? Wrote);
