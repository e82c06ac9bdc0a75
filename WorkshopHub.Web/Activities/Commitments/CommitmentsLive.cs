using System.Globalization;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>All pushes of commitments. What is private is read again by the phones that it concerns, never pushed.</summary>
public sealed class CommitmentsLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Commitments/";

    /// <summary>Something came or changed: walls and control room get counts and what is shown; the phones concerned read again.</summary>
    public void Changed(Activity activity, IEnumerable<long> participants, IEnumerable<long> sets)
    {
        var id = activity.Id.ToString(CultureInfo.InvariantCulture);
        Put($"com-board-{id}", "_Board", Channels.Wall(activity.RoomId));
        Put($"com-foot-{id}", "_WallFoot", Channels.Wall(activity.RoomId));
        Put($"com-desk-{id}", "_Desk", Channels.Control(activity.RoomId));
        Put($"com-shown-{id}", "_Shown", Channels.Room(activity.RoomId));
        foreach (var participant in participants.Distinct())
        {
            wire.Reread(Channels.Participant(participant));
        }

        foreach (var set in sets.Distinct())
        {
            wire.Reread(Channels.Set(activity.RoomId, set));
        }

        void Put(string piece, string partial, string channel) => wire.Changed(
            new Piece(piece, reads => new PieceState.Put($"{Folder}{partial}.cshtml", CommitmentBoard.Read(reads, Activity.Find(reads, activity.Id)!)), Calm: true),
            channel);
    }
}
