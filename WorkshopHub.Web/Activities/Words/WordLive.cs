using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>All pushes of words. However many come, walls and control rooms get one picture each in a while.</summary>
public sealed class WordLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Words/";

    /// <summary>Words came, one was hidden or shown again, or it opened, closed or was revealed.</summary>
    public void Changed(Activity activity)
    {
        var id = activity.Id;
        wire.Changed(Of($"words-{id}", "_Board", id, Wall), Channels.Wall(activity.RoomId));
        wire.Changed(Of($"words-foot-{id}", "_Foot", id, Wall), Channels.Wall(activity.RoomId));
        wire.Changed(Of($"words-desk-{id}", "_Desk", id, WordDesk.Read), Channels.Control(activity.RoomId));
        if (activity.State == ActivityState.Closed)
        {
            wire.Changed(Of($"words-phone-{id}", "_Clouds", id, (reads, now) => WordPicture.Read(reads, now, CloudPlace.Page)),
                Channels.Room(activity.RoomId));
        }
    }

    /// <summary>The picture for a wall: the more stands over it, the less place it has.</summary>
    public static WordPicture Wall(Reads reads, Activity activity) =>
        WordPicture.Read(reads, activity, activity.Question.Length switch
        {
            > 140 => CloudPlace.WallUnderMost,
            > 40 => CloudPlace.WallUnderMuch,
            _ => CloudPlace.Wall,
        });

    private static Piece Of(string id, string partial, long activity, Func<Reads, Activity, object> model) => new(
        id, reads => new PieceState.Put($"{Folder}{partial}.cshtml", model(reads, Activity.Find(reads, activity)!)), Calm: true);
}
