using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 3 from the rows.</summary>
internal static class DecisionRows
{
    /// <summary>What was asked or answered, in the sets' order: the set's own first, then its members'.</summary>
    public static IReadOnlyList<AskedDecision> Read(Ground ground, IReadOnlyList<StoryRows.Told> told)
    {
        if (ground.Final is not { } final)
        {
            return [];
        }

        var answers = OutcomeAnswer.Of(ground.Reads, final.Id).ToDictionary(answer => answer.OutcomeId);
        var steps = ClientStep.Of(ground.Reads, final.Id).ToDictionary(step => step.OutcomeId);
        var said = NextStep.Of(ground.Reads, final.Id).ToDictionary(step => step.OutcomeId);
        var asked = told.Where(one => one.Asked.Length > 0 || answers.ContainsKey(one.Id) || steps.ContainsKey(one.Id))
            .Select(one => (one.Id, one.SetId, one.PersonId, Told: (StoryRows.Told?)one))
            .Concat(answers.Values.Where(answer => told.All(one => one.Id != answer.OutcomeId))
                .Select(answer => (Id: answer.OutcomeId, answer.SetId, answer.PersonId, Told: (StoryRows.Told?)null)));
        return
        [
            .. from one in asked
               let set = ground.Sets.FirstOrDefault(set => set.Id == one.SetId)
               where set is not null
               let member = ground.Members.FirstOrDefault(member => member.PersonId == one.PersonId && member.SetId == one.SetId)
               orderby set.Position, one.PersonId is not null, member?.Name
               select new AskedDecision
               {
                   OutcomeId = one.Id,
                   Set = set.Mark,
                   Member = one.PersonId is null ? null : member?.Name ?? "Somebody who has left",
                   Asked = one.Told?.Asked.Replace('\n', ' ') ?? "",
                   By = LocalDay.Read(one.Told?.AskedBy),
                   With = one.Told?.AskedWith ?? "",
                   Client = one.PersonId is null ? set.Client : member?.Supervisor,
                   Answer = answers.GetValueOrDefault(one.Id) is { } answer
                       ? new(answer.Decision.ToString(), answer.Text, answer.NextStep, answer.Owner, LocalDay.Read(answer.Due), answer.ByName, ground.Day(answer.At))
                       {
                           Step = said.GetValueOrDefault(one.Id) is { } of ? new(of.State, of.Note, of.ByName, ground.Day(of.At)) : null,
                       } : null,
                   ClientStep = steps.GetValueOrDefault(one.Id) is { } step ? new(step.Text, LocalDay.Read(step.Due), step.ByName) : null,
               },
        ];
    }

    /// <summary>How many were asked, answered, and wait.</summary>
    public static IEnumerable<Figure> Figures(Ground ground, IReadOnlyList<StoryRows.Told> told, IReadOnlyList<AskedDecision> decisions)
    {
        var asked = decisions.Count(one => one.Asked.Length > 0);
        var answered = decisions.Count(one => one.Asked.Length > 0 && one.Answer is not null);
        var source = ground.Final is { } final ? $"Reports at {final.Title}, {ReportPart.Day(final.Day)}" : "Reports at the final";
        var link = ground.Final is { } at ? $"/workshops/{at.Id}/summary" : null;
        return
        [
            ground.Count(ReportSection.Decisions, "decisions-answered", "Decisions answered", answered, asked, source) with { Link = link, Needs = "Summary" },
            ground.Count(
                ReportSection.Decisions, "decisions-waiting", "Decisions that wait for an answer", asked - answered, asked, source,
                ground.IsOwnProblem ? "Each member is answered by the supervisor, each set by the sponsor." : "The sponsor answers each set.") with { Link = link, Needs = "Summary" },
            ground.Count(ReportSection.Decisions, "reports-told", "Reports told to all", told.Count, ground.IsOwnProblem ? ground.Members.Count : ground.Sets.Count, source) with
            {
                Link = link,
                Needs = "Summary",
                Value = ground.Final is { State: not "Planned" } && told.Count > 0 ? told.Count : null,
            },
        ];
    }
}
