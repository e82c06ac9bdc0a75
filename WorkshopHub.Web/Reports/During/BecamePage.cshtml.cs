using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;
using Reported = WorkshopHub.Web.Programmes.Outcomes.Outcome;

namespace WorkshopHub.Web.Reports.During;

/// <summary>
/// What became of an outcome: kept, changed or stopped, the figure as it is now, a few words. Those who brought it say it, one for
/// the set, and its client says it for themselves. The figure is what somebody said then: no reading of the measure, and not its
/// result. When all have said it, the report has a new version.
/// </summary>
public sealed class BecamePage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The outcome.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Kept, Changed or Stopped.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>The figure as it is now, as typed.</summary>
    [BindProperty]
    public string? Figure { get; set; }

    /// <summary>In a few words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>What is asked, and as whom.</summary>
    public BecameAsked Asked { get; private set; } = null!;

    /// <summary>The outcome as it was reported.</summary>
    public Reported Outcome { get; private set; } = null!;

    /// <summary>What was decided about it, or null.</summary>
    public AskedDecision? Decided { get; private set; }

    /// <summary>Its first figure, or null.</summary>
    public Measure? Measure { get; private set; }

    /// <summary>What was said so far: by the owners, by the client.</summary>
    public IReadOnlyList<Became> Said { get; private set; } = [];

    /// <summary>What the other side says, or null.</summary>
    public Became? Other => Said.FirstOrDefault(one => one.Part != Asked.Part);

    private Became Mine => Said.First(one => one.Part == Asked.Part);

    /// <summary>Shows the question, and what was said so far.</summary>
    public void OnGet()
    {
        (State, Text, Version) = (Mine.State?.ToString(), Mine.Text, Mine.Version);
        Figure = Mine.Figure?.ToString("0.###", CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps what is said.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = string.IsNullOrWhiteSpace(Figure) ? null : ReadingForm.Figure(Figure);
        var kept = false;
        await TryAsync(writes =>
        {
            var wrong = new Refusals();
            wrong.If(typed is null && !string.IsNullOrWhiteSpace(Figure), "Figure", "A number, please, for example 12.5, or nothing.");
            wrong.If(Measure?.IsImpossible(typed) == true, "Figure", Programmes.Outcomes.Measure.Impossible);
            wrong.Of(() => kept = Keep(writes, typed));
            wrong.Throw();
        });
        if (Faults.Count > 0)
        {
            return Again();
        }

        if (kept)
        {
            return LocalRedirect("/");
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Version = Mine.Version;
        return await BothAsync(Mine.By, Mine.At ?? Mine.AskedAt, StaleField.Different(
            new StaleField("What became of it", Word(State), Became.WordsOf(Mine.State)), new StaleField("In a few words", Slides.Clean(Text), Mine.Text),
            new StaleField("The figure", Figure ?? "", Mine.Figure?.ToString("0.###", CultureInfo.InvariantCulture) ?? "")));
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Asked.IsArchived;

    private static BecameState? Known(string? state) => Enum.TryParse<BecameState>(state, out var known) && Enum.IsDefined(known) ? known : null;

    private static string Word(string? state) => Known(state) is { } known ? Became.WordsOf(known) : "";

    private bool Keep(Writes writes, double? figure)
    {
        if (BecameAsked.Find(writes, Id, Me) is not { IsArchived: false } asked)
        {
            return false;
        }

        var said = new Became
        {
            OutcomeId = Id,
            Part = asked.Part,
            State = Known(State),
            Figure = figure,
            Text = Text ?? "",
            Version = Version,
        };
        if (!Became.Say(writes, said, Me))
        {
            return false;
        }

        Renewal.Said(writes, asked);
        return true;
    }

    private bool Load(Reads reads)
    {
        if (BecameAsked.Find(reads, Id, Me) is not { } asked || Reported.Find(reads, Id) is not { } outcome)
        {
            return false;
        }

        (Asked, Outcome) = (asked, outcome);
        Decided = AskedDecision.Of(reads, asked.ProgrammeId).FirstOrDefault(one => one.OutcomeId == Id);
        Measure = Programmes.Outcomes.Measure.Of(reads, asked.SetId, asked.PersonId) is [var main, ..] ? main : null;
        Said = Became.OfOutcome(reads, Id);
        return true;
    }
}
