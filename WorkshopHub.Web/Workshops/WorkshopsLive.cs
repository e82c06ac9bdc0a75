using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.ControlRoom;
using WorkshopHub.Web.Workshops.Phone;

namespace WorkshopHub.Web.Workshops;

/// <summary>All pushes of the run of show and the control room. Said in the handler, after the commit.</summary>
public sealed class WorkshopsLive(
    LiveWire wire, Db db, PhoneLive phones, ScreensLive screens, Presence presence, SiteAddress address, TimeProvider time)
{
    private const string Folder = "~/Workshops/ControlRoom/";
    private static readonly string[] _now = ["cr-top", "cr-moved", "cr-run"];
    private static readonly string[] _all = [.. _now, "cr-said", "cr-approve"];

    /// <summary>What is now has changed: the control rooms, and every phone and wall.</summary>
    public async Task NowChangedAsync(long workshop)
    {
        Push(workshop, _now);
        var (isSplit, all, second) = await db.ReadAsync(reads =>
            (SecondRoom.IsSplit(reads, workshop), RoomSet.Of(reads, workshop), SecondRoom.Sets(reads, workshop)));
        if (isSplit)
        {
            phones.FirstStageChanged(workshop, all.Select(set => set.Id).Except(second));
            phones.SecondStageChanged(workshop, second);
        }
        else
        {
            phones.StageChanged(workshop);
        }

        await screens.StageChangedAsync(workshop);
    }

    /// <summary>Another activity is now: it has another queue, and nobody has answered it yet.</summary>
    public void ItemChanged(long workshop) => wire.Reread(Channels.Control(workshop));

    /// <summary>Somebody came, left, asks to be let in or is reached again; however often, one push in a while.</summary>
    public void PeopleChanged(long workshop) => wire.Changed(
        new Piece(
            "cr-people",
            reads => new PieceState.Put(Folder + "_People.cshtml", PeopleHere.Read(reads, presence, workshop)),
            Calm: true),
        Channels.Control(workshop));

    /// <summary>A screen was paired, told something, or reports something else.</summary>
    public void ScreensChanged(long workshop) => wire.Changed(Screens(workshop), Channels.Control(workshop));

    /// <summary>What is said on every screen has changed.</summary>
    public void SayChanged(long workshop) => Push(workshop, ["cr-said"]);

    /// <summary>A switch of the control room has changed.</summary>
    public void SwitchChanged(long workshop) => Push(workshop, ["cr-approve"]);

    /// <summary>Everything that a press may have changed in the control room, for the answer to the one who pressed.</summary>
    public IReadOnlyList<Piece> All(long workshop) =>
        [.. _all.Select(id => Piece(workshop, id)), Screens(workshop)];

    private Piece Screens(long workshop) => new(
        "cr-screens",
        reads => new PieceState.Put(Folder + "_Screens.cshtml", ScreensHere.Read(reads, presence, workshop, address)),
        Calm: true);

    private void Push(long workshop, params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            wire.Changed(Piece(workshop, id), Channels.Control(workshop));
        }
    }

    private Piece Piece(long workshop, string id) => new(
        id,
        reads => Show.Read(reads, workshop, time.GetUtcNow()) is { } show
            ? new PieceState.Put(PartialOf(id), show)
            : new PieceState.Gone());

    private static string PartialOf(string id) => Folder + id switch
    {
        "cr-top" => "_Top.cshtml",
        "cr-moved" => "_Moved.cshtml",
        "cr-run" => "_Run.cshtml",
        "cr-said" => "_Said.cshtml",
        "cr-approve" => "_Approve.cshtml",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such piece."),
    };
}
