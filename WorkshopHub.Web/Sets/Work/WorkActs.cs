using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What can be done on the page of the work.</summary>
public sealed partial class WorkPage
{
    /// <summary>Notes what was looked at and found.</summary>
    public Task<IActionResult> OnPostNoteAsync() => ActAsync(asNote: true, "study", "Note.LookedAt", (writes, place) =>
    {
        StudyNote.Add(writes, place, Note, Me);
        return true;
    });

    /// <summary>Notes what was decided and on what ground.</summary>
    public Task<IActionResult> OnPostDecideAsync() => ActAsync(asNote: true, "decisions", "Decision.Text", (writes, place) =>
    {
        WorkDecision.Add(writes, place, Decision, Today, Me);
        return true;
    });

    /// <summary>The set goes to another phase, on or back. Work on the problem has begun by that.</summary>
    public Task<IActionResult> OnPostPhaseAsync()
    {
        var seen = Phase.Seen;
        return ActAsync(asNote: false, "phase", "Phase.To", (writes, place) =>
        {
            if (place.MembershipId is not null || !PhaseStep.Go(writes, Id, seen, Phase, Today, Me))
            {
                return false;
            }

            if (place is { ProblemId: { } problem, State: "Chosen" })
            {
                ProblemStage.Put(writes, problem, "Chosen", "InWork", Typed.Past("Phase.On", Phase.On, Today), "", Me);
            }

            return true;
        });
    }

    /// <summary>The problem comes to another state: in work, implemented, handed over, stopped.</summary>
    public Task<IActionResult> OnPostStateAsync()
    {
        var seen = State.Seen ?? "";
        return ActAsync(asNote: false, "state", "State.To", (writes, place) => place.ProblemId is { } problem
            && ProblemStage.Move(writes, problem, seen, State.To, Typed.Past("State.On", State.On, Today), Today, State.Why, Me));
    }

    /// <summary>Begins a measure, and goes to its page.</summary>
    public async Task<IActionResult> OnPostMeasureAsync()
    {
        var id = 0L;
        var answer = await ActAsync(asNote: false, "measures", "New.Name", (writes, place) =>
        {
            id = MeasureKeeping.Begin(writes, Id, place.OwnerId, New.Name, New.Unit, New.Better != "more", Me);
            return true;
        });
        return answer is LocalRedirectResult && id > 0 ? LocalRedirect($"/measures/{id}#edit") : answer;
    }

    /// <summary>Notes a reading: the figure, and today.</summary>
    public Task<IActionResult> OnPostReadAsync() => ActAsync(asNote: false, "measures", "Reading.Value", (writes, place) =>
    {
        if (Programmes.Outcomes.Measure.Find(writes, Measure) is not { } measure || measure.SetId != Id || measure.PersonId != place.OwnerId)
        {
            return false;
        }

        MeasureKeeping.Read(writes, Measure, Token, Reading, Today, Me);
        return true;
    });

    /// <summary>Asks the client to confirm the next step.</summary>
    public Task<IActionResult> OnPostAskAsync() => ActAsync(asNote: false, "client", "Step.Text", (writes, place) =>
    {
        if (place.MembershipId is not null)
        {
            return false;
        }

        AgreementStep.Ask(writes, place, Step, Today, Me);
        return true;
    });

    /// <summary>Takes back what was asked of the client, while there is no answer.</summary>
    public Task<IActionResult> OnPostUnaskAsync(long step) =>
        ActAsync(asNote: false, "client", "Step.Text", (writes, _) => AgreementStep.TakeBack(writes, Id, step));
}
