using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>All pushes of ranking and choice.</summary>
public sealed class PreferencesLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Preferences/";

    /// <summary>Somebody has ranked: their own phone, the wall's count, the facilitator's matrix.</summary>
    public void Ranked(Activity activity, long participant)
    {
        wire.Reread(Channels.Participant(participant));
        wire.Changed(
            new Piece(
                $"rank-count-{activity.Id}",
                reads => Activity.Find(reads, activity.Id) is { } now
                    ? new PieceState.Put(Folder + "_Count.cshtml", PreferenceWall.Read(reads, now)) : new PieceState.Gone(),
                Calm: true),
            Channels.Wall(activity.RoomId));
        Desk(activity);
    }

    /// <summary>A set's phone has confirmed or taken back: the set's phones, the walls, the facilitator.</summary>
    public void Wished(Activity activity, long? set)
    {
        wire.Reread(Channels.Set(activity.RoomId, set), Channels.Beside(activity.RoomId, set), Channels.Wall(activity.RoomId));
        Desk(activity);
    }

    /// <summary>The facilitator has done something about the choice, or it was opened, closed or revealed: everybody.</summary>
    public void Settled(Activity activity)
    {
        wire.Reread(Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId));
        Desk(activity);
    }

    private void Desk(Activity activity) => wire.Changed(
        new Piece(
            $"choice-{activity.Id}",
            reads => Activity.Find(reads, activity.Id) is { } now
                ? new PieceState.Put(Folder + "_Desk.cshtml", Choosing.Read(reads, now)) : new PieceState.Gone(),
            Calm: true),
        Channels.Control(activity.RoomId));
}
