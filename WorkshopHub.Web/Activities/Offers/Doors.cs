using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>
/// Doors that sets ask for. Their text is the set's and theirs who open doors, so both writing and answering need a phone
/// that is known to be its person's.
/// </summary>
public static class Doors
{
    /// <summary>What a phone reads that is not known to be its person's.</summary>
    public const string Unknown = "This needs to be you: ask your advisor or the facilitator to let you in, then press again.";

    /// <summary>A set asks for a door.</summary>
    public static Answered Ask(Writes writes, Activity activity, Answer answer, long me)
    {
        var seat = answer.Seat;
        var title = Line.Clean(answer.Fields["door.title"]);
        var text = Line.Clean(answer.Fields["door.text"]);
        var by = answer.Fields["door.by"].ToString().Trim();
        _ = long.TryParse(answer.Fields["door.of"], NumberStyles.None, CultureInfo.InvariantCulture, out var of);
        if (writes.First<long>("SELECT count(*) FROM door_request WHERE id = @Id AND asked_by = @me", new { answer.Id, me }) > 0)
        {
            return Answered.Taken with { About = new OfferPlace(null, of) { SetId = seat.SetId } };
        }

        if (activity.State != ActivityState.Open || !Tokens.IsToken(answer.Id))
        {
            return Answered.Closed("It closed before yours arrived. Your set can ask at its next meeting.");
        }

        if (!OffersSettings.Parse(activity.Settings).Doors || seat.SetId is not { } set || seat.Role is not (Role.Member or Role.Advisor))
        {
            return Answered.Refused("Sets ask for doors. Give yours to somebody of a set.");
        }

        if (seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused(Unknown);
        }

        var over = new StringInfo(title).LengthInTextElements - DoorCommands.TitleMax;
        if (Answered.All(
            Market.Read(writes, activity).Openers.All(one => one.PersonId != of) ? Answered.Invalid("door.of", "Choose whom your set asks.") : null,
            title.Length == 0 ? Answered.Invalid("door.title", "Give the door a short name; the wall may show it.")
                : over > 0 ? Answered.Invalid("door.title", $"{over} too many. Trim a little.") : null,
            Offering.Wrong(activity, "door.text", text, ""),
            by.Length > 0 && !DoorCommands.IsDate(by) ? Answered.Invalid("door.by", "A date, or nothing.") : null) is { } wrong)
        {
            return wrong;
        }

        DoorCommands.Ask(writes, new NewDoor(answer.Id, set, me, of, title, text, by) { ActivityId = activity.Id });
        AnsweredMarks.Add(writes, activity.Id, seat.ParticipantId);
        return Answered.Taken with { About = new OfferPlace(null, of) { SetId = set } };
    }

    /// <summary>Whoever was asked, or the sponsor, accepts with a date, says that it is open, or that it is not possible.</summary>
    public static Answered Give(Writes writes, Activity activity, Answer answer, long me, string verb, string id)
    {
        var date = answer.Fields[$"date.{id}"].ToString().Trim();
        var reply = Line.Clean(answer.Fields[$"reply.{id}"]);
        _ = long.TryParse(answer.Fields[$"seen.{id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var state = verb switch { "accept" => "Accepted", "open" => "Opened", _ => "NotPossible" };
        if (DoorRow.Find(writes, id) is not { } door || door.ActivityId != activity.Id || !OfferFeed.MayOpen(door, answer.Seat))
        {
            return Answered.Refused("Only who was asked answers this one.");
        }

        if (answer.Seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused(Unknown);
        }

        if (verb == "accept" && !DoorCommands.IsDate(date))
        {
            return Answered.Invalid($"date.{id}", "Say by which day. The set plans with it.");
        }

        if (date.Length > 0 && !DoorCommands.IsDate(date))
        {
            return Answered.Invalid($"date.{id}", "A date, or nothing.");
        }

        if (Offering.Wrong(activity, $"reply.{id}", reply, verb == "no" ? "Say why, so that the set can go on." : "") is { } wrong)
        {
            return wrong;
        }

        var place = Answered.Taken with { About = new OfferPlace(null, door.AskedOf, me) { SetId = door.SetId } };
        if (door.State == state && door.Answer == reply && (door.OpensOn ?? "") == date)
        {
            return place;
        }

        if (activity.State != ActivityState.Open && activity.Act is not (ItemAct.Review or ItemAct.Reveal))
        {
            return Answered.Closed("It is closed for now. Tell the set yourself.");
        }

        if (door.Version != seen)
        {
            return Answered.Conflict($"It has changed meanwhile: {door.Words}. Send again if yours should stand.");
        }

        DoorCommands.Answer(writes, door, new DoorWord(state, reply, date), me);
        if (state != "Accepted")
        {
            Carried.Resolve(writes, activity.Id, door.Id, takenUp: true);
        }

        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return place;
    }
}
