using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>A report that was presented, for whoever answers it: the sponsor a set's, a supervisor their member's.</summary>
public sealed class AnswerPage(Db db, Writer writer, ReportsLive live) : FormPage
{
    /// <summary>The outcome.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What is decided, as chosen.</summary>
    [BindProperty]
    public string? Decides { get; set; }

    /// <summary>In their own words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What happens next.</summary>
    [BindProperty]
    public string? NextStep { get; set; }

    /// <summary>Who does it.</summary>
    [BindProperty]
    public string? Owner { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>Where to go then: the page in this house that one came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The report.</summary>
    public Outcome Outcome { get; private set; } = null!;

    /// <summary>Its place in the report-out.</summary>
    public Turn Turn { get; private set; } = null!;

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    private Activity Activity { get; set; } = null!;

    private long Me { get; set; }

    /// <summary>Shows the report, and the answer as far as one was given.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        if ((await db.ReadAsync(reads => OutcomeAnswer.Of(reads, Outcome.WorkshopId))).FirstOrDefault(one => one.OutcomeId == Id) is { } given)
        {
            (Decides, Text, NextStep, Owner, Due) = (given.Decision.ToString(), given.Text, given.NextStep, given.Owner, given.Due);
        }

        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        if (!Enum.TryParse<Decision>(Decides, out var decision) || !Enum.IsDefined(decision))
        {
            return Again("Decides", "Choose what you decide.");
        }

        try
        {
            var kept = await writer.RunAsync(writes =>
            {
                if (Find(writes) is not { } found)
                {
                    return false;
                }

                OutcomeCommands.Answer(writes, new OutcomeAnswer
                {
                    OutcomeId = Id,
                    Decision = decision,
                    Text = Text ?? "",
                    NextStep = NextStep ?? "",
                    Owner = Owner ?? "",
                    Due = Due,
                    By = Me,
                });
                if (found.Activity.State == ActivityState.Closed)
                {
                    ReportCarry.Again(writes, found.Activity, found.Turn, Id);
                }

                return true;
            });
            if (!kept)
            {
                return NotFound();
            }
        }
        catch (RefusedException wrong)
        {
            return Again(wrong.Field, wrong.Message);
        }

        live.Turned(Activity);
        return LocalRedirect(Home);
    }

    private async Task<IActionResult?> RefusedAsync()
    {
        if ((await HttpContext.ViewerAsync()).PersonId is not { } me)
        {
            return Challenge();
        }

        Me = me;
        if (await db.ReadAsync(Find) is not { } found)
        {
            return NotFound();
        }

        (Activity, Turn, Outcome) = found;
        return null;
    }

    private (Activity Activity, Turn Turn, Outcome Outcome)? Find(Reads reads)
    {
        if (reads.First<long?>(
            "SELECT activity_id FROM report_turn WHERE outcome_id = @Id AND tell_at IS NOT NULL ORDER BY tell_at DESC LIMIT 1", new { Id }) is not { } told
            || Activity.Find(reads, told) is not { } activity || Outcome.Find(reads, Id) is not { } outcome
            || ReportRun.Read(reads, activity).Of(Id) is not { } turn || !ReportRights.MayAnswer(reads, activity, Me, turn))
        {
            return null;
        }

        return (activity, turn, outcome);
    }
}
