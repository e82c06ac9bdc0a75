using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>All pushes of conversation rounds.</summary>
public sealed class RoundsLive(LiveWire wire)
{
    /// <summary>The plan or where it stands has changed: everybody gets their own view again.</summary>
    public void Changed(Activity activity) => wire.Reread(
        Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId), Channels.Control(activity.RoomId));

    /// <summary>A set has kept a question: its own phones and those of its advisors read again, and no other screen.</summary>
    public void Kept(Activity activity, KeptAt kept) => wire.Reread(
        [Channels.Set(activity.RoomId, kept.SetId), .. kept.Advisors.Select(Channels.Participant)]);
}
