using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>All pushes to the phones of a room.</summary>
public sealed class PhoneLive(LiveWire wire, ActivityKinds kinds, TimeProvider time)
{
    private const string StagePartial = "~/Workshops/Phone/_Stage.cshtml";

    /// <summary>What is now has changed, or its clock or state. Rendered once for all phones of the room.</summary>
    public void StageChanged(long workshop) => wire.Changed(
        new Piece("stage", reads => PhoneStage.Read(reads, kinds, workshop, time.GetUtcNow(), null, null) is { } stage
            ? new PieceState.Put(StagePartial, stage)
            : new PieceState.Gone()),
        Channels.Room(workshop));
}
