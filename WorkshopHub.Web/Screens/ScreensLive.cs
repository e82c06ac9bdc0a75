using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>All pushes of this room. Said in a handler, after the commit.</summary>
public sealed class ScreensLive(LiveWire wire, Connections connections, Db db, Stages stages, TimeProvider time)
{
    /// <summary>What every wall of a workshop shows has changed: the item, its clock, the room, all blank.</summary>
    public async Task StageChangedAsync(long workshopId)
    {
        foreach (var screen in await db.ReadAsync(reads => Screens(reads, workshopId)))
        {
            ScreenChanged(screen);
        }
    }

    /// <summary>One screen's row has changed: layout, spotlight, blank, frozen, theme.</summary>
    public void ScreenChanged(long screenId)
    {
        wire.Touch(Channels.AnyScreen);
        wire.Changed(new Piece("stage", reads => Stage(reads, screenId)), Channels.Screen(screenId));
    }

    /// <summary>Something is said on every screen, or no longer.</summary>
    public void SayChanged(long workshopId) => wire.Changed(
        new Piece("say", reads => new PieceState.Put("~/Screens/_Say.cshtml", Say.Read(reads, workshopId, time.GetUtcNow()))),
        Channels.Wall(workshopId));

    /// <summary>Somebody has joined, is gone or is back: walls that show who is here say so, calmly.</summary>
    public void Presence(long workshopId)
    {
        wire.Changed(Here(workshopId, "wall-here", "~/Screens/_Here.cshtml"), Channels.Wall(workshopId));
        wire.Changed(Here(workshopId, "wall-roles", "~/Screens/_HereRoles.cshtml"), Channels.Wall(workshopId));
        wire.Changed(Here(workshopId, "wall-here-count", "~/Screens/_HereCount.cshtml"), Channels.Wall(workshopId));
    }

    /// <summary>A screen is paired no longer: its connections end, and its browser shows a pairing code again.</summary>
    public void Unpaired(long screenId) => connections.Abort(screen: screenId);

    private Piece Here(long workshopId, string id, string partial) => new(
        id,
        reads => stages.WhoIsHere(reads, workshopId) is { } stage
            ? new PieceState.Put(partial, stage)
            : new PieceState.Gone(),
        Calm: true);

    private PieceState Stage(Reads reads, long screenId) => stages.Read(reads, screenId) is { } stage
        ? new PieceState.Put("~/Screens/_Stage.cshtml", stage)
        : new PieceState.Gone();

    private static IReadOnlyList<long> Screens(Reads reads, long workshopId) => reads.Query<long>(
        "SELECT id FROM screen WHERE workshop_id = @workshopId AND unpaired_at IS NULL", new { workshopId });
}
