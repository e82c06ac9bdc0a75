using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What members do with their goal, rating and problem, and their supervisors with them.</summary>
public static class GoalActs
{
    private static readonly Answered _changed = Answered.Conflict("It has changed meanwhile. Read it again first.");

    /// <summary>Does what a form asks. Everything here is private, so only a known person may.</summary>
    public static Answered Do(Writes writes, Activity activity, CommitmentMode mode, Answer answer, Sent sent)
    {
        if (answer.EnteredBy is not null)
        {
            return Answered.Refused("What only its owner reads cannot be entered for them.");
        }

        if (answer.Seat.PersonId is not { } person || !Access.IsSure(answer.Seat, Artefact.Goals))
        {
            return Answered.Refused("This is between you and your supervisor. Ask your advisor or the facilitator to let you in.");
        }

        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("This activity closed before your words arrived.");
        }

        var talks = Talk.Of(writes, activity);
        var mine = talks.FirstOrDefault(talk => talk.PersonId == person);
        if (sent.Verb is "goal" or "rate" or "problem")
        {
            var answered = mine is null || !activity.IsFor(answer.Seat.Role) ? Answered.Refused("This one is for members of a set.") : (sent.Verb, mode) switch
            {
                ("goal", CommitmentMode.Goal) => Goal(writes, mine, sent),
                ("rate", CommitmentMode.Rating) => Rate(writes, activity, mine, sent),
                ("problem", CommitmentMode.Problem) => Problem(writes, activity, mine, sent),
                _ => Answered.Refused("This is not asked here."),
            };
            if (answered.As == AnsweredAs.Taken)
            {
                AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
            }

            return answered;
        }

        if (sent.Verb is "tell" or "keep")
        {
            return mine is not null && mode == CommitmentMode.Goal && GoalCommands.Share(writes, mine.MembershipId, sent.Verb == "tell")
                ? Answered.Taken : Answered.Refused("Only who wrote a goal can share it.");
        }

        if (sent.Verb is "talked" or "nottalked")
        {
            return talks.FirstOrDefault(talk => talk.MembershipId == sent.Target && talk.AdvisorId == person && !talk.SupervisorIsHere) is { } stands
                ? StandIn(writes, activity, mode, stands, person, sent.Verb == "talked")
                : Answered.Refused("Only the set’s advisor stands in, while the supervisor is not here.");
        }

        return talks.FirstOrDefault(talk => talk.MembershipId == sent.Target && talk.SupervisorId == person) is { } of
            ? Supervise(writes, activity, mode, of, person, sent)
            : Answered.Refused("Only the member’s supervisor can do this.");
    }

    /// <summary>The advisor talked with the member in the supervisor's place: that is noted, and agrees to nothing.</summary>
    private static Answered StandIn(Writes writes, Activity activity, CommitmentMode mode, Talk talk, long advisor, bool talked)
    {
        var moment = CommitmentPlan.Of(writes, activity).Kind;
        if (mode != CommitmentMode.Goal && (mode != CommitmentMode.Rating || moment != "Final"))
        {
            return Answered.Refused("This is not asked here.");
        }

        if (talked)
        {
            GoalCommands.Talked(writes, talk.MembershipId, moment, advisor);
        }
        else
        {
            GoalCommands.NotTalked(writes, talk.MembershipId, moment);
        }

        return Answered.Taken;
    }

    private static Answered Supervise(Writes writes, Activity activity, CommitmentMode mode, Talk talk, long person, Sent sent)
    {
        var plan = CommitmentPlan.Of(writes, activity);
        switch (sent.Verb, mode)
        {
            case ("agree", CommitmentMode.Goal):
                return GoalCommands.Agree(writes, talk.MembershipId, sent.Version, person) ? Answered.Taken : _changed;
            case ("disagree", CommitmentMode.Goal):
                return GoalCommands.Disagree(writes, talk.MembershipId) ? Answered.Taken : _changed;
            case ("noticed", CommitmentMode.Rating) when plan.Kind == "Final":
                var name = string.Create(CultureInfo.InvariantCulture, $"noticed-{talk.MembershipId}");
                var text = sent.Text(name);
                if (sent.Wrong(name, text, "What did you notice? One thing is enough.") is { } wrong)
                {
                    return wrong;
                }

                GoalCommands.Notice(writes, talk.MembershipId, person, text);
                return Answered.Taken;
            case ("confirm", CommitmentMode.Problem) when OwnProblem.Of(writes, plan.ProgrammeId, talk.PersonId) is { } problem:
                return OwnProblem.Confirm(writes, problem.Id, sent.Version, person) ? Answered.Taken : _changed;
            case ("back", CommitmentMode.Problem) when OwnProblem.Of(writes, plan.ProgrammeId, talk.PersonId) is { } problem:
                var field = string.Create(CultureInfo.InvariantCulture, $"note-{talk.MembershipId}");
                var note = sent.Text(field);
                return sent.Wrong(field, note, "Say in a sentence what is missing, so that it can be changed.")
                    ?? (OwnProblem.SendBack(writes, problem.Id, sent.Version, person, note) ? Answered.Taken : _changed);
            default:
                return Answered.Refused("This is not asked here.");
        }
    }

    private static Answered Goal(Writes writes, Talk mine, Sent sent)
    {
        var (text, why, notice) = (sent.Text("text"), sent.Text("why"), sent.Text("notice"));
        var unrated = Value(sent, out var value);
        var wrong = sent.Wrong("text", text, "What do you want to get better at? One sentence.")
            ?? sent.Wrong("why", why, "", optional: true) ?? sent.Wrong("notice", notice, "", optional: true) ?? unrated;
        if (wrong is not null)
        {
            return wrong;
        }

        GoalCommands.Write(writes, mine.MembershipId, text, why, notice);
        GoalCommands.Rate(writes, mine.MembershipId, "KickOff", value, "", shared: false);
        return Answered.Taken;
    }

    private static Answered Rate(Writes writes, Activity activity, Talk mine, Sent sent)
    {
        var note = sent.Text("note");
        if ((Value(sent, out var value) ?? sent.Wrong("note", note, "", optional: true)) is { } wrong)
        {
            return wrong;
        }

        GoalCommands.Rate(
            writes, mine.MembershipId, CommitmentPlan.Of(writes, activity).Kind, value, note, sent.Line("share") == "Supervisor");
        return Answered.Taken;
    }

    private static Answered Problem(Writes writes, Activity activity, Talk mine, Sent sent)
    {
        var (title, text, why) = (sent.Line("title"), sent.Text("text"), sent.Text("why"));
        var wrong = sent.Wrong("title", title, "Give the problem/opportunity a short name.", limit: 80)
            ?? sent.Wrong("text", text, "What happens, and to whom? Two or three sentences.", limit: 1000)
            ?? sent.Wrong("why", why, "Why does it matter? One sentence.");
        if (wrong is not null)
        {
            return wrong;
        }

        OwnProblem.Draft(writes, CommitmentPlan.Of(writes, activity).ProgrammeId, mine.PersonId, mine.SupervisorId, title, text, why);
        return Answered.Taken;
    }

    private static Answered? Value(Sent sent, out int value) =>
        int.TryParse(sent.Line("value"), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= 5
            ? null : Answered.Invalid(sent.Name("value"), "Where are you with it now? Choose a number from 1 to 5.");
}
