using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// Next and back on a presenter's phone. A press says from which step to which; two phones that press at once go one step,
/// and a press that comes late changes nothing.
/// </summary>
public sealed class ReportRemote(Writer writer, ReportsLive live) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The activity in the address.</summary>
    [FromRoute]
    public long Activity { get; set; }

    private string Phone => string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}");

    /// <summary>A reload after a press goes to the phone.</summary>
    public IActionResult OnGet() => LocalRedirect(Phone);

    /// <summary>Goes on or back.</summary>
    public async Task<IActionResult> OnPostAsync(long outcome, int from, int to)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!Access.IsInRoom(viewer, Workshop))
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (run, answered) = await writer.RunAsync(w => Go(w, viewer.Seat!, outcome, from, to));
        if (answered.As != AnsweredAs.Taken)
        {
            Response.StatusCode = answered.Status;
            return Content(answered.Message, "text/plain; charset=utf-8");
        }

        if (run is not null)
        {
            live.Stepped(run.Activity, run.Now!, shows: ReportFeed.Brings(run, to));
        }

        return Request.Headers.ContainsKey("X-Script") ? StatusCode(StatusCodes.Status204NoContent) : LocalRedirect(Phone);
    }

    private (ReportRun? Run, Answered Answered) Go(Writes w, Seat seat, long outcome, int from, int to)
    {
        if (Activities.Activity.Find(w, Activity) is not { Kind: "reportout" } activity
            || (activity.WorkshopId != Workshop && activity.RoomId != Workshop))
        {
            return (null, Answered.Refused("This is not in your workshop."));
        }

        var run = ReportRun.Read(w, activity);
        if (activity.State != ActivityState.Open || run.Now?.OutcomeId != outcome)
        {
            return (null, Answered.Closed("It is not your set’s turn any longer."));
        }

        if (seat.Role != Role.Member || seat.SetId != run.Now.SetId)
        {
            return (null, Answered.Refused("Only the set that presents can press this."));
        }

        if (!ReportRights.MayPresent(seat, run.Now))
        {
            return (null, Answered.Refused(ReportRights.NotVouched));
        }

        if (to < 0 || to > run.Settings.LastStep || Math.Abs(to - from) != 1)
        {
            return (null, Answered.Refused("There is no such slide."));
        }

        if (run.Step == to)
        {
            return (null, Answered.Taken);
        }

        if (run.Step != from)
        {
            return (null, Answered.Conflict("The slides have moved on since."));
        }

        Presenting.Go(w, run, to);
        return (run, Answered.Taken);
    }
}
