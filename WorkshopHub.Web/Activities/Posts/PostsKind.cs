using System.Globalization;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>People write learnings, questions, offers and requests; every wall shows each at once.</summary>
public sealed partial class PostsKind(PostsLive live) : ActivityKind, IHoldsBack
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) =>
        services.AddSingleton<PostsLive>().AddHostedService<PostsOnWall>();

    /// <inheritdoc />
    public override string Key => "posts";

    /// <inheritdoc />
    public override string Name => "Posts";

    /// <inheritdoc />
    public override string Description =>
        "Everybody writes on their phone; each post stands on the walls in the column of its set.";

    /// <inheritdoc />
    public override string Icon => "a-posts";

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override bool ReadsAlong(Activity activity, Role role) =>
        !activity.IsFor(role) && PostSettings.Parse(activity.Settings).Readers.Contains(role);

    /// <inheritdoc />
    public override string NewSettings => new PostSettings().ToJson();

    /// <inheritdoc />
    public override object SettingsOf(string json) => PostSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => PostSettings.Read(form);

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Named, NameMode.SetOnly, NameMode.Anonymous];

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity) =>
        PostSettings.Parse(activity.Settings).ByProblem && PostCarry.ProblemsOf(reads, activity).Count == 0
            ? "It goes by problem, and the programme offers none yet. Until then walls show a column for each set." : null;

    /// <inheritdoc />
    public override WallLayout LayoutOf(Activity activity) =>
        activity.NameMode == NameMode.Anonymous ? WallLayout.Mosaic : WallLayout.Columns;

    /// <inheritdoc />
    public override WallBoard BoardOf(Reads reads, Activity activity, IReadOnlyList<long>? only = null)
    {
        var problems = PostCarry.ProblemsOf(reads, activity);
        var byProblem = problems.Count > 0;
        var some = only is { Count: > 0 } && !byProblem;
        bool Has(long? set) => !some || only!.Contains(set ?? 0);
        var counts = PostQueries.Counts(reads, activity.Id, byProblem).Where(count => Has(count.Of)).ToList();
        var revealed = PostQueries.MayBeRead(activity);
        var cards = revealed ? PostQueries.Newest(reads, activity, WallBoard.Most, byProblem).Where(card => Has(card.SetId)).ToList() : [];
        var columns = byProblem
            ? problems.Select(problem => ColumnOf(problem.Id, null, problem.Title)).ToList()
            : [.. RoomSet.Of(reads, activity.WorkshopId).Where(set => Has(set.Id)).Select(set => ColumnOf(set.Id, set.Position, set.Name))];
        var others = byProblem ? "On no single one" : "Everybody else";
        if (counts.Any(count => count.Of is null))
        {
            columns.Add(ColumnOf(null, null, others));
        }

        return new WallBoard(
            activity.Id, Partial("WallCard"), columns, [.. cards.Take(WallBoard.Most)], counts.Sum(count => count.Posts),
            activity.NameMode == NameMode.Anonymous ? null : PostQueries.People(reads, activity.Id, some ? only : null), revealed)
        {
            BySet = !byProblem,
            Others = others,
            OnPaper = some ? 0 : AnsweredMarks.OnPaper(reads, activity.Id),
            View = some ? WallViews.NameOf(only!) : "",
        };

        WallColumn ColumnOf(long? of, long? position, string name) => new(
            activity.Id, of ?? 0, position, name, counts.FirstOrDefault(count => count.Of == of)?.Posts ?? 0,
            [.. cards.Where(card => card.Column == (of ?? 0))]);
    }

    /// <inheritdoc />
    public override object? PhoneModel(Reads reads, Activity activity) => PostCarry.ProblemsOf(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat)
    {
        var set = activity.NameMode == NameMode.Anonymous ? null : seat.SetId;
        // Who sits in no set, where somebody reads along, sees what all sets write.
        var all = set is null && PostSettings.Parse(activity.Settings).Readers.Count > 0;
        var counts = PostQueries.Counts(reads, activity.Id).Where(count => all || count.Of == set);
        var own = activity.NameMode == NameMode.Anonymous
            ? [] : PostQueries.Own(reads, activity.Id, seat.ParticipantId);
        var name = set is null ? null : reads.First<string>("SELECT name FROM sets WHERE id = @set", new { set });
        return new PostFeed(
            activity, name ?? (all || activity.NameMode == NameMode.Anonymous ? "The room" : "Without a set"), set,
            counts.Sum(count => count.Posts), own,
            [.. PostQueries.Feed(reads, activity, set, all).Where(card => own.All(mine => mine.Id != card.Id))]);
    }

    /// <inheritdoc />
    public override object? BesideModel(Reads reads, Activity activity, Seat seat) =>
        activity.NameMode == NameMode.Anonymous || !PostQueries.MayBeRead(activity) ? null : FeedModel(reads, activity, seat);

    /// <inheritdoc />
    public override IReadOnlyList<object> OpenEnds(Reads reads, long? activityNow, Seat seat) =>
        PostQueries.OpenEnds(reads, activityNow, seat.ParticipantId);

    /// <inheritdoc />
    public override IReadOnlyList<object> HeldBy(Reads reads, long workshop, long? activityNow, IReadOnlyList<string> secrets) =>
        PostQueries.Held(reads, workshop, activityNow, [.. secrets.Where(Tokens.IsToken).Take(50).Select(Tokens.Hash)]);

    /// <inheritdoc />
    public override (string Partial, object Model)? OwnOf(Reads reads, Answer answer) =>
        PostQueries.One(reads, IdOf(answer)) is { State: not PostState.Deleted } post ? (Partial("Own"), post) : null;

    /// <inheritdoc />
    public override bool IsSortedAfterwards => true;

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) =>
        PostQueue.Read(reads, activity, tab);

    /// <inheritdoc />
    public override (Activity Activity, IFormCollection Fields, long Version)? EditOf(Reads reads, string answerId, Seat seat, string? secret) =>
        PostQueries.One(reads, answerId) is { State: not PostState.Deleted } post && Posts.IsAuthor(reads, post, seat, secret)
            ? (Activity.Find(reads, post.ActivityId)!, new FormCollection(new Dictionary<string, StringValues>
            {
                ["kind"] = post.Kind.ToString(),
                ["text"] = post.Text,
                ["problem"] = post.ProblemId?.ToString(CultureInfo.InvariantCulture),
            }), post.Version)
            : null;

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) =>
        answer.Fields["edit"].ToString() is { Length: > 0 } edited ? Posts.Edit(writes, edited, answer)
        : answer.Fields["late"].ToString() == "true" ? Posts.AskIn(writes, activity, answer)
        : Posts.Add(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        // A post that was changed may be of another activity than the one that the form was for.
        if (answer.About is PostPlace { Was: not null } changed)
        {
            live.Withdrawn(changed);
        }
        else if (answer.About is PostPlace place)
        {
            live.Changed(place);
        }
    }

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity) => PostCarry.Over(writes, activity);

    private static string IdOf(Answer answer) =>
        answer.Fields["edit"].ToString() is { Length: > 0 } edited ? edited : answer.Id;
}

/// <summary>What a phone has under the field.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Of">Whose feed it is: the set's name.</param>
/// <param name="SetId">The set, or null.</param>
/// <param name="Count">Public posts of the set.</param>
/// <param name="Own">This person's own posts, whatever became of them.</param>
/// <param name="Cards">The set's public posts without one's own, newest first.</param>
public sealed record PostFeed(
    Activity Activity, string Of, long? SetId, long Count, IReadOnlyList<PostCard> Own, IReadOnlyList<PostCard> Cards);
