using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What people in the room do with one post: its author deletes it, others say that it helps.</summary>
public sealed class PostPage(Db db, Writer writer, PostsLive live) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The post in the address.</summary>
    [FromRoute(Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>There is nothing to see here; a reload after a press goes to the phone.</summary>
    public IActionResult OnGet() => LocalRedirect(Phone);

    /// <summary>Takes back one's own post.</summary>
    public Task<IActionResult> OnPostDeleteAsync(string? secret) =>
        DoAsync((writes, seat) => Posts.Delete(writes, Id, seat, secret), live.Withdrawn);

    /// <summary>Says, or takes back, "this helps us".</summary>
    public Task<IActionResult> OnPostHeartAsync() => DoAsync((writes, seat) => Posts.Heart(writes, Id, seat), live.Helped);

    private string Phone => $"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}";

    private async Task<IActionResult> DoAsync(Func<Writes, Seat, Answered> act, Action<PostPlace> tell)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!Access.IsInRoom(viewer, Workshop))
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var answered = await writer.RunAsync(writes => act(writes, viewer.Seat!));
        if (answered.As != AnsweredAs.Taken)
        {
            return StatusCode(answered.Status, answered.Message);
        }

        if (await db.ReadAsync(reads => PostQueries.One(reads, Id)) is { } post)
        {
            tell(PostPlace.Of(post));
        }

        return Request.Headers.ContainsKey("X-Script") ? StatusCode(StatusCodes.Status204NoContent) : LocalRedirect(Phone);
    }
}
