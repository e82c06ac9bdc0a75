using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>All pushes of a report-out.</summary>
public sealed class ReportsLive(LiveWire wire)
{
    private const string Folder = "~/Activities/ReportOuts/";

    /// <summary>Another turn, another order, or opened and closed: everybody.</summary>
    public void Turned(Activity activity)
    {
        Show(activity);
        wire.Reread(Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId));
        Desk(activity);
    }

    /// <summary>The slides moved: walls at once, phones with them, the presenting set's remote.</summary>
    public void Stepped(Activity activity, Turn turn, bool shows)
    {
        Show(activity);
        wire.Reread(shows ? [Channels.Room(activity.RoomId)] : [Channels.Set(activity.RoomId, turn.SetId)]);
        Desk(activity);
    }

    /// <summary>A draft was saved: its set's phones, the facilitator's count; walls only where it is presented already.</summary>
    public void Written(Activity activity, Turn turn)
    {
        if (turn.HasBegun)
        {
            Show(activity);
        }

        wire.Reread(Channels.Set(activity.RoomId, turn.SetId));
        Desk(activity);
    }

    /// <summary>A phone's answer was taken.</summary>
    public void Done(Activity activity, ReportDone done, long participant)
    {
        switch (done.What)
        {
            case "note":
                Noted(activity, done.Turn);
                wire.Reread(Channels.Participant(participant));
                break;
            case "decide" or "confirm" or "step":
                Show(activity);
                wire.Reread(Channels.Participant(participant), Channels.Set(activity.RoomId, done.Turn.SetId));
                Desk(activity);
                break;
            default:
                wire.Reread(Channels.Participant(participant));
                break;
        }
    }

    /// <summary>A note came, was read out or taken off: counts on the walls, the notes of the presenting set; however many, one push in a while.</summary>
    public void Noted(Activity activity, Turn turn)
    {
        wire.Changed(Piece(activity, "report-count", "_Count", calm: true), Channels.Wall(activity.RoomId));
        wire.Changed(
            new Piece(
                $"report-notes-{turn.OutcomeId}",
                reads => new PieceState.Put(Folder + "_Notes.cshtml", NotesFor.Read(reads, activity.Id, turn)),
                Calm: true),
            Channels.Set(activity.RoomId, turn.SetId));
        wire.Changed(Piece(activity, "report-waiting", "_Waiting", calm: true), Channels.Set(activity.RoomId, turn.SetId));
        if (ReportOutSettings.Parse(activity.Settings).NotesOnWall)
        {
            wire.Changed(Piece(activity, "report-wall", "_Stage", calm: true), Channels.Wall(activity.RoomId));
        }

        Desk(activity);
    }

    private void Show(Activity activity)
    {
        wire.Changed(Piece(activity, "report-wall", "_Stage", calm: false), Channels.Wall(activity.RoomId));
        wire.Changed(Piece(activity, "report-count", "_Count", calm: true), Channels.Wall(activity.RoomId));
        wire.Changed(Piece(activity, "report-now", "_Now", calm: false), Channels.Room(activity.RoomId));
    }

    private void Desk(Activity activity) =>
        wire.Changed(Piece(activity, "report-desk", "_Desk", calm: true), Channels.Control(activity.RoomId));

    private static Piece Piece(Activity activity, string id, string partial, bool calm) => new(
        $"{id}-{activity.Id}",
        reads => Activity.Find(reads, activity.Id) is { } now
            ? new PieceState.Put($"{Folder}{partial}.cshtml", ReportRun.Read(reads, now)) : new PieceState.Gone(),
        Calm: calm);
}
