using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>A report that was presented, for whoever answers it: the sponsor a set's, a supervisor their member's.</summary>
public sealed class AnswerPage(Db db, Writer writer, ReportsLive live) : SignedInPage(db, writer)
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

    /// <summary>The version of the answer that was shown; 0 where there was none.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>What was asked, in the version that was shown; null where the form doesn't say.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    /// <summary>Where to go then: the page in this house that one came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What they ask reads otherwise than in the form that was sent.</summary>
    public bool AskChanged { get; private set; }

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <summary>The report.</summary>
    internal Answering There { get; private set; } = null!;

    /// <summary>Shows the report, and the answer as far as one was given.</summary>
    public void OnGet()
    {
        (Version, Seen) = (There.Given?.Version ?? 0, There.Outcome.Version);
        if (There.Given is { } given)
        {
            (Decides, Text, NextStep, Owner, Due) = (given.Decision.ToString(), given.Text, given.NextStep, given.Owner, given.Due);
        }
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (IsUnreadable(nameof(Version), nameof(Seen)))
        {
            ModelState.Clear();
            (Version, Seen) = (There.Given?.Version ?? 0, There.Outcome.Version);
            return Again("Version", Unreadable);
        }

        if (!Enum.TryParse<Decision>(Decides, out var decision) || !Enum.IsDefined(decision))
        {
            await TryAsync(writes => OutcomeCommands.Check(writes, Typed(decision), isDecided: false));
            return Again("Decides", "Choose what you decide.");
        }

        var kept = Kept.Not;
        await TryAsync(writes => kept = Keep(writes, decision));
        if (Faults.Count > 0)
        {
            return Again();
        }

        switch (kept)
        {
            case Kept.Yes:
                live.Turned(There.Activity);
                return LocalRedirect(Home);
            case Kept.Not:
                return NotFound();
            default:
                There = await Db.ReadAsync(reads => Answering.Find(reads, Id, Me)) ?? There;
                return kept == Kept.Answered ? await AnsweredAsync() : Asked();
        }
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() =>
        (There = (await Db.ReadAsync(reads => Answering.Find(reads, Id, Me)))!) is null ? NotFound() : null;

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) =>
        reads.First<string>("SELECT archived_at FROM programme WHERE id = @ProgrammeId", new { There.ProgrammeId }) is not null;

    private OutcomeAnswer Typed(Decision decision) => new()
    {
        OutcomeId = Id,
        Decision = decision,
        Text = Text ?? "",
        NextStep = NextStep ?? "",
        Owner = Owner ?? "",
        Due = Due,
        By = Me,
    };

    private Kept Keep(Writes writes, Decision decision)
    {
        if (Answering.Find(writes, Id, Me) is not { } found)
        {
            return Kept.Not;
        }

        if (Seen is { } seen && seen != found.Outcome.Version)
        {
            return Kept.Asked;
        }

        if (!OutcomeCommands.AnswerSeen(writes, Typed(decision), Version))
        {
            return Kept.Answered;
        }

        if (found.Activity.State == ActivityState.Closed)
        {
            ReportCarry.Again(writes, found.Activity, found.Turn, Id);
        }

        return Kept.Yes;
    }

    /// <summary>Somebody else answered meanwhile: both stand there, field by field.</summary>
    private async Task<IActionResult> AnsweredAsync()
    {
        var now = There.Given ?? new OutcomeAnswer { At = There.Outcome.ChangedAt };
        (Version, Seen) = (now.Version, There.Outcome.Version);
        return await BothAsync(
            now.ByName.Length > 0 ? now.ByName : null, now.At, StaleField.Different(
                new StaleField("What is decided", AskedDecision.WordsOf(Enum.Parse<Decision>(Decides!)), now.Version == 0 ? "" : AskedDecision.WordsOf(now.Decision)),
                new StaleField("In your words", Slides.Clean(Text), now.Text), new StaleField("What happens next", Line.Clean(NextStep), now.NextStep),
                new StaleField("Who does it", Line.Clean(Owner), now.Owner), new StaleField("By when", Due ?? "", now.Due ?? "")));
    }

    /// <summary>They changed or withdrew what they ask: what was typed stays, and nothing was sent.</summary>
    private PageResult Asked()
    {
        (AskChanged, Seen) = (true, There.Outcome.Version);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private enum Kept
    {
        Not,
        Yes,
        Answered,
        Asked,
    }
}
