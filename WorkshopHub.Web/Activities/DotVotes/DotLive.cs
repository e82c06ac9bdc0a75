using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>All pushes of votes with dots: however many come, one push of each piece in a while.</summary>
public sealed class DotLive(LiveWire wire)
{
    private const string Folder = "~/Activities/DotVotes/";

    /// <summary>Somebody gave or moved dots.</summary>
    public void Given(Activity activity)
    {
        wire.Changed(Of($"dots-result-{activity.Id}", activity.Id, "_Result"), Channels.Wall(activity.RoomId));
        wire.Changed(Of($"dots-foot-{activity.Id}", activity.Id, "_Foot"), Channels.Wall(activity.RoomId));
        State(activity);
    }

    /// <summary>The facilitator's part follows each opening and closing; stages are replaced by the run of show.</summary>
    public void State(Activity activity) =>
        wire.Changed(Of($"dots-desk-{activity.Id}", activity.Id, "_Desk"), Channels.Control(activity.RoomId));

    private static Piece Of(string id, long activity, string partial) => new(
        id, reads => new PieceState.Put($"{Folder}{partial}.cshtml", DotQueries.Result(reads, Activity.Find(reads, activity)!)),
        Calm: true);
}
