using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>What the two can do on the page of their talks.</summary>
public sealed partial class TalksPage
{
    /// <summary>Dates the next talk, or dates it anew.</summary>
    public Task<IActionResult> OnPostPlanAsync() => ActAsync(both: true, "Plan.Date", (writes, member) => TalkCommands.Plan(writes, member, Plan, Today, Me));

    /// <summary>The member writes what the supervisor should know.</summary>
    public Task<IActionResult> OnPostWordAsync() => ActAsync(both: false, "Word", (writes, member) => TalkCommands.Say(writes, member, Version, Word, Me));

    /// <summary>The other one says yes to what was written down.</summary>
    public Task<IActionResult> OnPostYesAsync(long talk) => ActAsync(both: true, "Talk", (writes, member) => TalkCommands.Yes(writes, member, talk, Version, Me));

    /// <summary>One of the two says whether they did what was agreed.</summary>
    public Task<IActionResult> OnPostDidAsync(long talk, bool yes) => ActAsync(both: true, "Talk", (writes, member) => TalkCommands.Did(writes, member, talk, yes, Me));

    /// <summary>The supervisor writes what they noticed of the goal: for the member alone.</summary>
    public Task<IActionResult> OnPostNoticedAsync() => ActAsync(both: true, "Noticed", (writes, _) =>
    {
        var words = Typed.Lines("Noticed", Noticed, GoalCommands.TextMax, "What have you noticed? One sentence.");
        if (IsOwner)
        {
            return false;
        }

        GoalCommands.Notice(writes, Id, Me, words);
        return true;
    });

    private async Task<IActionResult> ActAsync(bool both, string field, Func<Writes, Consent, bool> act)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!MayWrite || (!both && !IsOwner))
        {
            return Forbid();
        }

        var (plan, word, done) = (Plan, Word, false);
        if (await TryAsync(writes => done = TalkRights.Of(Viewer, writes, Id) is { Member: { LeftAt: null } member } && act(writes, member)) && done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}/talks"));
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Fill();
        (Plan.Date, Plan.Starts, Plan.Place, Word) = (plan.Date ?? Plan.Date, plan.Starts ?? Plan.Starts, plan.Place ?? Plan.Place, word ?? Word);
        if (Faults.Count > 0)
        {
            return Again();
        }

        var stands = field switch { "Word" => Next?.Word, "Plan.Date" => Next is { } next ? When(next) : null, _ => null };
        Faults[field] = $"It was changed meanwhile{(string.IsNullOrEmpty(stands) ? "" : $", and now says “{stands}”")}. What you typed is still here: send it once more to put it in its place.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
