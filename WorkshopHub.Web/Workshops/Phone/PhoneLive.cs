using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>All pushes to the phones of a room.</summary>
public sealed class PhoneLive(LiveWire wire, ActivityKinds kinds, TimeProvider time)
{
    private const string StagePartial = "~/Workshops/Phone/_Stage.cshtml";

    /// <summary>What is now has changed, or its clock or state. Rendered once for all phones of the room.</summary>
    public void StageChanged(long workshop) =>
        wire.Changed(Stage(workshop, 1), Channels.Room(workshop));

    /// <summary>With two rooms: the phones of the sets in the second show what runs there.</summary>
    public void SecondStageChanged(long workshop, IEnumerable<long> sets) =>
        wire.Changed(Stage(workshop, 2), [.. sets.Select(set => Channels.Set(workshop, set))]);

    /// <summary>With two rooms: the phones of these sets, and of people without a set, show what runs in the first.</summary>
    public void FirstStageChanged(long workshop, IEnumerable<long> sets) =>
        wire.Changed(Stage(workshop, 1), [Channels.Set(workshop, null), .. sets.Select(set => Channels.Set(workshop, set))]);

    private Piece Stage(long workshop, int room) => new(
        "stage", reads => PhoneStage.Read(reads, kinds, workshop, time.GetUtcNow(), null, null, room: room) is { } stage
            ? new PieceState.Put(StagePartial, stage)
            : new PieceState.Gone());
}
