using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>The developmental goal that each set member identifies, to pursue while working on the group's problem.</summary>
public sealed partial class OneConsent
{
    /// <summary>The goal as typed.</summary>
    [BindProperty(Name = "Goal")]
    public GoalForm GoalTyped { get; set; } = new();

    /// <summary>The member writes the goal.</summary>
    public async Task<IActionResult> OnPostGoalAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsOwner || Member.LeftAt is not null)
        {
            return Forbid();
        }

        var (typed, saved) = (GoalTyped, false);
        if (await TryAsync(writes => saved = Consent.Find(writes, Id) is { LeftAt: null } now && ConsentRights.IsOwner(Viewer, now)
            && GoalCommands.Keep(writes, Id, typed.Version, typed.Text, typed.WhyNow, typed.HowNoticed)) && saved)
        {
            return Here();
        }

        await Db.ReadAsync(Load);
        Fill();
        ModelState.Clear();
        GoalTyped = typed;
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = Goal?.Version ?? 0;
        return await BothAsync(Goal is { AgreedAt: not null } ? null : Viewer.Name, Goal?.ChangedAt ?? Member.ChangedAt, StaleField.Different(
            new("What I want to get better at", Line.Clean(typed.Text), Goal?.Text ?? ""), new("Why now", Line.Clean(typed.WhyNow), Goal?.WhyNow ?? ""),
            new("How others will notice", Line.Clean(typed.HowNoticed), Goal?.HowNoticed ?? "")), "goal-form");
    }

    /// <summary>The member shows the goal to the set, keeps it again, or shows it to a supervisor who came later.</summary>
    /// <param name="to">set, nobody or supervisor.</param>
    public Task<IActionResult> OnPostShareAsync(string? to) => PressAsync(() => IsOwner, writes => to == "supervisor"
        ? GoalCommands.Show(writes, Id) : GoalCommands.Share(writes, Id, to == "set"));

    /// <summary>The supervisor agrees to the goal as they read it.</summary>
    public Task<IActionResult> OnPostAgreeAsync(long goalVersion) =>
        PressAsync(() => IsSupervisor, writes => GoalCommands.Agree(writes, Id, goalVersion, Me));

    private async Task<IActionResult> PressAsync(Func<bool> may, Func<Writes, bool> act)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!may() || Member.LeftAt is not null)
        {
            return Forbid();
        }

        var done = false;
        await TryAsync(writes => done = Consent.Find(writes, Id) is { LeftAt: null } now
            && (ConsentRights.IsOwner(Viewer, now) || ConsentRights.IsSupervisor(Viewer, now)) && act(writes));
        if (done)
        {
            return Here();
        }

        await Db.ReadAsync(Load);
        Fill();
        ModelState.Clear();
        Faults["Goal"] = "It reads otherwise by now. Here is how it is.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private LocalRedirectResult Here() => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}#goal"));
}
