using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>Offers, requests and matches, as phones send them.</summary>
public static class Offering
{
    /// <summary>What a match begins with.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["Talk at the next break", "I ring", "Please ring me"];

    /// <summary>Takes what a phone sent. The pressed button says what: post, door, verb.{id}.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var press = answer.Fields["do"].ToString().Split('.', 2);
        var (verb, id) = (press[0], press.Length > 1 ? press[1] : "");
        return !activity.IsFor(answer.Seat.Role) ? Answered.Refused("This one is for others.")
            : answer.Seat.PersonId is not { } me
                ? Answered.Refused("Offers and requests are followed up by name. You came as a guest: talk with somebody at the break.")
            : verb switch
            {
                "help" => Help(writes, activity, answer, me, id),
                "agree" or "decline" => Matching.Agree(writes, activity, me, id, verb == "agree"),
                "match" => Matching.Set(writes, activity, answer, me, id),
                "back" => TakeBack(writes, activity, me, id),
                "door" => Doors.Ask(writes, activity, answer, me),
                "accept" or "open" or "no" => Doors.Give(writes, activity, answer, me, verb, id),
                _ => Post(writes, activity, answer, me),
            };
    }

    /// <summary>What is wrong with a text, or null.</summary>
    public static Answered? Wrong(Activity activity, string field, string text, string empty)
    {
        var over = new StringInfo(text).LengthInTextElements - OffersSettings.Parse(activity.Settings).Longest;
        return text.Length == 0 && empty.Length > 0 ? Answered.Invalid(field, empty)
            : over > 0 ? Answered.Invalid(field, $"{over} too many. Trim a little.") : null;
    }

    /// <summary>A match between two people, unless there is one already. Returns its id, or null.</summary>
    public static string? Match(Writes writes, string id, long activity, OfferRow? request, OfferRow? offer, long helper, string words, string step, bool agreed, long? by)
    {
        var asker = request?.PersonId ?? by ?? 0;
        if (asker == helper || asker == 0 || MatchRow.All(writes, activity).Any(one => one.HelperId == helper && one.AskerId == asker
            && one.State != "FellThrough" && ((request is not null && one.RequestId == request.Id) || (offer is not null && one.OfferId == offer.Id))))
        {
            return null;
        }

        writes.Execute(
            """
            INSERT INTO offer_match (id, activity_id, request_id, offer_id, helper_id, asker_id, words, first_step, state, made_at, changed_at, changed_by)
            VALUES (@id, @activity, @request, @offer, @helper, @asker, @words, @step, @state, @Now, @Now, @by)
            """,
            new
            {
                id,
                activity,
                request = request?.Id,
                offer = offer?.Id,
                helper,
                asker,
                words,
                step,
                by,
                writes.Now,
                state = agreed ? "Agreed" : "Suggested",
            });
        return id;
    }

    private static Answered Post(Writes writes, Activity activity, Answer answer, long me)
    {
        var text = Line.Clean(answer.Fields["text"]);
        var kind = answer.Fields["kind"].ToString();
        if (!Tokens.IsToken(answer.Id))
        {
            return Answered.Invalid("text", "This page is out of date. Reload it; your text is kept.");
        }

        if (writes.First<Stored>("SELECT person_id, activity_id, kind, text, state FROM offer WHERE id = @Id", answer) is { } before)
        {
            return before.PersonId != me || before.ActivityId != activity.Id ? Answered.Refused("This belongs to somebody else.")
                : before.State == "TakenBack" || (before.Kind == kind && before.Text == text) ? Answered.Taken with { About = new OfferPlace(answer.Id) }
                : Answered.Conflict("This was sent before with other words.");
        }

        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("It closed before yours arrived. Say it to somebody at the break.");
        }

        if (kind is not ("Offer" or "Request"))
        {
            return Answered.Invalid("kind", "Choose: do you need something, or can you give something?");
        }

        if (Wrong(activity, "text", text, kind == "Offer" ? "Write what you can give." : "Write what you need.") is { } wrong)
        {
            return wrong;
        }

        writes.Execute(
            "INSERT INTO offer (id, activity_id, person_id, set_id, kind, text, posted_at) VALUES (@Id, @activity, @me, @SetId, @kind, @text, @Now)",
            new { answer.Id, activity = activity.Id, me, answer.Seat.SetId, kind, text, writes.Now });
        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken with { About = new OfferPlace(answer.Id) };
    }

    private static Answered Help(Writes writes, Activity activity, Answer answer, long me, string id)
    {
        var words = Line.Clean(answer.Fields[$"words.{id}"]);
        var step = answer.Fields[$"step.{id}"].ToString();
        if (OfferRow.Find(writes, id) is not { IsHidden: false } offer || offer.ActivityId != activity.Id)
        {
            return Answered.Refused("This is no longer there.");
        }

        if (offer.PersonId == me)
        {
            return Answered.Refused("This one is yours. Somebody else has to take it up.");
        }

        if (writes.First<long>("SELECT count(*) FROM offer_match WHERE id = @Id", answer) > 0)
        {
            return Answered.Taken with { About = new OfferPlace(id, offer.PersonId, me) };
        }

        if (activity.State != ActivityState.Open || !Tokens.IsToken(answer.Id))
        {
            return Answered.Closed($"It closed before your words arrived. Go and talk with {offer.First}.");
        }

        if (Wrong(activity, $"words.{id}", words, offer.IsRequest ? "Write what you can do." : "Write what you would use it for.") is { } wrong)
        {
            return wrong;
        }

        var made = offer.IsRequest
            ? Match(writes, answer.Id, activity.Id, offer, null, me, words, Steps.Contains(step) ? step : "", true, me)
            : Match(writes, answer.Id, activity.Id, null, offer, offer.PersonId, words, Steps.Contains(step) ? step : "", true, me);
        if (made is null)
        {
            return Answered.Refused($"You and {offer.First} are matched already.");
        }

        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken with { About = new OfferPlace(id, offer.PersonId, me) };
    }

    private static Answered TakeBack(Writes writes, Activity activity, long me, string id)
    {
        if (OfferRow.Find(writes, id) is not { } offer || offer.ActivityId != activity.Id || offer.PersonId != me)
        {
            return Answered.Refused("Only who wrote it can take it back.");
        }

        if (activity.State != ActivityState.Open || MatchRow.All(writes, activity.Id).Any(match => match.RequestId == id || match.OfferId == id))
        {
            return Answered.Refused("Somebody counts on it already, or it is closed. Say in your match that it fell through.");
        }

        writes.Execute("UPDATE offer SET state = 'TakenBack', text = '', version = version + 1 WHERE id = @id", new { id });
        return Answered.Taken with { About = new OfferPlace(id) };
    }

    private sealed record Stored
    {
        public long PersonId { get; init; }

        public long ActivityId { get; init; }

        public string Kind { get; init; } = "";

        public string Text { get; init; } = "";

        public string State { get; init; } = "";
    }
}

/// <summary>What changed: the offer or request, and whose phones have something new.</summary>
/// <param name="Offer">The offer or request; null for a door.</param>
/// <param name="People">Persons whose own part changed.</param>
public sealed record OfferPlace(string? Offer, params IReadOnlyList<long> People)
{
    /// <summary>A second offer or request, where a match ties two.</summary>
    public string? Also { get; init; }

    /// <summary>The set whose phones have something new, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>Places in the room of these persons, so that their phones are told.</summary>
    public IReadOnlyList<long> Phones { get; init; } = [];

    /// <summary>With the places that its people have in a room.</summary>
    public OfferPlace In(Reads reads, long room) => this with
    {
        Phones = [.. RoomPerson.Of(reads, room).Where(one => one.PersonId is { } person && People.Contains(person))
            .Select(one => one.ParticipantId).OfType<long>()],
    };

    /// <summary>Of a match.</summary>
    public static OfferPlace Of(MatchRow match) =>
        new(match.RequestId ?? match.OfferId, match.HelperId, match.AskerId) { Also = match.RequestId is null ? null : match.OfferId };
}
