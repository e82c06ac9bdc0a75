using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>All pushes of pulses. However many answers come, walls and control rooms get one picture each in a while.</summary>
public sealed class PulseLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Pulses/";

    /// <summary>Answers came, or it opened, closed or was revealed.</summary>
    public void Changed(Activity activity)
    {
        var id = activity.Id;
        wire.Changed(
            new Piece($"pulse-{id}", reads => new PieceState.Put(Folder + "_Board.cshtml", Read(reads, id)), Calm: true),
            Channels.Wall(activity.RoomId));
        wire.Changed(
            new Piece($"pulse-foot-{id}", reads => new PieceState.Put(Folder + "_Foot.cshtml", Read(reads, id)), Calm: true),
            Channels.Wall(activity.RoomId));
        wire.Changed(
            new Piece($"pulse-desk-{id}", reads => new PieceState.Put(Folder + "_Control.cshtml", Desk(reads, id)), Calm: true),
            Channels.Control(activity.RoomId));
    }

    private static PulsePicture Read(Reads reads, long activity) => PulsePicture.Read(reads, Activity.Find(reads, activity)!);

    private static PulseDesk Desk(Reads reads, long activity) => PulseDesk.Read(reads, Activity.Find(reads, activity)!);
}

/// <summary>What the facilitator sees of a pulse: how many, who is missing in numbers, and what the room sees.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="State">Whether phones may answer.</param>
/// <param name="Picture">What the room sees.</param>
/// <param name="Turnout">Who has answered, in numbers.</param>
public sealed record PulseDesk(string Title, ActivityState State, PulsePicture Picture, Turnout Turnout)
{
    /// <summary>As it is now.</summary>
    public static PulseDesk Read(Reads reads, Activity activity) => new(
        activity.Title, activity.State, PulsePicture.Read(reads, activity), Turnout.Of(reads, activity));
}
