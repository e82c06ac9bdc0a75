using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>
/// People say what they need and what they can give; "I can help" makes a match. A later workshop looks at it again: the two
/// of each match say what came of it. Where it is set, sets also ask for doors.
/// </summary>
public sealed class OffersKind(OffersLive live) : ActivityKind
{
    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<OffersLive>().AddSingleton<IDoorAnswers, DoorAnswers>();

    /// <inheritdoc />
    public override string Key => "offers";

    /// <inheritdoc />
    public override string Name => "Offers and requests";

    /// <inheritdoc />
    public override string Description =>
        "People ask and offer; “I can help” ties two of them together. A later item that reviews it asks what came of it.";

    /// <inheritdoc />
    public override string Icon => "a-offers";

    /// <inheritdoc />
    public override string NewSettings => new OffersSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Named];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.Live];

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) =>
        activity.Act is ItemAct.Review or ItemAct.Reveal ? "What came of it?" : activity.Question;

    /// <inheritdoc />
    public override object SettingsOf(string json) => OffersSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => OffersSettings.Read(form);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var market = Market.Read(reads, activity);
        return market.Settings.Doors && market.Openers.Count == 0 ? $"Nobody can be asked for a door: the programme has no {string.Join(" and no ", market.Settings.Openers.Select(role => role.ToString().ToLowerInvariant()))} yet." : null;
    }

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => Market.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => Market.Read(reads, activity);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => Market.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => Market.Read(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => OfferFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) =>
        Offering.Accept(writes, activity, answer) is var answered && answered.About is OfferPlace place
            ? answered with { About = place.In(writes, activity.RoomId) } : answered;

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        if (answer.About is OfferPlace place)
        {
            live.Changed(activity, place);
        }
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.State(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity)
    {
        var market = Market.Read(reads, activity);
        return
        [
            .. market.Shown.Select(offer => new Said(offer.IsRequest ? "Request" : "Offer", offer.Text, offer.SetId, offer.Name, offer.PostedAt)),
            .. market.Matches.SelectMany(match => Words(match)),
            .. market.Doors.Select(door => new Said("Door", $"{door.Title}: {door.Words}", door.SetId, null, door.AskedAt)),
        ];
    }

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person)
    {
        var market = Market.Read(reads, activity);
        return
        [
            .. market.All.Where(offer => offer.PersonId == person)
                .Select(offer => new Said(offer.IsRequest ? "Request" : "Offer", offer.Text, offer.SetId, offer.Name, offer.PostedAt)),
            .. market.Matches.Where(match => match.IsOf(person)).SelectMany(match => Words(match)),
            .. market.Doors.Where(door => door.AskedBy == person)
                .Select(door => new Said("Door", $"{door.Title}. {door.Text}", door.SetId, door.Asker, door.AskedAt)),
        ];
    }

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var market = Market.Read(reads, activity);
        return new ActivitySheet(
            ["Kind", "Name", "Set", "Text", "Helper", "State", "What came of it", "Months saved (guess)"],
            [
                .. market.Shown.Select(offer => new object?[]
                {
                    offer.IsRequest ? "Request" : "Offer", offer.Name, offer.SetName, offer.Text, null, null, null, null,
                }),
                .. market.Matches.Select(match => new object?[]
                {
                    "Match", match.Asker, null, match.Need, match.Helper, match.Word, match.CameOfIt.Length > 0 ? match.CameOfIt : null, match.MonthsSaved,
                }),
                .. market.Doors.Select(door => new object?[] { "Door", null, door.SetName, door.Title, door.Opener, door.Words, null, null }),
            ]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) =>
    [
        new PaperField("kind", "Kind", [("Request", "Request"), ("Offer", "Offer")]),
        new PaperField("text", "Text", [], OffersSettings.Parse(activity.Settings).Longest),
    ];

    /// <inheritdoc />
    public override bool FitsTable(Activity activity) => true;

    /// <inheritdoc />
    public override object TableModel(Reads reads, Activity activity, Seat seat) => OfferFeed.Read(reads, activity, seat) with { Owns = [] };

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var market = Market.Read(reads, activity);
        if (seat.PersonId is not { } me)
        {
            return null;
        }

        if (market.IsReview)
        {
            return market.Matches.FirstOrDefault(match => match.IsOf(me) && match.State is "Agreed" or "Suggested") is { } match && match.IsOf(me)
                ? new Dictionary<string, string>
                {
                    ["do"] = $"match.{match.Id}",
                    [$"state.{match.Id}"] = chance.Next(3) == 0 ? "FellThrough" : "Happened",
                    [$"seen.{match.Id}"] = match.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                } : null;
        }

        var open = market.OpenNeeds.Where(need => need.PersonId != me).ToList();
        if (market.CanPost && open.Count > 0 && chance.Next(3) == 0)
        {
            var need = open[chance.Next(open.Count)];
            return new Dictionary<string, string> { ["do"] = $"help.{need.Id}", [$"words.{need.Id}"] = Sayings.Help(chance) };
        }

        var asks = chance.Next(2) == 0;
        return market.CanPost
            ? new Dictionary<string, string> { ["do"] = "post", ["kind"] = asks ? "Request" : "Offer", ["text"] = asks ? Sayings.Need(chance) : Sayings.Gift(chance) } : null;
    }

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity)
    {
        var market = Market.Read(writes, activity);
        foreach (var match in market.Matches.Where(match => match.State is "Agreed" or "Suggested").Reverse())
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = activity.Id,
                Target = "Match",
                PersonId = match.AskerId,
                Source = match.Id,
                Text = $"{match.Helper} helps {match.Asker}: {match.Need}",
            });
        }

        foreach (var need in market.OpenNeeds.Reverse())
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = activity.Id,
                Target = "Request",
                SetId = need.SetId,
                PersonId = need.PersonId,
                Source = need.Id,
                Text = need.Text,
            });
        }

        foreach (var door in market.Doors.Where(door => door.State is "Asked" or "Accepted").Reverse())
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = activity.Id,
                Target = "DoorRequest",
                SetId = door.SetId,
                PersonId = door.AskedOf,
                Source = door.Id,
                Text = door.Title,
                Due = door.OpensOn ?? door.NeededBy,
            });
        }
    }

    private static IEnumerable<Said> Words(MatchRow match)
    {
        yield return new Said("Match", $"{match.Helper} helps {match.Asker}: {match.Help}", null, null, match.MadeAt);
        if (match.CameOfIt.Length > 0)
        {
            yield return new Said("What came of it", match.CameOfIt, null, null, match.MadeAt);
        }
    }
}
