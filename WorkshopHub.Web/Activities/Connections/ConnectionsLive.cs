using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>All pushes of the lists of whom one knows: counts while they are filled in, everything when it is shown.</summary>
public sealed class ConnectionsLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Connections/";

    /// <summary>Somebody has saved their list: only the counts change, and the walls hear at most a few times a second.</summary>
    public void Saved(Activity activity)
    {
        Put($"net-count-{activity.Id}", "_Count.cshtml", activity, Channels.Wall(activity.RoomId));
        Put($"net-desk-{activity.Id}", "_Desk.cshtml", activity, Channels.Control(activity.RoomId));
    }

    /// <summary>Opened, closed or revealed.</summary>
    public void Settled(Activity activity) => wire.Reread(
        Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId), Channels.Control(activity.RoomId));

    private void Put(string id, string partial, Activity activity, string channel) => wire.Changed(
        new Piece(
            id,
            reads => Activity.Find(reads, activity.Id) is { } now
                ? new PieceState.Put(Folder + partial, ConnectionsView.Read(reads, now)) : new PieceState.Gone(),
            Calm: true),
        channel);
}
