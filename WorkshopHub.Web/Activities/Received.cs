using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>Something that came to a set in an activity, on which a later one builds.</summary>
/// <param name="SetId">The set that it came to.</param>
/// <param name="Text">The words.</param>
/// <param name="From">Who it is from: the name that stands beside it, else the set's.</param>
/// <param name="FromSet">The name of the set that it is from.</param>
/// <param name="FromPosition">That set's place in the programme, from which its mark follows.</param>
public sealed record Received(long SetId, string Text, string From, string FromSet, long FromPosition)
{
    /// <summary>What came to the sets in the earlier activity that this one is about, newest first; empty where there is none.</summary>
    public static IReadOnlyList<Received> Of(Reads reads, ActivityKinds kinds, Activity activity) =>
        activity.SourceId is { } id && Activity.Find(reads, id) is { } source && kinds.Has(source.Kind)
            ? kinds.Of(source).ReceivedIn(reads, source) : [];
}
