using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// A meeting's own address: its computed agenda before it is opened, the check-in when it is, who was there afterwards. What all
/// steps share is pressed here: the steps themselves and the pen.
/// </summary>
public sealed class CheckIn(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.CheckIn;

    /// <summary>The local day today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows it; who comes in from elsewhere while the set is at another step goes there.</summary>
    public IActionResult OnGet() => View.IsOpen && View.Step != Step && !IsFromWithin() ? LocalRedirect(View.At(View.Step)) : Page();

    /// <summary>One region again.</summary>
    public IActionResult OnGetPart(string part) => part switch
    {
        "top" => Region("_TopRegion"),
        "here" => Region("_HereRegion"),
        "day" => Region("_DayRegion"),
        "order" => Region("_OrderRegion"),
        _ => NotFound(),
    };

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("open");

    /// <summary>Opens the meeting, or one that was closed too early.</summary>
    public Task<IActionResult> OnPostOpenAsync() => ActAsync(writes => MeetingRuns.Open(writes, Meeting, Hand), back: View.Run is { } run && View.Meeting.State == "Held" ? MeetingStep.Find(run.Step)?.Path : null);

    /// <summary>The set goes on to a step, and so do all who follow.</summary>
    public Task<IActionResult> OnPostStepAsync(string? step) => MeetingStep.Find(step) is { } to && View.Steps.Contains(to)
        ? ActAsync(writes => MeetingRuns.Go(writes, Meeting.Id, Hand, to), back: to.Path) : Task.FromResult<IActionResult>(NotFound());

    /// <summary>Asks for the pen, hands it over, or keeps it.</summary>
    public Task<IActionResult> OnPostPenAsync(string? does, long to) => does switch
    {
        "ask" => ActAsync(writes => Pen.Ask(writes, Meeting.Id, Hand, person => Desk.IsConnected(Id, person)), back: View.Step.Path),
        "give" => ActAsync(writes => Pen.Give(writes, Meeting.Id, Hand, to), back: View.Step.Path),
        "keep" => ActAsync(writes => Pen.Keep(writes, Meeting.Id, Hand), back: View.Step.Path),
        _ => Task.FromResult<IActionResult>(NotFound()),
    };

    /// <summary>Says of somebody, or of all, that they are here.</summary>
    public Task<IActionResult> OnPostHereAsync(long person, string? state) => ActAsync(writes =>
    {
        if (person == 0)
        {
            Airtimes.AllHere(writes, Meeting.Id, Hand);
        }
        else
        {
            Airtimes.Attend(writes, Meeting.Id, Hand, person, state ?? "");
        }
    });

    /// <inheritdoc />
    protected override void Fill(Reads reads) => Today = LocalDay.Today(reads, Desk.Now);

    private bool IsFromWithin() => Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var from)
        && (from.AbsolutePath == View.Home || from.AbsolutePath.StartsWith(View.Home + "/", StringComparison.Ordinal));
}
