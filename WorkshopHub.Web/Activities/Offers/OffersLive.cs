using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>All pushes of offers, requests, matches and doors.</summary>
public sealed class OffersLive(LiveWire wire)
{
    private const string Folder = "~/Activities/Offers/";

    /// <summary>Something was written, matched, set or hidden.</summary>
    public void Changed(Activity activity, OfferPlace place)
    {
        var room = activity.RoomId;
        foreach (var id in new[] { place.Offer, place.Also }.OfType<string>())
        {
            wire.Changed(
                new Piece($"of-{id}", reads => OfferRow.Find(reads, id) is { IsHidden: false } offer
                    ? new PieceState.Put(Folder + "_Card.cshtml", OfferCard.Of(reads, Now(reads, activity), offer), $"{(offer.IsRequest ? "needs" : "offers")}-{activity.Id}", offer.SortKey)
                    : new PieceState.Gone()),
                Channels.Room(room));
        }

        wire.Changed(Of("of-tabs", activity, "_Tabs"), Channels.Room(room));
        wire.Changed(Of("of-desk", activity, "_Desk"), Channels.Control(room));
        wire.Reread(Channels.Wall(room));
        if (place.SetId is { } set)
        {
            wire.Reread(Channels.Set(room, set));
        }

        foreach (var phone in place.Phones)
        {
            wire.Reread(Channels.Participant(phone));
        }
    }

    /// <summary>It was opened, closed, or an item looks at it again.</summary>
    public void State(Activity activity)
    {
        wire.Reread(Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId));
        wire.Changed(Of("of-desk", activity, "_Desk"), Channels.Control(activity.RoomId));
    }

    private static Market Now(Reads reads, Activity activity) => Market.Read(reads, Activity.Find(reads, activity.Id)!);

    private static Piece Of(string id, Activity activity, string partial) => new(
        $"{id}-{activity.Id}", reads => new PieceState.Put($"{Folder}{partial}.cshtml", Now(reads, activity)), Calm: true);
}
