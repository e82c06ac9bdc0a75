using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// The second step of a meeting: "then report back on the results". Every action that is due comes up, one after the other: its
/// owner reads it out, the others only ask. Not done is an answer and has its learning. The pen writes; all others follow.
/// </summary>
public sealed class ReportStep(Db db, Writer writer, MeetingDesk desk, ActionsLive live) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Report;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public TellForm Form { get; set; } = new();

    /// <summary>The number of the action that is told now, as the address says it; the first that waits where it says none.</summary>
    [BindProperty(SupportsGet = true, Name = "action")]
    public long? Chosen { get; set; }

    /// <summary>What comes up, what was told first.</summary>
    public ReportList List { get; private set; } = new(0, []);

    /// <summary>The action that is told now, or null when all is told.</summary>
    public SetAction? Now { get; private set; }

    /// <summary>The action behind it, or null.</summary>
    public SetAction? Then { get; private set; }

    /// <summary>The day of the next meeting, to which an action is carried.</summary>
    public DateOnly Next { get; private set; }

    /// <summary>What was told was taken back just now, and its words stand in the form.</summary>
    public bool IsOpenAgain { get; private set; }

    /// <summary>How many were told here.</summary>
    public int ToldHere => List.Actions.Count(action => MeetingActions.WasTold(action, Meeting.Id));

    /// <summary>Whether the viewer writes: a member who has the pen of the open meeting.</summary>
    public bool MayWrite => HasPen && MembershipId is not null;

    /// <summary>Whether an action is the one that is told now: also one that somebody told meanwhile, while what was typed stands beside it.</summary>
    public bool IsNow(SetAction action) => action == Now && (Stale is not null || !MeetingActions.WasTold(action, Meeting.Id));

    /// <summary>Shows what comes up.</summary>
    public void OnGet() => Form = Now is null ? new TellForm() : TellForm.Of(Now);

    /// <summary>What comes up again, for who follows.</summary>
    public PartialViewResult OnGetList() => Partial("/Sets/Actions/_ReportRegion.cshtml", this);

    /// <summary>Notes what was told, and goes on to the next one.</summary>
    public Task<IActionResult> OnPostTellAsync() => DoAsync(
        (writes, now) => Form.Tell(writes, now with { Version = Form.Version }, Meeting.Id, Me), null);

    /// <summary>Takes back what was told here. Its words stand in the form again, so that nobody tells it all anew.</summary>
    /// <param name="version">The version with which it was shown.</param>
    public async Task<IActionResult> OnPostBackAsync(long version)
    {
        var (told, back) = (Now?.Last, false);
        var answer = await DoAsync(
            (writes, now) => back = MeetingActions.WasTold(now, Meeting.Id) && Reporting.TakeBack(writes, now with { Version = version }, Me), "");
        if (!back || told is null)
        {
            return answer;
        }

        await LoadAsync();
        (Form, Told, IsOpenAgain) = (TellForm.Of(told, Now!.Version), null, true);
        return Page();
    }

    /// <summary>The set drops an action, and says why.</summary>
    /// <param name="version">The version with which it was shown.</param>
    public Task<IActionResult> OnPostDropAsync(long version) => DoAsync(
        (writes, now) => ActionCommands.Drop(writes, now with { Version = version }, Form.Key, Form.Why, Meeting.Id, Me), "It is dropped.");

    /// <summary>A member takes over an action whose owner has left.</summary>
    /// <param name="version">The version with which it was shown.</param>
    public Task<IActionResult> OnPostAdoptAsync(long version) => DoAsync(
        (writes, now) => ActionCommands.Adopt(writes, now with { Version = version }, Me, Me), "It is yours now.");

    /// <inheritdoc />
    protected override void Fill(Reads reads)
    {
        List = ReportList.Read(reads, Id, Meeting.Id);
        var waiting = List.Actions.Where(action => !MeetingActions.WasTold(action, Meeting.Id)).ToList();
        Now = List.Actions.FirstOrDefault(action => action.Number == Chosen) ?? waiting.FirstOrDefault();
        Then = waiting.SkipWhile(action => action != Now).Skip(1).FirstOrDefault() ?? waiting.FirstOrDefault(action => action != Now);
        var today = LocalDay.Today(reads, Desk.Now);
        Next = NextDay.After(reads, Id, Meeting.Day > today ? Meeting.Day : today);
    }

    private async Task<IActionResult> DoAsync(Func<Writes, SetAction, bool> command, string? told)
    {
        if (MembershipId is null || Now is not { } action || action.Number != Chosen)
        {
            return NotFound();
        }

        var kept = false;
        if (!await TryAsync(writes =>
        {
            Pen.Write(writes, Meeting.Id, Hand);
            kept = command(writes, action);
        }))
        {
            await LoadAsync();
            return Faults.ContainsKey(Pen.Field) ? Written() : Again();
        }

        if (kept)
        {
            await live.ChangedAsync(Id, null, HttpContext.RequestAborted);
            Told = told;
            return this.Gone(View.Home + Step.Path);
        }

        await LoadAsync();
        if (told is null)
        {
            return await BothAsync(Now?.ChangedBy, Now?.ChangedAt ?? action.ChangedAt, Form.Beside(Now));
        }

        var why = Line.Clean(Form.Why);
        Faults[Pen.Field] = $"Somebody was quicker: this is how it stands now.{(why.Length > 0 ? $" Your words were: “{why}”" : "")}";
        return Written();
    }

    private PageResult Written()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
