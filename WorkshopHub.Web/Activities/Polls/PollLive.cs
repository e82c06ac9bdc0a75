using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Polls;

/// <summary>All pushes of polls: however many answer, one push of each piece in a while.</summary>
public sealed class PollLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Polls/";

    /// <summary>Somebody answered.</summary>
    public void Answered(Activity activity, long participant, long? set)
    {
        var wall = Channels.Wall(activity.RoomId);
        foreach (var part in new[] { "Head", "Result", "Foot" })
        {
            wire.Changed(Of($"poll-{part.ToLowerInvariant()}-{activity.Id}", activity.Id, $"_{part}"), wall);
        }

        wire.Changed(Of($"poll-desk-{activity.Id}", activity.Id, "_Desk"), Channels.Control(activity.RoomId));
        if (PollSettings.Parse(activity.Settings).PerSet)
        {
            wire.Reread(Channels.Set(activity.RoomId, set));
        }
        else if (activity.NameMode != NameMode.Anonymous)
        {
            wire.Reread(Channels.Participant(participant));
        }
    }

    /// <summary>The facilitator's part follows each opening and closing; stages are replaced by the run of show.</summary>
    public void State(Activity activity) =>
        wire.Changed(Of($"poll-desk-{activity.Id}", activity.Id, "_Desk"), Channels.Control(activity.RoomId));

    private static Piece Of(string id, long activity, string partial) => new(
        id, reads => new PieceState.Put($"{Folder}{partial}.cshtml", PollQueries.Result(reads, Activity.Find(reads, activity)!)),
        Calm: true);
}
