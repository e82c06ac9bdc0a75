using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// The facilitator's buttons on a report-out, in the control room. A button's value is verb/activity/what/mark; a press on
/// what has changed since is refused.
/// </summary>
public sealed class ReportDesk(Db db, Writer writer, ReportsLive live) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    private string Room => string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control");

    /// <summary>There is nothing to see here.</summary>
    public async Task<IActionResult> OnGetAsync() => await RefusedAsync() ?? LocalRedirect(Room);

    /// <summary>A button.</summary>
    public async Task<IActionResult> OnPostAsync(string? press)
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        if ((press ?? "").Split('/') is not [var verb, var of, var what, var mark]
            || !long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return BadRequest();
        }

        var person = (await HttpContext.ViewerAsync()).PersonId;
        var (run, told) = await writer.RunAsync(w => Find(w, id) is { } found ? (found, Do(w, found, verb, what, mark, person)) : (null, null));
        if (run is null || told is null)
        {
            return run is null ? NotFound() : BadRequest();
        }

        if (told.Status == StatusCodes.Status200OK)
        {
            Tell(run, verb, what);
        }

        Response.StatusCode = told.Status;
        return Request.Headers.ContainsKey("HX-Request") || told.Status != StatusCodes.Status200OK
            ? Partial("~/Activities/ReportOuts/_Told.cshtml", told) : LocalRedirect(Room);
    }

    private ReportTold? Do(Writes w, ReportRun run, string verb, string what, string mark, long? person)
    {
        if (verb is "asked" or "hide" or "show")
        {
            return Note(w, run, verb, what, person);
        }

        if (mark != run.Mark)
        {
            return new(StatusCodes.Status409Conflict, "Something changed just before you pressed. Here is how it is now.");
        }

        var turn = run.Turns.FirstOrDefault(one => one.Key == what);
        var told = "";
        switch (verb)
        {
            case "begin" when turn is not null && run.Activity.State == ActivityState.Open:
                Presenting.Begin(w, run, turn);
                told = $"{turn.Name} presents.";
                break;
            case "up" or "down" when turn is not null && run.Activity.Act is not (ItemAct.Review or ItemAct.Reveal):
                told = Presenting.Move(w, run, turn, verb == "up" ? -1 : 1) ? $"{turn.Name} has moved." : $"{turn.Name} stands at the end already.";
                break;
            case "rest":
                Presenting.Rest(w, run);
                told = "Walls show the order.";
                break;
            case "board" or "slides":
                Presenting.Board(w, run, verb == "board");
                told = verb == "board" ? "Walls show the answers." : "Walls show the slides.";
                break;
            case "step" when run.Now is not null && int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
                && step <= run.Settings.LastStep && run.Activity.State == ActivityState.Open:
                Presenting.Go(w, run, step);
                break;
            default:
                return null;
        }

        Audit.Note(w, person, Workshop, $"report-{verb}", "activity", run.Activity.Id);
        return new(StatusCodes.Status200OK, told);
    }

    private ReportTold Note(Writes w, ReportRun run, string verb, string id, long? person)
    {
        var state = verb switch { "asked" => NoteState.Asked, "hide" => NoteState.Hidden, _ => NoteState.Shown };
        var done = w.Execute(
            "UPDATE report_note SET state = @state WHERE id = @id AND activity_id = @activity AND state <> @state",
            new { state = state.ToString(), id, activity = run.Activity.Id }) == 1;
        if (done)
        {
            Audit.Note(w, person, Workshop, $"report-note-{verb}", "report_note", id);
        }

        return done ? new(StatusCodes.Status200OK, verb switch { "asked" => "Read out.", "hide" => "Taken off.", _ => "It is back." })
            : new(StatusCodes.Status409Conflict, "Somebody was first. Here is how it is now.");
    }

    private void Tell(ReportRun run, string verb, string what)
    {
        if (verb is "asked" or "hide" or "show" && run.Now is not null)
        {
            live.Noted(run.Activity, run.Now);
        }
        else if (verb == "step")
        {
            live.Stepped(run.Activity, run.Now!, ReportFeed.Brings(run, int.Parse(what, CultureInfo.InvariantCulture)));
        }
        else
        {
            live.Turned(run.Activity);
        }
    }

    private ReportRun? Find(Reads reads, long id) =>
        Activity.Find(reads, id) is { Kind: "reportout" } found && (found.WorkshopId == Workshop || found.RoomId == Workshop)
            ? ReportRun.Read(reads, found) : null;

    private async Task<IActionResult?> RefusedAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge()
            : await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop), HttpContext.RequestAborted) ? null
            : NotFound();
    }
}

/// <summary>What became of a press.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What happened; empty where the screens say it.</param>
public sealed record ReportTold(int Status, string Message);
