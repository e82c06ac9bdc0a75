using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>
/// What can be done with one post: its author deletes it, others mark it, the facilitator approves, hides and asks.
/// Each press is a form post; scripts make it live.
/// </summary>
public sealed class PostPage(Db db, Writer writer, PostsLive live) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public long Workshop { get; set; }

    /// <summary>The post in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version that was pressed on.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public long Version { get; set; }

    /// <summary>The post, for the page that asks for a reason.</summary>
    public PostCard? Post { get; private set; }

    /// <summary>The reason typed.</summary>
    public string? Words { get; private set; }

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The page that asks why a post was hidden.</summary>
    public async Task<IActionResult> OnGetWhyAsync() => await FindForFacilitatorAsync() ? Page() : NotFound();

    /// <summary>Takes back one's own post.</summary>
    public Task<IActionResult> OnPostDeleteAsync(string? secret) =>
        AsSeatAsync((writes, seat) => Posts.Delete(writes, Id, seat, secret));

    /// <summary>Says, or takes back, "this helps us".</summary>
    public Task<IActionResult> OnPostHeartAsync() => AsSeatAsync((writes, seat) => Posts.Heart(writes, Id, seat));

    /// <summary>Lets a post show.</summary>
    public Task<IActionResult> OnPostApproveAsync() =>
        AsFacilitatorAsync((writes, person) => PostsModeration.Approve(writes, Workshop, Id, Version, person));

    /// <summary>Takes a post off every screen.</summary>
    public Task<IActionResult> OnPostHideAsync() =>
        AsFacilitatorAsync((writes, person) => PostsModeration.Hide(writes, Workshop, Id, Version, person));

    /// <summary>Asks its author to write it anew.</summary>
    public Task<IActionResult> OnPostAskEditAsync() =>
        AsFacilitatorAsync((writes, person) => PostsModeration.AskEdit(writes, Workshop, Id, Version, person));

    /// <summary>Says why a post was hidden: one of the presets, or free words.</summary>
    public async Task<IActionResult> OnPostWhyAsync(int? reason, string? words)
    {
        var why = reason is >= 0 && reason < PostsModeration.Reasons.Count
            ? PostsModeration.Reasons[reason.Value] : Line.Clean(words);
        if (why.Length is 0 or > 200)
        {
            Problem = "A few words, so that the author knows.";
            Words = words;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FindForFacilitatorAsync() ? Page() : NotFound();
        }

        return await AsFacilitatorAsync(
            (writes, person) => PostsModeration.SayWhy(writes, Workshop, Id, Version, person, why.TrimEnd('.')));
    }

    private async Task<IActionResult> AsSeatAsync(Func<Writes, Seat, Answered> act)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!Access.IsInRoom(viewer, Workshop))
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var answered = await writer.RunAsync(writes => act(writes, viewer.Seat!));
        return answered.As == AnsweredAs.Taken
            ? await TellAsync($"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}")
            : Problematic(answered.Status, answered.Message);
    }

    private async Task<IActionResult> AsFacilitatorAsync(Func<Writes, long?, bool> act)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop)))
        {
            return NotFound();
        }

        return await writer.RunAsync(writes => act(writes, viewer.PersonId))
            ? await TellAsync($"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}/control")
            : Problematic(StatusCodes.Status409Conflict, "Somebody was quicker. Here is how it is now.");
    }

    private async Task<IActionResult> TellAsync(string back)
    {
        if (await db.ReadAsync(reads => PostQueries.One(reads, Id)) is { } post)
        {
            live.Changed(PostPlace.Of(post));
        }

        return Request.Headers.ContainsKey("X-Script") ? StatusCode(StatusCodes.Status204NoContent) : LocalRedirect(back);
    }

    private ObjectResult Problematic(int status, string message) => StatusCode(status, message);

    private async Task<bool> FindForFacilitatorAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        Post = await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop) ? PostQueries.One(reads, Id) : null);
        return Post?.WorkshopId == Workshop;
    }
}
