using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The member's part: the problem or opportunity, and the developmental challenge.</summary>
public sealed partial class OwnProblemPage
{
    /// <summary>The problem as typed.</summary>
    [BindProperty]
    public OwnForm Own { get; set; } = new();

    /// <summary>The goal as typed.</summary>
    [BindProperty(Name = "Goal")]
    public GoalForm GoalTyped { get; set; } = new();

    /// <summary>Keeps it for later, or sends it to the supervisor.</summary>
    /// <param name="go">send or keep.</param>
    public async Task<IActionResult> OnPostAsync(string? go)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        var (words, saved) = (Own.Words, false);
        if (!await TryAsync(writes => saved = IsNow(writes, supervisor: false) && Keep(writes, words, go == "send")))
        {
            return Again();
        }

        if (saved)
        {
            return Here();
        }

        var (mine, goal) = (words, GoalTyped);
        if (!await Db.ReadAsync(Load) || !MayWrite)
        {
            return NotFound();
        }

        Own.Version = Problem?.Version ?? 0;
        GoalTyped.Version = Goal?.Version ?? 0;
        return await BothAsync(Member.Name, Problem?.ChangedAt ?? Goal?.ChangedAt ?? Member.AcceptedAt!, StaleField.Different(
            [
                .. mine.Each.Zip((Problem?.Words ?? new OwnWords()).Each)
                    .Select(pair => new StaleField(pair.First.Question, pair.First.Words, pair.Second.Words)),
                new("What I want to get better at", Line.Clean(goal.Text), Goal?.Text ?? ""),
                new("Why now", Line.Clean(goal.WhyNow), Goal?.WhyNow ?? ""),
                new("How others will notice", Line.Clean(goal.HowNoticed), Goal?.HowNoticed ?? ""),
            ]));
    }

    private bool Keep(Writes writes, OwnWords words, bool send)
    {
        var (now, goal) = (OwnProblem.Of(writes, Member.ProgrammeId, Member.PersonId), GoalRow.Of(writes, Id));
        var withGoal = send || goal is not null || Line.Clean($"{GoalTyped.Text}{GoalTyped.WhyNow}{GoalTyped.HowNoticed}").Length > 0;
        var wrong = new Refusals();
        wrong.Of(() => words.Check(send));
        if (withGoal)
        {
            wrong.Of(() => GoalCommands.Check(GoalTyped.Text, GoalTyped.WhyNow, GoalTyped.HowNoticed));
        }

        wrong.Throw();
        if ((now?.Version ?? 0) != Own.Version || (goal?.Version ?? 0) != GoalTyped.Version)
        {
            return false;
        }

        // What reads the same and is with the supervisor stays there, and stays confirmed; unless it is taken back before that.
        if (now is not { SentAt: not null, WithinSphereNote.Length: 0 } || words != now.Words || (!send && !now.IsConfirmed))
        {
            OwnProblem.Write(writes, Member.ProgrammeId, Member.PersonId, Member.SupervisorId, Own.Version, words, send);
        }

        if (withGoal)
        {
            GoalCommands.Keep(writes, Id, GoalTyped.Version, GoalTyped.Text, GoalTyped.WhyNow, GoalTyped.HowNoticed);
        }

        return true;
    }

    private void Fill()
    {
        Own = OwnForm.Of(Problem);
        GoalTyped = GoalForm.Of(Goal);
        Decision = new DecisionForm
        {
            ProblemVersion = Problem?.Version ?? 0,
            GoalVersion = Goal?.Version ?? 0,
            AuthorityVersion = Authority?.Version ?? 0,
            MayDecide = Authority?.MayDecide,
            MustAsk = Authority?.MustAsk,
            SpendLimit = Authority?.SpendLimit?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Currency = Currency,
        };
    }
}

/// <summary>A member's own problem as typed.</summary>
public sealed class OwnForm
{
    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What happens, and to whom.</summary>
    public string? Description { get; set; }

    /// <summary>Why it matters.</summary>
    public string? WhyItMatters { get; set; }

    /// <summary>What the member can't see yet.</summary>
    public string? CannotSee { get; set; }

    /// <summary>What has been tried.</summary>
    public string? Tried { get; set; }

    /// <summary>What the member would call a success.</summary>
    public string? SuccessLooksLike { get; set; }

    /// <summary>The version that the form was shown; 0 where there was none.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned.</summary>
    public OwnWords Words => new()
    {
        Title = Title,
        Description = Description,
        WhyItMatters = WhyItMatters,
        CannotSee = CannotSee,
        Tried = Tried,
        SuccessLooksLike = SuccessLooksLike,
    };

    /// <summary>The form of a problem as it stands.</summary>
    public static OwnForm Of(OwnProblem? now) => new()
    {
        Title = now?.Title,
        Description = now?.Description,
        WhyItMatters = now?.WhyItMatters,
        CannotSee = now?.CannotSee,
        Tried = now?.Tried,
        SuccessLooksLike = now?.SuccessLooksLike,
        Version = now?.Version ?? 0,
    };
}
