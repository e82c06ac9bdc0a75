using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>Who needs what and who can help: what walls, phones, the facilitator and the report show.</summary>
/// <param name="Activity">The activity as it is now.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="All">What was written, newest first; also what is hidden.</param>
/// <param name="Matches">The matches, newest first.</param>
/// <param name="Doors">The doors that were asked for, newest first.</param>
/// <param name="Openers">Who may be asked to open one.</param>
/// <param name="Given">Date of the workshop that it was written in.</param>
public sealed record Market(
    Activity Activity, OffersSettings Settings, IReadOnlyList<OfferRow> All, IReadOnlyList<MatchRow> Matches,
    IReadOnlyList<DoorRow> Doors, IReadOnlyList<RoomPerson> Openers, string Given)
{
    /// <summary>The states of a match in the order in which they are told.</summary>
    public static IReadOnlyList<string> States { get; } = ["Happened", "Agreed", "Suggested", "FellThrough"];

    /// <summary>Whether offers, requests and doors are taken.</summary>
    public bool CanPost => Activity.State == ActivityState.Open;

    /// <summary>Whether people say what became of their matches and doors: while it is open, and when an item reviews it.</summary>
    public bool CanSet => CanPost || IsReview;

    /// <summary>Whether an item looks at what became of it.</summary>
    public bool IsReview => Activity.Act is ItemAct.Review or ItemAct.Reveal;

    /// <summary>What stands for all to read.</summary>
    public IReadOnlyList<OfferRow> Shown { get; } = [.. All.Where(one => !one.IsHidden)];

    /// <summary>The requests that nobody helps with yet.</summary>
    public IReadOnlyList<OfferRow> OpenNeeds => [.. Shown.Where(one => one.IsRequest && !MatchesOf(one.Id).Any())];

    /// <summary>The offers that nobody has taken up yet.</summary>
    public IReadOnlyList<OfferRow> OpenOffers => [.. Shown.Where(one => !one.IsRequest && !MatchesOf(one.Id).Any())];

    /// <summary>The matches that a wall ties together: what did not fall through.</summary>
    public IReadOnlyList<MatchRow> Tied => [.. Matches.Where(match => match.State != "FellThrough")];

    /// <summary>The matches by state, as a review tells them.</summary>
    public IReadOnlyList<MatchRow> ByState => [.. Matches.OrderBy(match => States.ToList().IndexOf(match.State))];

    /// <summary>Months that matches may have saved, as their people guess; null while nobody did.</summary>
    public long? Months => Matches.Any(match => match.MonthsSaved is not null) ? Matches.Sum(match => match.MonthsSaved ?? 0) : null;

    /// <summary>The matches of an offer or a request that did not fall through.</summary>
    public IEnumerable<MatchRow> MatchesOf(string id) =>
        Matches.Where(match => (match.RequestId == id || match.OfferId == id) && match.State != "FellThrough");

    /// <summary>As it is now.</summary>
    public static Market Read(Reads reads, Activity activity)
    {
        var settings = OffersSettings.Parse(activity.Settings);
        return new(
            activity, settings, OfferRow.All(reads, activity.Id), MatchRow.All(reads, activity.Id), DoorRow.All(reads, activity.Id),
            [.. RoomPerson.Of(reads, activity.RoomId).Where(one => one.PersonId is not null && settings.Openers.Contains(one.Role))
                .OrderBy(one => one.Role == Role.Champion ? 0 : 1).ThenBy(one => one.Name, StringComparer.CurrentCulture)],
            reads.First<string>("SELECT date FROM workshop WHERE id = @WorkshopId", activity) ?? "");
    }
}

/// <summary>One offer or request on phones, with who can help.</summary>
/// <param name="Offer">What was written.</param>
/// <param name="Matches">Its matches.</param>
/// <param name="CanHelp">Whether "I can help" is taken now.</param>
/// <param name="By">Its author's place in the room, so that their own phone hides the button; null where they are not here.</param>
/// <param name="Longest">Characters of a text.</param>
public sealed record OfferCard(OfferRow Offer, IReadOnlyList<MatchRow> Matches, bool CanHelp, long? By, int Longest)
{
    /// <summary>As it is now.</summary>
    public static OfferCard Of(Reads reads, Market market, OfferRow offer) => new(
        offer, [.. market.MatchesOf(offer.Id)], market.CanPost,
        RoomPerson.Of(reads, market.Activity.RoomId).FirstOrDefault(one => one.PersonId == offer.PersonId)?.ParticipantId, market.Settings.Longest);
}

/// <summary>A match or a door on the phone of one of its people.</summary>
/// <param name="Market">All of it.</param>
/// <param name="Match">The match; null for a door.</param>
/// <param name="Door">The door; null for a match.</param>
/// <param name="Me">Whose phone it is.</param>
/// <param name="Known">Whether the phone is known to be theirs.</param>
/// <param name="MayOpen">Whether this person may answer the door.</param>
public sealed record Own(Market Market, MatchRow? Match, DoorRow? Door, long Me, bool Known, bool MayOpen);

/// <summary>What one person has under the field.</summary>
/// <param name="Market">All of it.</param>
/// <param name="Cards">Offers and requests, newest first.</param>
/// <param name="Mine">What this person wrote, also what is hidden.</param>
/// <param name="Owns">Their matches and the doors that they may read or answer.</param>
/// <param name="Known">Whether the phone is known to be theirs.</param>
public sealed record OfferFeed(
    Market Market, IReadOnlyList<OfferCard> Cards, IReadOnlyList<OfferRow> Mine, IReadOnlyList<Own> Owns, bool Known)
{
    /// <summary>Whether it is a guest's: offers and requests are followed up by name, so they read along.</summary>
    public bool IsGuest { get; init; }

    /// <summary>As it is for one seat.</summary>
    public static OfferFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var market = Market.Read(reads, activity);
        var known = seat.Assurance >= Assurance.Vouched;
        var me = seat.PersonId ?? 0;
        return new OfferFeed(
            market, [.. market.Shown.Select(offer => OfferCard.Of(reads, market, offer))], [.. market.All.Where(one => one.PersonId == me)],
            [
                .. market.Doors.Where(door => MayOpen(door, seat) || (seat.SetId == door.SetId && seat.Role is Role.Member or Role.Advisor))
                    .Select(door => new Own(market, null, door, me, known, MayOpen(door, seat))),
                .. market.Matches.Where(match => match.IsOf(seat.PersonId)).Select(match => new Own(market, match, null, me, known, false)),
            ],
            known)
        {
            IsGuest = seat.PersonId is null,
        };
    }

    /// <summary>Whether a seat may answer a door: whoever was asked, and the sponsor.</summary>
    public static bool MayOpen(DoorRow door, Seat seat) => seat.PersonId is { } me && (door.AskedOf == me || seat.Is(Role.Sponsor));
}
