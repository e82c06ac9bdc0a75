using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>Takes what a phone confirms for its set: a wish, until the facilitator closes the choice.</summary>
public static class Wishing
{
    /// <summary>Whether sets may choose now: the ranks are shown in the room.</summary>
    public static bool IsOpen(Activity activity) => activity.IsRevealed && activity.Act is ItemAct.Reveal or ItemAct.Review;

    /// <summary>Stores a wish, or takes it back (field wish = none).</summary>
    public static Answered Take(Writes writes, Activity activity, Answer answer)
    {
        if (!IsOpen(activity))
        {
            return Answered.Closed("Sets choose when everybody has ranked and the ranks are shown.");
        }

        if (answer.Seat is not { Role: Role.Member, SetId: { } set } seat || !activity.IsFor(Role.Member))
        {
            return Answered.Refused("One of the set’s members confirms its choice.");
        }

        if (!Access.MayWrite(seat, Artefact.SetChoice))
        {
            return Answered.Refused("To speak for your set, this phone has to be known as yours. Ask your advisor or the facilitator to let you in.");
        }

        var now = Choosing.Read(writes, activity);
        if (now.Sets.All(one => one.Id != set))
        {
            return Answered.Refused("Your set is not in this programme.");
        }

        if (now.ChoiceOf(set) is { } choice)
        {
            return Answered.Closed($"Your set has its problem already: {now.TitleOf(choice.ProblemId)}.");
        }

        var typed = answer.Fields["wish"].ToString();
        if (typed == "none")
        {
            // Where phones differ, one takes back one's own word; a wish of the set is the set's to take back.
            writes.Execute(
                "DELETE FROM preference_wish WHERE activity_id = @Id AND set_id = @set AND (NOT @own OR participant_id = @ParticipantId)",
                new { activity.Id, set, seat.ParticipantId, own = now.Differs(set) });
            return Answered.Taken;
        }

        if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var problem)
            || now.Problems.All(one => one.Id != problem))
        {
            return Answered.Invalid("wish", "This problem is not on offer. Choose one of the list.");
        }

        if (now.Free.All(one => one.Id != problem))
        {
            return Answered.Invalid("wish", $"Another set has {now.TitleOf(problem)} by now. Choose one that is left.");
        }

        writes.Execute("""
            INSERT INTO preference_wish (activity_id, participant_id, set_id, problem_id, at) VALUES (@Id, @ParticipantId, @set, @problem, @Now)
            ON CONFLICT (activity_id, participant_id) DO UPDATE SET set_id = @set, problem_id = @problem, at = @Now WHERE problem_id <> @problem
            """, new { activity.Id, seat.ParticipantId, set, problem, writes.Now });
        return Answered.Taken;
    }
}
