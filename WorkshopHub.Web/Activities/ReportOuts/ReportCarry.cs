using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>Where the results of a report-out go: progress notes half-way, decisions at the end.</summary>
public static class ReportCarry
{
    /// <summary>Takes along what was presented and answered.</summary>
    public static void Over(Writes writes, Activity activity)
    {
        var run = ReportRun.Read(writes, activity);
        foreach (var turn in run.Turns.Where(turn => turn.HasBegun))
        {
            if (run.Settings.IsShort && Outcome.Find(writes, turn.OutcomeId!.Value) is { } outcome
                && string.Join('\n', run.Settings.Slides.Where(slide => slide != Slide.Problem && outcome[slide].Text.Length > 0)
                    .Select(slide => $"{slide.Title()}: {outcome[slide].Text.Replace('\n', ' ')}")) is { Length: > 0 } text)
            {
                Carried.Add(writes, new Carried
                {
                    ActivityId = activity.Id,
                    Target = "ProgressNote",
                    SetId = turn.SetId,
                    PersonId = turn.PersonId,
                    ThingId = turn.OutcomeId,
                    Text = text,
                });
            }

            Results(writes, run, turn, turn.OutcomeId!.Value);
        }

        foreach (var set in run.Turns.Where(turn => turn.HasBegun).DistinctBy(turn => turn.SetId))
        {
            if (run.AnswerToSet(set.SetId) is { } answer)
            {
                Results(writes, run, set, answer.OutcomeId);
            }
        }
    }

    /// <summary>After an answer that came when the activity had closed: what was noted before for the same outcome is replaced.</summary>
    public static void Again(Writes writes, Activity activity, Turn turn, long outcome)
    {
        writes.Execute(
            """
            UPDATE carried SET state = 'Undone'
            WHERE activity_id = @told AND target IN ('Decision', 'Action') AND thing_id = @outcome AND state = 'Carried'
            """,
            new { told = turn.ToldIn ?? activity.Id, outcome });
        Results(writes, ReportRun.Read(writes, activity), turn, outcome);
    }

    /// <summary>What was decided about an outcome, and what its client does next.</summary>
    private static void Results(Writes writes, ReportRun run, Turn turn, long outcome)
    {
        var told = turn.ToldIn ?? run.Activity.Id;
        if (run.Answers.FirstOrDefault(answer => answer.OutcomeId == outcome) is { } answer)
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = told,
                Target = "Decision",
                SetId = answer.SetId,
                PersonId = answer.PersonId,
                ThingId = outcome,
                Text = Words(answer),
                Due = answer.Due,
            });
        }

        if (run.Steps.FirstOrDefault(step => step.OutcomeId == outcome) is { } step)
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = told,
                Target = "Action",
                SetId = turn.SetId,
                PersonId = step.By,
                ThingId = outcome,
                Text = $"{step.ByName}: {step.Text}",
                Due = step.Due,
            });
        }
    }

    /// <summary>A client's next step in one sentence.</summary>
    public static string Words(ClientStep step) => step.Text.TrimEnd('.') + (step.Due is null ? "." : $", by {AskLine.Day(step.Due)}.");

    /// <summary>An answer in one paragraph.</summary>
    public static string Words(OutcomeAnswer answer) => string.Join(" ", new[]
    {
        $"{AskedDecision.Chosen(answer.Decision)}.", answer.Text.Replace('\n', ' '),
        answer.NextStep.Length > 0 ? $"Next: {answer.NextStep}{(answer.Owner.Length > 0 ? $" ({answer.Owner})" : "")}{(answer.Due is null ? "" : $", by {answer.Due}")}." : "",
    }.Where(part => part.Length > 0));
}
