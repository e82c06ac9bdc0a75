using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>Who is behind a connection, and what it may watch.</summary>
/// <param name="Channels">The channels.</param>
/// <param name="ParticipantId">The participant whose phone it is, or null.</param>
/// <param name="ScreenId">The paired screen that it is, or null.</param>
/// <param name="PersonIds">The persons by whom it may watch: signed in, or known behind the place in the room.</param>
public sealed record Audience(
    IReadOnlyList<string> Channels, long? ParticipantId, long? ScreenId, IReadOnlyList<long> PersonIds)
{
    /// <summary>Nobody, who may watch nothing.</summary>
    public static readonly Audience Nobody = new([], null, null, []);

    /// <summary>Asks afresh, with the cookies of the connection and the rows as they are now; null where it may not watch.</summary>
    public static async Task<Audience?> AskAsync(HttpContext http, Viewers viewers, Db db, string view, long workshop)
    {
        var viewer = await viewers.ReadAsync(http);
        var channels = await db.ReadAsync(reads => ChannelsOf(viewer, reads, view, workshop), http.RequestAborted);
        return channels is null ? null : new Audience(
            channels,
            view is "phone" ? viewer.Seat?.ParticipantId : null,
            view is "wall" ? viewer.Screen?.ScreenId : null,
            [.. new[] { viewer.PersonId, view is "phone" ? viewer.Seat?.PersonId : null }.OfType<long>().Distinct()]);
    }

    /// <summary>The channels that the viewer may watch in a view of a workshop, of a set's own place or of the composer of a programme; null where it may not be there at all.</summary>
    public static IReadOnlyList<string>? ChannelsOf(Viewer viewer, Reads reads, string view, long workshop) =>
        view switch
        {
            "phone" when Access.IsInRoom(viewer, workshop) =>
            [
                Live.Channels.Room(workshop),
                Live.Channels.Set(workshop, viewer.Seat!.SetId),
                Live.Channels.Participant(viewer.Seat.ParticipantId),
                .. viewer.Seat.Beside.Select(set => Live.Channels.Beside(workshop, set)),
            ],
            "wall" when viewer.Screen?.WorkshopId == workshop && AccessTable.ScreenReads(Artefact.Room) == Extent.All =>
                [Live.Channels.Wall(workshop), Live.Channels.Screen(viewer.Screen.ScreenId)],
            "control" when Access.MayControl(viewer, reads, workshop) => [Live.Channels.Control(workshop)],
            "composer" when Access.MayRunProgramme(viewer, reads, workshop) => [Live.Channels.Composer(workshop)],
            "set" when SetRights.Reads(viewer, reads, workshop, Artefact.SetSpace) >= Extent.Own => [Live.Channels.Space(workshop)],
            _ => null,
        };
}
