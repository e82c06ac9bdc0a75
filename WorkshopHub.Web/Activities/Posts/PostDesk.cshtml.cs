using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>
/// The facilitator's buttons on posts, in the control room. A button's value is verb/post/version; the second of two
/// presses on the same version is refused and shows what the first did.
/// </summary>
public sealed class PostDesk(Db db, Writer writer, PostsLive live) : PageModel
{
    /// <summary>The workshop.</summary>
    public long Workshop { get; private set; }

    /// <summary>The post that a reason is asked for; null where it isn't asked.</summary>
    public PostCard? Post { get; private set; }

    /// <summary>A reason in the facilitator's own words.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Asks for a reason, where scripts don't.</summary>
    public async Task<IActionResult> OnGetAsync(long id, string? why)
    {
        if (await RefusedAsync(id) is { } refused)
        {
            return refused;
        }

        Post = await db.ReadAsync(reads => PostQueries.One(reads, why ?? ""), HttpContext.RequestAborted);
        return Post?.WorkshopId == id ? Page() : NotFound();
    }

    /// <summary>A button on a post.</summary>
    public async Task<IActionResult> OnPostAsync(long id, string? press)
    {
        if (await RefusedAsync(id) is { } refused)
        {
            return refused;
        }

        var parts = (press ?? "").Split('/');
        if (parts is not [var verb, var post, var seen] || !long.TryParse(seen, out var version))
        {
            return BadRequest();
        }

        var reason = PostText.Clean(verb is ['w', 'h', 'y', >= '0' and <= '9' and var n]
            ? PostsModeration.Reasons.ElementAtOrDefault(n - '0') : Reason);
        if (verb.StartsWith("why", StringComparison.Ordinal) && PostText.Count(reason) is 0 or > 200)
        {
            return await WrongAsync(id, post);
        }

        var person = (await HttpContext.ViewerAsync()).PersonId;
        var (done, card, second) = await writer.RunAsync(w =>
        {
            var (did, now) = (Do(w, id, verb, post, version, person, reason), PostQueries.One(w, post));
            return (did, now, now is not null && Activity.Find(w, now.ActivityId) is { } its && PostQueries.IsInSecondRoom(w, its));
        });
        if (card is null || card.WorkshopId != id)
        {
            return NotFound();
        }

        if (done is true && verb is ("hide" or "ask-edit"))
        {
            live.Withdrawn(PostPlace.Of(card));
        }
        else if (done is true)
        {
            live.Changed(PostPlace.Of(card));
        }

        return done is null ? BadRequest() : Answer(id, verb, done.Value, card, second);
    }

    private static bool? Do(Writes w, long workshop, string verb, string post, long version, long? person, string reason) =>
        verb switch
        {
            "approve" => PostsModeration.Approve(w, workshop, post, version, person),
            "hide" => PostsModeration.Hide(w, workshop, post, version, person),
            "unhide" => PostsModeration.Unhide(w, workshop, post, version, person),
            "answered" or "unanswered" => PostsModeration.Answer(w, workshop, post, version, person, verb == "answered"),
            "ask-edit" => PostsModeration.AskEdit(w, workshop, post, version, person),
            _ when verb.StartsWith("why", StringComparison.Ordinal) =>
                PostsModeration.SayWhy(w, workshop, post, version, person, reason),
            _ => null,
        };

    /// <summary>With scripts the pushes show what happened; the answer says it in words, with the way back.</summary>
    private IActionResult Answer(long id, string verb, bool done, PostCard card, bool second)
    {
        var tab = verb is "hide" ? "Hidden" : verb is "answered" or "unanswered" ? "Shown" : PostQueue.Tabs[0];
        var told = new PostTold(card, verb, done);
        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") ? Partial("~/Activities/Posts/_PostTold.cshtml", told)
            : done ? LocalRedirect($"/w/{id}/control?tab={PostQueue.AddressOf(tab, second && tab != PostQueue.Tabs[0])}")
            : Partial("~/Activities/Posts/_PostTold.cshtml", told);
    }

    private async Task<IActionResult> WrongAsync(long id, string post)
    {
        Wrong = "Write a reason of up to 200 characters.";
        Post = await db.ReadAsync(reads => PostQueries.One(reads, post), HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Post?.WorkshopId == id ? Page() : NotFound();
    }

    private async Task<IActionResult?> RefusedAsync(long id)
    {
        Workshop = id;
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge()
            : await db.ReadAsync(reads => Access.MayControl(viewer, reads, id), HttpContext.RequestAborted) ? null
            : NotFound();
    }
}

/// <summary>What became of a press on a post.</summary>
/// <param name="Post">The post as it is now.</param>
/// <param name="Verb">What was pressed.</param>
/// <param name="Done">False where somebody else was first.</param>
public sealed record PostTold(PostCard Post, string Verb, bool Done);
