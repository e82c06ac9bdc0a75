using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>Where the solution is written, version by version, with the questions and actions it came from, and decided.</summary>
public sealed class SolutionPage(Db db, Writer writer, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>Whose own problem, where each member has one.</summary>
    [FromRoute(Name = "membership")]
    public long? Of { get; set; }

    /// <summary>The version as typed.</summary>
    [BindProperty(Name = "Solution")]
    public SolutionForm Typed { get; set; } = new();

    /// <summary>Whose work it is.</summary>
    public Place Place { get; private set; } = null!;

    /// <summary>All versions, the newest first.</summary>
    public IReadOnlyList<Solution> All { get; private set; } = [];

    /// <summary>What can be ticked as its source.</summary>
    public IReadOnlyList<SolutionFrom> Choices { get; private set; } = [];

    /// <summary>What the version being written came from so far.</summary>
    public IReadOnlyList<SolutionFrom> From { get; private set; } = [];

    /// <summary>The version that is being written, or null.</summary>
    public Solution? Draft => All.FirstOrDefault(one => one.DecidedOn is null);

    /// <summary>The version that was decided last, or null.</summary>
    public Solution? Decided => All.FirstOrDefault(one => one.DecidedOn is not null);

    /// <summary>Where the work is.</summary>
    public string Work => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work{(Of is { } of ? $"/{of}" : "")}");

    /// <summary>Where this page is.</summary>
    public string Here => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/solution{(Of is { } of ? $"/{of}" : "")}");

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (Set.IsOver)
        {
            return LocalRedirect($"{Work}#solution");
        }

        Fill();
        return Page();
    }

    /// <summary>Keeps the version that is being written, or begins the next.</summary>
    /// <param name="go">keep, or decide: then it stays as it is from now on.</param>
    public async Task<IActionResult> OnPostAsync(string? go)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var (typed, saved) = (Typed, false);
        if (await TryAsync(writes => saved = MayNow(writes) && ((go == "decide" && Solution.IsDecided(writes, Place, typed))
            || (Solution.Write(writes, Place, typed, Me) && (go != "decide" || DecideNow(writes))))) && saved)
        {
            return this.Gone(go == "decide" ? $"{Work}#solution" : Here);
        }

        await Db.ReadAsync(Load);
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = Draft?.Version ?? 0;
        var theirs = Draft ?? Decided;
        var fields = StaleField.Different(
            new StaleField(Draft is null ? "The solution, decided meanwhile" : "The solution", Slides.Clean(typed.Text), theirs?.Text ?? ""),
            new StaleField("Where it came from", Words(typed.From), Words([.. From.Where(one => one.SolutionId == theirs?.Id).Select(one => one.Key)])));
        return fields.Count == 0 && Draft is null == (go == "decide") ? this.Gone(go == "decide" ? $"{Work}#solution" : Here) // a phone sends again what it has not heard of
            : await BothAsync(theirs?.ChangedBy, theirs?.ChangedAt ?? Utc.Text(time.GetUtcNow()), fields);

        string Words(IReadOnlyCollection<string> keys) => string.Join("; ", Choices.Where(one => keys.Contains(one.Key)).Select(one => one.Text));
    }

    /// <summary>Puts the decision about the newest version back, while the client has not been asked for it.</summary>
    public async Task<IActionResult> OnPostBackAsync(long solution, long version)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var done = false;
        await TryAsync(writes => done = MayNow(writes) && Solution.Of(writes, Id, Of).Any(one => one.Id == solution) && Solution.Undecide(writes, solution, version, Me));
        if (done)
        {
            return LocalRedirect(Here);
        }

        await Db.ReadAsync(Load);
        Fill();
        Faults["Back"] = "It can’t be opened again: the client was asked for this version, or the next is being written.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool DecideNow(Writes writes) => Solution.Of(writes, Id, Of).FirstOrDefault(one => one.DecidedOn is null) is { } draft
        && Solution.Decide(writes, draft.Id, draft.Version, LocalDay.Today(writes, time.GetUtcNow()), Me);

    private bool MayNow(Writes writes) => SetRights.Writes(Viewer, writes, Id, Artefact.Work) >= Extent.Own
        && writes.First<long?>("SELECT id FROM membership WHERE id = @MembershipId AND left_at IS NULL", new { MembershipId }) is not null;

    private void Fill() => Typed = new SolutionForm
    {
        Text = Draft?.Text ?? Decided?.Text,
        From = [.. From.Where(one => one.SolutionId == (Draft ?? Decided)?.Id).Select(one => one.Key)],
        Version = Draft?.Version ?? 0,
    };

    private bool Load(Reads reads)
    {
        if (MembershipId is not { } mine || Set.IsOwnProblem != Of is not null || (Of is { } of && of != mine)
            || (Set.IsOwnProblem ? Place.OfMembers(reads, Id).FirstOrDefault(one => one.MembershipId == mine) : Place.OfSet(reads, Id)) is not { } place)
        {
            return false;
        }

        Place = place;
        All = Solution.Of(reads, Id, Of);
        From = SolutionFrom.Of(reads, Id, Of);
        Choices = SolutionFrom.ToChoose(reads, place);
        return true;
    }
}
