using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>The facilitator's queue of an activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Tab">Waiting, Shown or Hidden.</param>
/// <param name="Waiting">How many wait, late ones included.</param>
/// <param name="Shown">How many are on the wall.</param>
/// <param name="Hidden">How many are hidden.</param>
/// <param name="Cards">The tab's posts, newest first, at most 50.</param>
public sealed record PostQueue(
    Activity Activity, string Tab, long Waiting, long Shown, long Hidden, IReadOnlyList<PostCard> Cards)
{
    /// <summary>The tabs, in their order.</summary>
    public static IReadOnlyList<string> Tabs { get; } = ["Waiting", "Shown", "Hidden"];

    /// <summary>
    /// The queue as it is now; an unknown tab is Waiting. What waits is that of the whole workshop, so that nobody who
    /// asked to be let in is forgotten when the room has moved on.
    /// </summary>
    public static PostQueue Read(Reads reads, Activity activity, string tab)
    {
        var known = Tabs.Contains(tab) ? tab : Tabs[0];
        return Count(reads, activity) with
        {
            Tab = known,
            Cards = known == Tabs[0]
                ? PostQueries.Waiting(reads, activity.WorkshopId)
                : PostQueries.Queue(reads, activity.Id, known == "Shown" ? PostState.Shown : PostState.Hidden),
        };
    }

    /// <summary>Only how many posts stand in each tab.</summary>
    public static PostQueue Count(Reads reads, Activity activity)
    {
        var counts = PostQueries.StateCounts(reads, activity.Id);
        return new PostQueue(
            activity, Tabs[0], PostQueries.WaitingCount(reads, activity.WorkshopId), Of(PostState.Shown),
            Of(PostState.Hidden), []);

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
}
