using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>
/// The facilitator's button on a word, in the control room: hide/{activity}/{word} or show/{activity}/{word}. It names what
/// shall be, so that a second press changes nothing.
/// </summary>
public sealed class HideWord(Db db, Writer writer, ActivityKinds kinds, WordLive live) : PageModel
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

        if ((press ?? "").Split('/', 3) is not [("hide" or "show") and var verb, var number, { Length: > 0 } word]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return BadRequest();
        }

        var (activity, done) = await writer.RunAsync(w => Do(w, verb == "hide", id, word, viewer.PersonId));
        if (activity is null)
        {
            return NotFound();
        }

        if (done)
        {
            live.Changed(activity);
        }

        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") || !done
            ? Partial("~/Activities/Words/_Told.cshtml", (done, !done ? "It stands so already."
                : verb == "hide" ? $"“{word}” is off the walls and phones." : $"“{word}” shows again."))
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }

    private (Activity? Activity, bool Done) Do(Writes w, bool hide, long id, string word, long? person)
    {
        if (Activity.Find(w, id) is not { } activity || (activity.WorkshopId != Workshop && activity.RoomId != Workshop)
            || !kinds.Has(activity.Kind) || kinds.Of(activity) is not WordKind)
        {
            return (null, false);
        }

        var done = WordDesk.Hide(w, activity, word, hide);
        if (done)
        {
            Audit.Note(w, person, Workshop, hide ? "word-hide" : "word-show", "activity", activity.Id);
        }

        return (activity, done);
    }
}
