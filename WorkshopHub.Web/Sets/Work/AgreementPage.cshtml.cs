using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// What a set asks its client to confirm, for the client alone: one press says yes, a no has its reason, and both can be taken
/// back on the same day. Who takes it over says who keeps it alive.
/// </summary>
public sealed class AgreementPage(Db db, Writer writer, WorkLive live, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The step.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Why not, as typed.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Who keeps it alive, as typed.</summary>
    [BindProperty]
    public string? Keeper { get; set; }

    /// <summary>Whether the form of a no is open.</summary>
    [BindProperty(SupportsGet = true)]
    public bool No { get; set; }

    /// <summary>The step as it stands.</summary>
    public AgreementStep Step { get; private set; } = null!;

    /// <summary>All steps of the set.</summary>
    public IReadOnlyList<AgreementStep> Steps { get; private set; } = [];

    /// <summary>The version of the solution that it is about, or null.</summary>
    public Solution? Solution { get; private set; }

    /// <summary>The set.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>Who was told of the answer: the set's members, by first name.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    /// <summary>Whether the answer can still be taken back: on its day, while nothing was asked after it.</summary>
    public bool MayUndo { get; private set; }

    /// <summary>Where the answers go back to.</summary>
    private LocalRedirectResult Here => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/agreements/{Id}"));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        (Version, Keeper) = (Step.Version, Step.Keeper);
        return Page();
    }

    /// <summary>The client says yes. What is taken over is handed over by that.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync((writes, step, place) =>
    {
        if (!AgreementStep.Confirm(writes, step, Version, Me))
        {
            return false;
        }

        if (step.Step == "Adopted" && place is { ProblemId: { } problem, State: "InWork" or "Implemented" or "Chosen" })
        {
            ProblemStage.Put(writes, problem, place.State, "HandedOver", LocalDay.Parse(step.OnDate), "", Me);
        }

        return true;
    });

    /// <summary>The client says no, with the reason.</summary>
    public Task<IActionResult> OnPostDeclineAsync()
    {
        No = true;
        return ActAsync((writes, step, _) => AgreementStep.Decline(writes, step, Version, Why, Me));
    }

    /// <summary>The client takes the answer back.</summary>
    public Task<IActionResult> OnPostUndoAsync() => ActAsync((writes, step, place) =>
    {
        if (!OfToday(writes, step) || !AgreementStep.Undo(writes, step, Version))
        {
            return false;
        }

        if (step is { Step: "Adopted", State: "Confirmed" } && place is { ProblemId: { } problem, State: "HandedOver" })
        {
            ProblemStage.Put(writes, problem, "HandedOver", "InWork", LocalDay.Today(writes, time.GetUtcNow()), "The client took it back", Me);
        }

        return true;
    });

    /// <summary>The client says who keeps it alive.</summary>
    public Task<IActionResult> OnPostKeeperAsync() => ActAsync((writes, step, _) => AgreementStep.Keep(writes, step, Version, Keeper));

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => AgreementStep.Find(reads, Id) is { } step && SetFrame.Find(reads, step.SetId) is { IsArchived: true };

    private async Task<IActionResult> ActAsync(Func<Writes, AgreementStep, Place, bool> act)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var done = false;
        if (await TryAsync(writes => done = AgreementStep.Find(writes, Id) is { } step && Place.OfSet(writes, step.SetId) is { } place
            && WorkRights.MayConfirm(Viewer, place) && act(writes, step, place)) && done)
        {
            await live.ChangedAsync(Step.SetId, null);
            return Here;
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Version = Step.Version;
        if (Faults.Count > 0)
        {
            return Again();
        }

        Faults["Step"] = "It was answered or taken back meanwhile. Here is how it stands.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool OfToday(Reads reads, AgreementStep step) => step.AnsweredAt is { } at
        && LocalDay.Today(reads, Utc.Parse(at)) == LocalDay.Today(reads, time.GetUtcNow());

    private bool Load(Reads reads)
    {
        if (AgreementStep.Find(reads, Id) is not { } step || Place.OfSet(reads, step.SetId) is not { } place
            || !WorkRights.MayConfirm(Viewer, place) || SetFrame.Find(reads, step.SetId) is not { } set)
        {
            return false;
        }

        (Step, Set) = (step, set);
        Steps = AgreementStep.Of(reads, step.SetId);
        Solution = step.SolutionId is { } solution ? Solution.Of(reads, step.SetId, null).FirstOrDefault(one => one.Id == solution) : null;
        Told = [.. reads.Query<string>("SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.set_id = @SetId AND m.left_at IS NULL ORDER BY p.name COLLATE NAMES", new { step.SetId }).Select(Called.First)];
        MayUndo = step.State is "Confirmed" or "Declined" && OfToday(reads, step) && Steps.Count > 0 && Steps[^1].Id == Id;
        return true;
    }
}
