using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>Writes dots. A phone sends all its dots together; the last that came stand until the vote is closed.</summary>
public static class DotAnswers
{
    /// <summary>Takes somebody's dots, or says why not.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var seat = answer.Seat;
        var settings = DotSettings.Parse(activity.Settings);
        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("The vote is closed. The dots you gave before stand.");
        }

        if (!activity.IsFor(seat.Role))
        {
            return Answered.Refused("This one is for others in the room.");
        }

        if (activity.NameMode == NameMode.Private && answer.EnteredBy is null && seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused("We don’t know yet that this phone is yours. Ask your advisor or the facilitator to let you in.");
        }

        // A dot's value is the item, and behind a # which of one's dots on it.
        var items = answer.Fields.Where(field => field.Key.StartsWith("dot", StringComparison.Ordinal)).SelectMany(field => field.Value)
            .Select(value => (value ?? "").Split('#')[0]).Where(item => item.Length > 0).ToList();
        var known = DotQueries.Items(writes, activity, settings).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return items.Exists(item => !known.Contains(item))
                ? Answered.Invalid("dot", "One of these is no longer there. Look again at where your dots are.")
            : items.Count > settings.Dots
                ? Answered.Invalid("dot", $"You gave {items.Count} dots and have {settings.Dots}. Take {items.Count - settings.Dots} back.")
            : !settings.Several && items.Distinct(StringComparer.Ordinal).Count() < items.Count
                ? Answered.Invalid("dot", "One dot each: not several on the same.")
            : Store(writes, activity, answer, items);
    }

    private static Answered Store(Writes writes, Activity activity, Answer answer, List<string> items)
    {
        var anonymous = activity.NameMode == NameMode.Anonymous;
        var voter = new
        {
            activity = activity.Id,
            participant = anonymous ? (long?)null : answer.Seat.ParticipantId,
            hash = anonymous ? Tokens.Hash((Tokens.IsToken(answer.Secret) ? answer.Secret : answer.Id)!) : null,
        };
        var gone = writes.Execute(
            "DELETE FROM dot WHERE activity_id = @activity AND (participant_id = @participant OR secret_hash = @hash)", voter);
        var marked = AnsweredMarks.Of(writes, activity.Id, answer.Seat.ParticipantId) > 0;
        if (anonymous && gone == 0 && marked && answer.EnteredBy is null)
        {
            return Answered.Refused("You have given your dots already. No name is kept, so only the phone that gave them can move them.");
        }

        foreach (var item in items)
        {
            writes.Execute(
                """
                INSERT INTO dot (id, activity_id, participant_id, secret_hash, item)
                VALUES (@id, @activity, @participant, @hash, @item)
                """,
                new { id = Tokens.New(), voter.activity, voter.participant, voter.hash, item });
        }

        // All dots taken back is no answer any longer; without that mark the phone may begin anew.
        if (anonymous && answer.EnteredBy is not null)
        {
            if (items.Count > 0)
            {
                AnsweredMarks.Add(writes, activity.Id, AnsweredMarks.Paper);
            }

            return Answered.Taken;
        }

        if (items.Count == 0)
        {
            AnsweredMarks.Remove(writes, activity.Id, answer.Seat.ParticipantId);
        }
        else if (!marked)
        {
            AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        }

        return Answered.Taken;
    }
}
