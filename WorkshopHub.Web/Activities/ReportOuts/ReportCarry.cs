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

            if (run.AnswerTo(turn) is not null)
            {
                Decision(writes, activity, turn.OutcomeId!.Value);
            }
        }
    }

    /// <summary>Notes a decision; one that was noted before for the same report is replaced.</summary>
    public static void Decision(Writes writes, Activity activity, long outcome)
    {
        var run = ReportRun.Read(writes, activity);
        if (run.Of(outcome) is not { } turn || run.AnswerTo(turn) is not { } answer)
        {
            return;
        }

        writes.Execute(
            """
            UPDATE carried SET state = 'Undone'
            WHERE activity_id = @Id AND target = 'Decision' AND thing_id = @outcome AND state = 'Carried'
            """,
            new { activity.Id, outcome });
        Carried.Add(writes, new Carried
        {
            ActivityId = activity.Id,
            Target = "Decision",
            SetId = turn.SetId,
            PersonId = turn.PersonId,
            ThingId = outcome,
            Text = Words(answer),
            Due = answer.Due,
        });
    }

    /// <summary>An answer in one paragraph.</summary>
    public static string Words(OutcomeAnswer answer) => string.Join(" ", new[]
    {
        $"{answer.Decision}.", answer.Text.Replace('\n', ' '),
        answer.NextStep.Length > 0 ? $"Next: {answer.NextStep}{(answer.Owner.Length > 0 ? $" ({answer.Owner})" : "")}{(answer.Due is null ? "" : $", by {answer.Due}")}." : "",
    }.Where(part => part.Length > 0));
}
