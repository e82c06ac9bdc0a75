using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What one person wrote, for themselves.</summary>
internal static class OwnWords
{
    public static IReadOnlyList<Said> Of(Reads reads, Activity activity, long person)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        if (!settings.IsOfMembers)
        {
            return [.. CommitmentRow.Of(reads, activity.Id).Where(row => row.PersonId == person)
                .Select(row => new Said("Commitment", row.Text, row.SetId, row.Name))];
        }

        if (Talk.Of(reads, activity).FirstOrDefault(talk => talk.PersonId == person) is not { } mine)
        {
            return [];
        }

        var plan = CommitmentPlan.Of(reads, activity);
        return settings.Mode switch
        {
            CommitmentMode.Goal => GoalRow.Of(reads, mine.MembershipId) is { } goal ? [new Said("Goal", goal.Text, mine.SetId, mine.Name)] : [],
            CommitmentMode.Rating => [.. RatingRow.Of(reads, mine.MembershipId).Where(one => one.Moment == plan.Kind)
                .Select(one => new Said("Rating", $"{one.Value} of 5. {one.Note}".Trim(), mine.SetId, mine.Name))],
            _ => OwnProblem.Of(reads, plan.ProgrammeId, person) is { } problem
                ? [new Said("Problem/opportunity", $"{problem.Title}. {problem.Description}", mine.SetId, mine.Name)] : [],
        };
    }
}

/// <summary>What invented people of a rehearsal answer.</summary>
internal static class Invented
{
    private static readonly string[] _goals =
    [
        "Say earlier when I disagree.", "Listen to the end before I answer.", "Ask for help while it is still cheap.",
        "Leave the decision with those who do the work.", "Stay calm in a conflict and name it.",
    ];

    public static Dictionary<string, string>? Fields(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        if (seat.PersonId is null || !CommitmentPlan.Writes(activity, settings.Mode, seat.Role))
        {
            return null;
        }

        var value = chance.Next(1, 6).ToString(CultureInfo.InvariantCulture);
        switch (settings.Mode)
        {
            case CommitmentMode.Goal:
                return new() { ["do"] = "goal", ["text"] = OneOf(_goals, chance), ["why"] = "It cost us a month last year.", ["notice"] = "My colleagues say so unasked.", ["value"] = value };
            case CommitmentMode.Rating:
                return new() { ["do"] = "rate", ["value"] = value, ["note"] = "Better than in spring.", ["share"] = chance.Next(2) == 0 ? "Supervisor" : "" };
            case CommitmentMode.Problem:
                return new() { ["do"] = "problem", ["title"] = "Jobs that come back", ["text"] = "One repair in five is done twice. Nobody knows why.", ["why"] = "Customers wait twice, and so do we." };
            default:
                var fields = new Dictionary<string, string> { ["do"] = "write", ["text"] = Sayings.Promise(chance), ["share"] = "Room" };
                var others = CommitmentForm.PeopleOf(reads, activity, settings)
                    .Where(one => one.PersonId != seat.PersonId && one.SetId is not null && one.SetId != seat.SetId).ToList();
                if (others.Count > 0)
                {
                    fields["witness"] = others[chance.Next(others.Count)].PersonId!.Value.ToString(CultureInfo.InvariantCulture);
                }

                return fields;
        }
    }

    private static string OneOf(string[] words, Random chance) => words[chance.Next(words.Length)];
}
