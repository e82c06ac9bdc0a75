using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>
/// The facilitator's button on a question, in the control room: hide/{id}/{version} or show/{id}/{version}. The second of two
/// presses on the same version is refused.
/// </summary>
public sealed class QuestionDesk(Db db, Writer writer, SetQuestionsLive live) : PageModel
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

        if ((press ?? "").Split('/') is not [("hide" or "show") and var verb, var id, var seen]
            || !long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return BadRequest();
        }

        var (activity, place, done) = await writer.RunAsync(w => Do(w, verb == "hide", id, version, viewer.PersonId));
        if (activity is null || place is null)
        {
            return NotFound();
        }

        if (done)
        {
            live.Changed(activity, place);
        }

        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") || !done
            ? Partial("~/Activities/SetQuestions/_Told.cshtml", (done, !done ? "Somebody else was first. Here is how it is now."
                : verb == "hide" ? "The question is off the walls and phones." : "The question shows again."))
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }

    private (Activity? Activity, QuestionPlace? Place, bool Done) Do(Writes w, bool hide, string id, long version, long? person)
    {
        if (QuestionRow.Find(w, id) is not { } question || Activity.Find(w, question.ActivityId) is not { } activity
            || (activity.WorkshopId != Workshop && activity.RoomId != Workshop))
        {
            return (null, null, false);
        }

        var done = question.Version == version && w.Execute(
            "UPDATE set_question SET state = @state, version = version + 1 WHERE id = @id",
            new { id, state = hide ? "Hidden" : "Shown" }) == 1;
        if (done)
        {
            Audit.Note(w, person, Workshop, hide ? "question-hide" : "question-show", "activity", activity.Id);
            if (hide)
            {
                Carried.Resolve(w, activity.Id, id, takenUp: false);
            }
            else if (activity.State == ActivityState.Closed && !question.IsAnswered)
            {
                SetQuestionKind.Carry(w, question);
            }
        }

        return (activity, new QuestionPlace(id, question.ToSet, question.ParticipantId) { TurnsWall = true }, done);
    }
}
