using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// Where whoever answered a report says how the next step of that answer stands: done or not, and a note. The answer is not touched.
/// Where there is no next step it leads on to the answer.
/// </summary>
public sealed class StepPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The outcome.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Done or NotDone.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>In a sentence.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The version of what was said that was shown; 0 where nothing was.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The version of the answer that was shown.</summary>
    [BindProperty]
    public long Seen { get; set; }

    /// <summary>Where to go then: the page in this house that one came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <summary>The day on which the report was answered.</summary>
    public DateOnly AnsweredOn { get; private set; }

    /// <summary>The report with its answer.</summary>
    internal Answering There { get; private set; } = null!;

    private NextStep? Said { get; set; }

    // What was said of another step, or of another day, is not said of this one.
    private NextStep? Holds => Said is { } said && There.Given is { } given && said.Step == given.NextStep && said.Due == given.Due ? said : null;

    /// <summary>Shows the step, and what was said of it.</summary>
    public void OnGet() => (State, Note, Version, Seen) = (Holds?.State, Holds?.Note, Said?.Version ?? 0, There.Given!.Version);

    /// <summary>Keeps what is said.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (IsUnreadable(nameof(Version), nameof(Seen)))
        {
            ModelState.Clear();
            (Version, Seen) = (Said?.Version ?? 0, There.Given!.Version);
            return Again("Version", Unreadable);
        }

        var kept = false;
        var said = new NextStep
        {
            State = State ?? "",
            Note = Note ?? "",
            Version = Version,
        };
        await TryAsync(writes => kept = Answering.Find(writes, Id, Me)?.Given is { NextStep.Length: > 0 } given && NextStep.Say(writes, given, Seen, said, Me));
        if (Faults.Count > 0)
        {
            return Again();
        }

        if (kept)
        {
            return LocalRedirect(Home);
        }

        var before = There.Given!;
        if (await InsteadAsync() is { } gone)
        {
            return gone;
        }

        var now = There.Given!;
        (Version, Seen) = (Said?.Version ?? 0, now.Version);
        return await BothAsync(Holds?.ByName ?? now.ByName, Holds?.At ?? now.At, StaleField.Different(
            new StaleField("The next step", before.NextStep, now.NextStep), new StaleField("How it stands", NextStep.WordsOf(State), NextStep.WordsOf(Holds?.State)),
            new StaleField("In a sentence", Slides.Clean(Note), Holds?.Note ?? "")));
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync()
    {
        var (there, said, zone) = await Db.ReadAsync(reads => (Answering.Find(reads, Id, Me), NextStep.Find(reads, Id), LocalTime.ZoneOf(reads)));
        if (there is null)
        {
            return NotFound();
        }

        (There, Said) = (there, said);
        if (there.Given is not { NextStep.Length: > 0 } given)
        {
            // In the archive nothing is sent, whatever it is.
            return HttpMethods.IsPost(Request.Method) && await Db.ReadAsync(IsLocked) ? null : LocalRedirect($"/answers/{Id}");
        }

        AnsweredOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(given.At), zone).DateTime);
        return null;
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) =>
        reads.First<string>("SELECT archived_at FROM programme WHERE id = @ProgrammeId", new { There.ProgrammeId }) is not null;
}
