using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>The facilitator's queue of an activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Tab">Waiting, Shown or Hidden.</param>
/// <param name="Waiting">How many wait, late ones included.</param>
/// <param name="Shown">How many are on the wall.</param>
/// <param name="Hidden">How many are hidden.</param>
/// <param name="Cards">The tab's posts, newest first, at most <see cref="Size"/>.</param>
public sealed record PostQueue(
    Activity Activity, string Tab, long Waiting, long Shown, long Hidden, IReadOnlyList<PostCard> Cards)
{
    private const int FirstSize = 50;
    private const int LargestSize = 6400;

    /// <summary>The tabs, in their order.</summary>
    public static IReadOnlyList<string> Tabs { get; } = ["Waiting", "Shown", "Hidden"];

    /// <summary>It is of the second room, and so a desk of its own: names of tabs and lists say so.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The list of this tab. What waits is one list, whichever room it is seen from.</summary>
    public string List => ListOf(Tab, IsSecond);

    /// <summary>How many the list may hold.</summary>
    public int Size { get; init; } = FirstSize;

    /// <summary>Whether older ones exist than the list shows.</summary>
    public bool HasOlder => Cards.Count >= Size;

    /// <summary>The tab that shows twice as many.</summary>
    public string Older => string.Create(CultureInfo.InvariantCulture, $"{Address(Tab)}~{Math.Min(Size * 2, LargestSize)}");

    /// <summary>
    /// The queue as it is now. Where no known tab is asked for it opens on what waits, or on the wall's posts where nothing does
    /// and new ones go straight there. "Shown~100" shows more than the newest fifty. What waits is that of
    /// the whole workshop, so that nobody who asked to be let in is forgotten when the room has moved on.
    /// </summary>
    public static PostQueue Read(Reads reads, Activity activity, string tab)
    {
        var parts = tab.Split('~');
        var counts = Count(reads, activity);
        var known = Tabs.Contains(parts[0]) ? parts[0] : counts.Waiting == 0 && !ApprovesFirst(reads, activity) ? "Shown" : Tabs[0];
        var size = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, FirstSize, LargestSize) : FirstSize;
        return counts with
        {
            Tab = known,
            Size = size,
            Cards =
            [
                .. (known == Tabs[0]
                    ? PostQueries.Waiting(reads, activity.WorkshopId, size)
                    : PostQueries.Queue(reads, activity.Id, known == "Shown" ? PostState.Shown : PostState.Hidden, size))
                    .Select(post => Hinted(reads, post)),
            ],
        };
    }

    /// <summary>One post as it stands in a tab; null where it stands in another one, or nobody but its author may read it.</summary>
    public static PostCard? CardIn(Reads reads, string id, string tab) =>
        PostQueries.One(reads, id) is { NameMode: not NameMode.Private } post && TabOf(post.State) == tab
        && Activity.Find(reads, post.ActivityId) is { } its
        && (tab == Tabs[0] || PostQueries.IsInSecondRoom(reads, its) || PostQueries.OnDesk(reads, its)?.Id == its.Id)
            ? Hinted(reads, post) : null;

    /// <summary>A tab of this desk as the control room's address names it.</summary>
    public string Address(string tab) => AddressOf(tab, IsSecond);

    /// <summary>The same of either desk.</summary>
    public static string AddressOf(string tab, bool second) => second ? $"{SecondRoom.Tab}-{tab}" : tab;

    /// <summary>The list of a tab on one of the two desks.</summary>
    public static string ListOf(string tab, bool second) => second && tab != Tabs[0] ? $"queue-{SecondRoom.Tab}-{tab}" : $"queue-{tab}";

    /// <summary>Only how many posts stand in each tab.</summary>
    public static PostQueue Count(Reads reads, Activity activity)
    {
        var counts = PostQueries.StateCounts(reads, activity.Id);
        return new PostQueue(
            activity, Tabs[0], PostQueries.WaitingCount(reads, activity.WorkshopId), Of(PostState.Shown),
            Of(PostState.Hidden), [])
        {
            IsSecond = PostQueries.IsInSecondRoom(reads, activity),
        };

        long Of(PostState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>The tab that a post stands in.</summary>
    public static string TabOf(PostState state) => state switch
    {
        PostState.Waiting or PostState.Late => "Waiting",
        PostState.Shown => "Shown",
        PostState.Hidden => "Hidden",
        _ => "",
    };

    private static bool ApprovesFirst(Reads reads, Activity activity) =>
        reads.First<bool>("SELECT approve_first FROM workshop WHERE id = @WorkshopId", activity);

    private static PostCard Hinted(Reads reads, PostCard post) =>
        post.State is PostState.Hidden ? post : post with { Hint = PrivateHint.Of(post.Text, KnownNames.Of(reads, post.WorkshopId), post.Name) };
}
