using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>
/// The facilitator's button on what somebody shows, in the control room: hide/{activity}/{id}/{version} or show/....
/// It stays with its owner and who may read it otherwise; the second of two presses on the same version is refused.
/// </summary>
public sealed class PromiseDesk(Db db, Writer writer, CommitmentsLive live) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>There is no page here: it is pressed in the control room.</summary>
    public IActionResult OnGet() => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));

    /// <summary>A press.</summary>
    public async Task<IActionResult> OnPostAsync(string? press)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        if (!await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop), HttpContext.RequestAborted))
        {
            return NotFound();
        }

        if ((press ?? "").Split('/') is not [("hide" or "show") and var verb, var about, var which, var seen]
            || !Number(about, out var activityId) || !Number(which, out var id) || !Number(seen, out var version))
        {
            return BadRequest();
        }

        var hide = verb == "hide";
        var (activity, owner, done) = await writer.RunAsync(w =>
        {
            if (Activity.Find(w, activityId) is not { } found || (found.WorkshopId != Workshop && found.RoomId != Workshop)
                || CommitmentRow.Of(w, activityId).FirstOrDefault(row => row.Id == id) is not { } row)
            {
                return ((Activity?)null, 0L, false);
            }

            var moderated = Commitments.Moderate(w, found, id, version, hide);
            if (moderated)
            {
                Audit.Note(w, viewer.PersonId, Workshop, hide ? "promise-hide" : "promise-show", "activity", activityId);
            }

            return (found, w.First<long>(
                "SELECT ifnull(max(id), 0) FROM participant WHERE workshop_id = @RoomId AND person_id = @PersonId",
                new { found.RoomId, row.PersonId }), moderated);
        });
        if (activity is null)
        {
            return NotFound();
        }

        if (done)
        {
            live.Changed(activity, owner == 0 ? [] : [owner], []);
        }

        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") || !done
            ? Partial("~/Activities/Commitments/_Told.cshtml", (done, !done ? "It has changed meanwhile. Here is how it is now."
                : hide ? "It is off the walls and phones. Its owner still has it." : "It shows again."))
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
