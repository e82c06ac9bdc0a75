using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The supervisor's part: within the own sphere, with what may be decided; or back with a note.</summary>
public sealed partial class OwnProblemPage
{
    /// <summary>What the supervisor says, as typed.</summary>
    [BindProperty]
    public DecisionForm Decision { get; set; } = new();

    /// <summary>The supervisor says yes, or sends it back.</summary>
    public async Task<IActionResult> OnPostDecideAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsSupervisor)
        {
            return Forbid();
        }

        var done = false;
        if (!await TryAsync(writes => done = IsNow(writes, supervisor: true) && (Decision.Sphere switch
        {
            "yes" => Confirm(writes),
            "no" => SendBack(writes),
            _ => Undecided(writes),
        })))
        {
            return Again();
        }

        return done ? Here() : await ChangedAsync();
    }

    /// <summary>The supervisor signs what the member may decide, after the yes or anew.</summary>
    public async Task<IActionResult> OnPostSignAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsSupervisor)
        {
            return Forbid();
        }

        var done = false;
        if (!await TryAsync(writes => done = IsNow(writes, supervisor: true)
            && OwnProblem.Newest(writes, Member.ProgrammeId, Member.PersonId) is { IsConfirmed: true } now
            && Sign(writes, now.Id, Decision.AuthorityVersion, AuthorityDetails.Typed(Decision.MayDecide, Decision.MustAsk, Decision.SpendLimit, Decision.Currency))))
        {
            return Again();
        }

        return done ? Here() : await ChangedAsync();
    }

    private bool Sign(Writes writes, long problem, long version, AuthorityDetails details)
    {
        try
        {
            return AuthorityCommands.Sign(writes, Member.ProgrammeId, problem, version, details.By(writes, Me), Me);
        }
        catch (RefusedException refused)
        {
            throw refused.Below("Decision.");
        }
    }

    private bool Confirm(Writes writes)
    {
        var (now, goal) = (OwnProblem.Newest(writes, Member.ProgrammeId, Member.PersonId), GoalRow.Of(writes, Id));
        if (now is not { Waits: true } || now.Version != Decision.ProblemVersion || (Decision.AgreesGoal && goal?.Version != Decision.GoalVersion)
            || !OwnProblem.Confirm(writes, now.Id, now.Version, Me))
        {
            return false;
        }

        Audit.Note(writes, Me, null, "confirm", "problem", now.Id);
        var details = AuthorityDetails.Typed(Decision.MayDecide, Decision.MustAsk, Decision.SpendLimit, Decision.Currency);
        if (details.Says)
        {
            Sign(writes, now.Id, Authority.Of(writes, Member.ProgrammeId, now.Id)?.Version ?? 0, details);
        }

        if (Decision.AgreesGoal && goal is { AgreedAt: null })
        {
            GoalCommands.Agree(writes, Id, goal.Version, Me);
        }

        return true;
    }

    /// <summary>Neither yes nor no: that is said, and what is wrong with what stands there to sign.</summary>
    private bool Undecided(Writes writes)
    {
        var (wrong, details) = (new Refusals(), AuthorityDetails.Typed(Decision.MayDecide, Decision.MustAsk, Decision.SpendLimit, Decision.Currency));
        wrong.If(true, "Decision.Sphere", "Can you decide on this, in your own area? Say yes, or send it back.");
        if (Line.Clean(Decision.Note) is { Length: > 0 } note)
        {
            wrong.Of(() => Fits(note));
        }

        if (details.Says)
        {
            wrong.Of(details.By(writes, Me).Check, "Decision.");
        }

        wrong.Throw();
        return false;
    }

    private static void Fits(string note)
    {
        if (note.Length is 0 or > OwnWords.TextMax)
        {
            throw new RefusedException("Decision.Note", note.Length == 0
                ? "Say in a sentence what is missing, so that it can be changed."
                : $"{note.Length} characters. Keep it to {OwnWords.TextMax}.");
        }
    }

    private bool SendBack(Writes writes)
    {
        var note = Line.Clean(Decision.Note);
        Fits(note);
        if (OwnProblem.Newest(writes, Member.ProgrammeId, Member.PersonId) is not { Waits: true } now
            || !OwnProblem.SendBack(writes, now.Id, Decision.ProblemVersion, Me, note))
        {
            return false;
        }

        Audit.Note(writes, Me, null, "send-back", "problem", now.Id);
        return true;
    }

    /// <summary>The words are others by now: what changed is quoted, and what the supervisor typed stays.</summary>
    private async Task<IActionResult> ChangedAsync()
    {
        var seen = Decision.ProblemVersion;
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!IsSupervisor)
        {
            return Forbid();
        }

        Meanwhile = Sent is { } sent && Steps.LastOrDefault(step => step.Kind == "Sent" && step.Version <= seen) is { } read
            ? OwnChange.Between(read.Words, sent.Words) : [];
        (Decision.ProblemVersion, Decision.GoalVersion, Decision.AuthorityVersion) = (Problem?.Version ?? 0, Goal?.Version ?? 0, Authority?.Version ?? 0);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>What a supervisor says to a member's own problem, as typed.</summary>
public sealed class DecisionForm
{
    /// <summary>yes: within my sphere; no: back with a note.</summary>
    public string? Sphere { get; set; }

    /// <summary>What is missing, where it goes back.</summary>
    public string? Note { get; set; }

    /// <summary>What the member may decide alone.</summary>
    public string? MayDecide { get; set; }

    /// <summary>What the member asks first.</summary>
    public string? MustAsk { get; set; }

    /// <summary>What the member may spend.</summary>
    public string? SpendLimit { get; set; }

    /// <summary>Its currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Whether the supervisor agrees to the goal.</summary>
    public bool AgreesGoal { get; set; }

    /// <summary>The version of what was signed that was read, 0 where nothing was.</summary>
    public long AuthorityVersion { get; set; }

    /// <summary>The problem's version that was read.</summary>
    public long ProblemVersion { get; set; }

    /// <summary>The goal's version that was read.</summary>
    public long GoalVersion { get; set; }
}
