using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>Takes what a member ranks.</summary>
public static class Ranking
{
    /// <summary>The longest stake, in characters as people count them.</summary>
    public const int WhyMax = 160;

    /// <summary>For how many of the first places a stake is asked.</summary>
    public const int Stakes = 3;

    /// <summary>What a phone hears that isn't known to be its member's.</summary>
    public const string NotVouched =
        "Your ranks are yours alone, so this phone has to be known as yours first. Ask your advisor or the facilitator to let you in.";

    /// <summary>Stores somebody's ranks in place of those they gave before.</summary>
    public static Answered Take(Writes writes, Activity activity, Answer answer)
    {
        var paper = answer.EnteredBy is not null;
        if (activity.State != ActivityState.Open && !(paper && activity.State == ActivityState.Closed))
        {
            return Answered.Closed("The ranking is closed. What you sent before it closed counts.");
        }

        if (answer.Seat is not { Role: Role.Member, PersonId: { } person } || !activity.IsFor(Role.Member))
        {
            return Answered.Refused("Members of the sets rank. Everybody else waits.");
        }

        if (!paper && answer.Seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused(NotVouched);
        }

        var answered = Keep(writes, activity, person, answer.Fields, paper);
        if (answered.As == AnsweredAs.Taken)
        {
            AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        }

        return answered;
    }

    /// <summary>Stores somebody's ranks in place of those they gave before; whoever calls has checked that they may.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="activity">The ranking.</param>
    /// <param name="person">Whose ranks.</param>
    /// <param name="fields">What was filled in.</param>
    /// <param name="paper">Whether it was entered from paper: then one rank and no stake is enough.</param>
    public static Answered Keep(Writes writes, Activity activity, long person, IFormCollection fields, bool paper)
    {
        var settings = PreferenceSettings.Parse(activity.Settings);
        var offered = Choosing.OfferedIn(writes, activity).Select(problem => problem.Id).ToHashSet();
        var given = new List<(long Problem, string Why, int Place)>();
        var (wrong, stakes) = (new List<Answered>(), new List<Answered>());
        for (var place = 1; place <= settings.Most; place++)
        {
            var field = Field("choice", place);
            var why = place <= Stakes ? Line.Clean(fields[Field("why", place)]) : "";
            if (new StringInfo(why).LengthInTextElements - WhyMax is > 0 and var over)
            {
                stakes.Add(Answered.Invalid(Field("why", place), $"{over} too many. One sentence of {WhyMax} characters."));
            }

            if (fields[field].ToString() is not { Length: > 0 } typed)
            {
                continue;
            }

            if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var problem) || !offered.Contains(problem))
            {
                wrong.Add(Answered.Invalid(field, "This problem is not on offer. Choose one of the list."));
                continue;
            }

            if (given.Any(one => one.Problem == problem))
            {
                wrong.Add(Answered.Invalid(field, "You have ranked this one already. Each problem has one place."));
                continue;
            }

            given.Add((problem, why, place));
        }

        var least = paper ? 1 : Math.Min(settings.Least, offered.Count);
        if ((given.Count < least || given.Count == 0) && wrong.Count == 0)
        {
            wrong.Add(Answered.Invalid("choice.1", $"Rank at least {Math.Max(1, least)}. You have ranked {given.Count}."));
        }

        wrong.AddRange(stakes);
        if (!paper && given is [{ Why: "" } silent, ..])
        {
            wrong.Add(Answered.Invalid(Field("why", silent.Place), "What is your stake in the first one? One sentence, so that your set can understand you."));
        }

        if (Answered.All(wrong) is { } all)
        {
            return all;
        }

        writes.Execute("DELETE FROM preference_rank WHERE activity_id = @Id AND person_id = @person", new { activity.Id, person });
        foreach (var (index, (problem, why, _)) in given.Index())
        {
            writes.Execute("""
                INSERT INTO preference_rank (activity_id, person_id, rank, problem_id, why) VALUES (@Id, @person, @rank, @problem, @why)
                """, new { activity.Id, person, rank = index + 1, problem, why = index < Stakes ? why : "" });
        }

        return Answered.Taken;
    }

    /// <summary>The name of a field: choice.1 or why.1.</summary>
    public static string Field(string name, int place) => string.Create(CultureInfo.InvariantCulture, $"{name}.{place}");
}
