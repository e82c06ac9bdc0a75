using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>All pushes of moments.</summary>
public sealed class MomentLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Moments/";

    /// <summary>Another card is up: walls, all phones, what members note, the control room.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="sets">The sets of its programme, whose members may note something.</param>
    public void Turned(Activity activity, IReadOnlyList<RoomSet> sets)
    {
        wire.Changed(Of($"moment-{activity.Id}", "_Card", activity.Id), Channels.Room(activity.RoomId));
        wire.Changed(Of($"moment-desk-{activity.Id}", "_Desk", activity.Id), Channels.Control(activity.RoomId));
        wire.Reread(Channels.Wall(activity.RoomId));
        foreach (var set in sets)
        {
            wire.Reread(Channels.Set(activity.RoomId, set.Id));
        }
    }

    /// <summary>Somebody has kept a note: their own phones.</summary>
    public void Noted(long participant) => wire.Reread(Channels.Participant(participant));

    private static Piece Of(string id, string partial, long activity) => new(
        id, reads => Activity.Find(reads, activity) is { } now
            ? new PieceState.Put($"{Folder}{partial}.cshtml", MomentNow.Read(reads, now)) : new PieceState.Gone());
}
