using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>What a member can do on the page of their goal.</summary>
public sealed partial class GoalPage
{
    /// <summary>Writes the goal. Other words make it "not yet agreed" again.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Typed;
        if (await ActAsync("", writes => GoalCommands.Keep(writes, Id, typed.Version, typed.Text, typed.WhyNow, typed.HowNoticed)) is { } answer)
        {
            return answer;
        }

        Typed = typed;
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = Goal?.Version ?? 0;
        return await BothAsync(Goal is { AgreedAt: not null } ? null : Viewer.Name, Goal?.ChangedAt ?? Member.ChangedAt, StaleField.Different(
            new("What I want to get better at", Line.Clean(typed.Text), Goal?.Text ?? ""), new("Why now", Line.Clean(typed.WhyNow), Goal?.WhyNow ?? ""),
            new("How others will notice", Line.Clean(typed.HowNoticed), Goal?.HowNoticed ?? "")));
    }

    /// <summary>Shows the goal to the set, keeps it again, or shows it to a supervisor who came later.</summary>
    /// <param name="to">set, nobody or supervisor.</param>
    public async Task<IActionResult> OnPostShareAsync(string? to) => await ActAsync("#goal", writes => to == "supervisor"
        ? GoalCommands.Show(writes, Id) : GoalCommands.Share(writes, Id, to == "set")) ?? Changed("Goal");

    /// <summary>Says how far the member is, at the moment that the programme has come to.</summary>
    public async Task<IActionResult> OnPostRateAsync()
    {
        var (value, note, version) = (Value, Note, Version);
        if (await ActAsync("#ratings", writes => Rate(writes, value, note, version)) is { } answer)
        {
            return answer;
        }

        (Value, Note) = (value, note);
        return Faults.Count > 0 ? Again() : Changed("Value");
    }

    /// <summary>Shows the rating of a moment to the supervisor, or to the advisor of the set who is named, or keeps it again.</summary>
    public async Task<IActionResult> OnPostTellAsync(string? moment, bool shared, long? advisor) => await ActAsync("#ratings", writes => moment is not null
        && (advisor is { } one ? RatingShown.Tell(writes, Id, moment, one, shared) : GoalCommands.ShareRating(writes, Id, moment, shared))) ?? Changed("Ratings");

    /// <summary>Asks a peer.</summary>
    public async Task<IActionResult> OnPostAskAsync()
    {
        var (peer, question) = (Peer, Question);
        if (await ActAsync("#feedback", writes =>
        {
            PeerFeedback.Ask(writes, Id, peer ?? 0, question);
            return true;
        }) is { } answer)
        {
            return answer;
        }

        (Peer, Question) = (peer, question);
        return Again();
    }

    /// <summary>Takes a question to a peer back.</summary>
    public async Task<IActionResult> OnPostUnaskAsync(long feedback) =>
        await ActAsync("#feedback", writes => PeerFeedback.TakeBack(writes, Id, feedback)) ?? Changed("Question");

    private bool Rate(Writes writes, long? value, string? note, long version)
    {
        var words = Line.Clean(note);
        var wrong = new Refusals();
        wrong.If(value is null or < 1 or > 5, "Value", "Choose one of the five.");
        wrong.If(words.Length > GoalCommands.TextMax, "Note", $"{words.Length} characters. Keep it to {GoalCommands.TextMax}.");
        wrong.Throw();
        if (Moments.Now(writes, Member.ProgrammeId, LocalDay.Today(writes, time.GetUtcNow())) is not { } moment)
        {
            throw new RefusedException("Value", "The first time is at the kick-off.");
        }

        var there = RatingRow.Of(writes, Id).FirstOrDefault(one => one.Moment == moment);
        if ((there?.Version ?? 0) != version)
        {
            return false;
        }

        GoalCommands.Rate(writes, Id, moment, (int)value!.Value, words, there?.Shared ?? false);
        RatingsTold.Said(writes, Id, moment);
        return true;
    }

    private async Task<IActionResult?> ActAsync(string to, Func<Writes, bool> act)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        var done = false;
        if (await TryAsync(writes => done = Consent.Find(writes, Id) is { LeftAt: null } now && ConsentRights.IsOwner(Viewer, now) && act(writes)) && done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/memberships/{Id}/goal{to}"));
        }

        await Db.ReadAsync(Load);
        Fill();
        ModelState.Clear();
        return null;
    }

    private PageResult Changed(string field)
    {
        Faults.TryAdd(field, "It reads otherwise by now. Here is how it is.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
