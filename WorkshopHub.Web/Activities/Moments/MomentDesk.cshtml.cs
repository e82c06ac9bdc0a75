using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>
/// The facilitator's buttons on the cards of a moment, in the control room: {activity}/{card}/{seen}. It names the card
/// that shall be up and the one that was seen, so that two facilitators never turn two cards at once.
/// </summary>
public sealed class MomentDesk(Db db, Writer writer, ActivityKinds kinds, MomentLive live) : PageModel
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

        if ((press ?? "").Split('/') is not [var number, var to, var seen]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var card)
            || !int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var was))
        {
            return BadRequest();
        }

        var (activity, sets, done) = await writer.RunAsync(w =>
            Activity.Find(w, id) is { } found && found.RoomId == Workshop && kinds.Has(found.Kind) && kinds.Of(found) is MomentKind
                ? (found, RoomSet.Of(w, Workshop), MomentNow.Show(w, found, card, was)) : ((Activity?)null, [], false));
        if (activity is null)
        {
            return NotFound();
        }

        if (done)
        {
            live.Turned(activity, sets);
        }

        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") || !done
            ? Partial("~/Activities/Moments/_Told.cshtml", (done, done ? "It is on walls and phones." : "Another card is up already. Look again."))
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }
}
