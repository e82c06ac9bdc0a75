using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What can be done with a measure beside changing it.</summary>
public sealed partial class MeasurePage
{
    /// <summary>The set notes a reading.</summary>
    public Task<IActionResult> OnPostReadAsync()
    {
        var token = Tokens.IsToken(Token) ? Token : Tokens.New();
        return ActAsync(() => MayWrite, (writes, measure) =>
        {
            if (!WorkRights.MayWrite(Viewer, writes, Place))
            {
                return false;
            }

            MeasureKeeping.Read(writes, measure.Id, token, Reading, Today, Me);
            return true;
        }, "#readings");
    }

    /// <summary>The set takes a reading back, or puts it back.</summary>
    public Task<IActionResult> OnPostTakeAsync(long reading, bool back) => ActAsync(
        () => MayWrite, (writes, measure) => MeasureKeeping.TakeBack(writes, measure.Id, reading, back), "#readings");

    /// <summary>The client confirms what it was before.</summary>
    public Task<IActionResult> OnPostBeforeAsync() => ActAsync(
        () => MayConfirm, (writes, measure) => MeasureKeeping.ConfirmBaseline(writes, measure.Id, Count.Version, Me));

    /// <summary>The client confirms what it is, or takes that back.</summary>
    public Task<IActionResult> OnPostConfirmAsync(bool back) => ActAsync(() => MayConfirm, (writes, measure) =>
    {
        if (measure.Version != Count.Version || measure.Result is null)
        {
            return false;
        }

        if (!back && measure.IsToCome(Today))
        {
            throw new RefusedException("Count", $"{LocalDay.WithMonth(LocalDay.Parse(measure.ResultDate!))} is still to come. A figure can’t be confirmed before its last day.");
        }

        MeasureCommands.Say(writes, measure.Id, back ? null : "Confirmed", null, "", Me);
        return true;
    });

    /// <summary>The client counts otherwise: the figure, until when, and where the difference is.</summary>
    public Task<IActionResult> OnPostOtherwiseAsync()
    {
        Otherwise = true;
        return ActAsync(() => MayConfirm, (writes, measure) =>
        {
            if (measure.Version != Count.Version)
            {
                return false;
            }

            var (wrong, value, why) = (new Refusals(), ReadingForm.Figure(Count.Value), "");
            wrong.If(value is null, "Count.Value", ReadingForm.NoFigure);
            wrong.If(measure.IsImpossible(value), "Count.Value", Programmes.Outcomes.Measure.Impossible);
            wrong.If(!string.IsNullOrWhiteSpace(Count.Until) && LocalDay.Read(Count.Until) is null, "Count.Until", OutcomeCommands.NoDate);
            wrong.Of(() => why = Typed.Lines("Count.Why", Count.Why, MeasureCommands.TextMax, "Say in a few words why, so that the set can look again."));
            wrong.Throw();
            MeasureCommands.Say(writes, measure.Id, "Disputed", value, why, Me, LocalDay.Read(Count.Until) is { } until ? LocalDay.Text(until) : null);
            return true;
        });
    }

    private async Task<IActionResult> ActAsync(Func<bool> may, Func<Writes, Measure, bool> act, string to = "")
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!may())
        {
            return Forbid();
        }

        var done = false;
        if (await TryAsync(writes => done = Measure.Find(writes, Id) is { } now
            && WorkRights.PlaceOf(writes, now.SetId, now.PersonId) is { } place
            && (WorkRights.MayWrite(Viewer, writes, place) || WorkRights.MayConfirm(Viewer, place)) && act(writes, now)) && done)
        {
            await live.ChangedAsync(Set.Id, Place.MembershipId);
            return Here(to);
        }

        await Db.ReadAsync(Load);
        var count = Count;
        Fill();
        (Count, count.Version) = (count, Measure.Version);
        if (Faults.Count > 0)
        {
            return Again();
        }

        Faults["Count"] = "It reads otherwise by now. Here is how it stands; nothing of yours was saved.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
