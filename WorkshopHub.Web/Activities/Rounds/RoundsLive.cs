using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>All pushes of conversation rounds.</summary>
public sealed class RoundsLive(LiveWire wire)
{
    /// <summary>The plan or where it stands has changed: everybody gets their own view again.</summary>
    public void Changed(Activity activity) => wire.Reread(
        Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId), Channels.Control(activity.RoomId));
}
