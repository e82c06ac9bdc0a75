using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>What the two of a match say of it.</summary>
public static class Matching
{
    /// <summary>One of the two says yes or no to what the facilitator suggested.</summary>
    public static Answered Agree(Writes writes, Activity activity, long me, string id, bool yes)
    {
        if (MatchRow.Find(writes, id) is not { } match || match.ActivityId != activity.Id || !match.IsOf(me))
        {
            return Answered.Refused("Only the two of a match say what becomes of it.");
        }

        if (!CanSet(activity))
        {
            return Answered.Closed("It is closed for now. You are asked again at the next workshop.");
        }

        if (match.State == "Suggested")
        {
            Change(writes, match.Id, yes ? "Agreed" : "FellThrough", match.CameOfIt, match.MonthsSaved, me);
        }

        return Answered.Taken with { About = OfferPlace.Of(match) };
    }

    /// <summary>One of the two says whether it happened, what came of it, and how many months it may have saved.</summary>
    public static Answered Set(Writes writes, Activity activity, Answer answer, long me, string id)
    {
        var state = answer.Fields[$"state.{id}"].ToString();
        var came = Line.Clean(answer.Fields[$"came.{id}"]);
        var typed = answer.Fields[$"months.{id}"].ToString().Trim();
        _ = long.TryParse(answer.Fields[$"seen.{id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        if (MatchRow.Find(writes, id) is not { } match || match.ActivityId != activity.Id || !match.IsOf(me))
        {
            return Answered.Refused("Only the two of a match say what becomes of it.");
        }

        if (state is not ("Happened" or "Agreed" or "FellThrough"))
        {
            return Answered.Invalid($"state.{id}", "Choose: did it happen?");
        }

        long? months = typed.Length == 0 ? null : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (months is < 0 or > 60)
        {
            return Answered.Invalid($"months.{id}", "A number of months from 0 to 60, or none.");
        }

        if (Offering.Wrong(activity, $"came.{id}", came, "") is { } wrong)
        {
            return wrong;
        }

        if (match.State == state && match.CameOfIt == came && match.MonthsSaved == months)
        {
            return Answered.Taken with { About = OfferPlace.Of(match) };
        }

        if (!CanSet(activity))
        {
            return Answered.Closed("It is closed for now. You are asked again at the next workshop.");
        }

        if (match.Version != seen)
        {
            return Answered.Conflict($"The other of you was first: {match.Word}. {match.CameOfIt}".Trim() + " Send again if yours should stand.");
        }

        Change(writes, id, state, came, months, me);
        if (state is "Happened" or "FellThrough")
        {
            Carried.Resolve(writes, activity.Id, id, takenUp: true);
        }

        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken with { About = OfferPlace.Of(match) };
    }

    private static bool CanSet(Activity activity) => activity.State == ActivityState.Open || activity.Act is ItemAct.Review or ItemAct.Reveal;

    private static void Change(Writes writes, string id, string state, string came, long? months, long by) => writes.Execute(
        """
        UPDATE offer_match SET state = @state, came_of_it = @came, months_saved = @months, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id
        """,
        new { id, state, came, months, by, writes.Now });
}
