using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>
/// Doors that were asked in a workshop: one that is open or shut for good leaves the lists of what the workshop left, and the
/// screens of the room show each answer.
/// </summary>
public sealed class DoorAnswers(Db db, OffersLive live) : IDoorAnswers
{
    /// <inheritdoc />
    public void Answered(Writes writes, DoorRow door, string state)
    {
        if (door.ActivityId is { } activity && state != "Accepted")
        {
            Carried.Resolve(writes, activity, door.Id, takenUp: true);
        }
    }

    /// <inheritdoc />
    public async Task TellAsync(DoorRow door, long by, CancellationToken stop)
    {
        if (door.ActivityId is not { } id)
        {
            return;
        }

        var (activity, place) = await db.ReadAsync(reads =>
        {
            var of = Activity.Find(reads, id)!;
            return (of, new OfferPlace(null, door.AskedOf, by) { SetId = door.SetId }.In(reads, of.RoomId));
        }, stop);
        live.Changed(activity, place);
    }
}
