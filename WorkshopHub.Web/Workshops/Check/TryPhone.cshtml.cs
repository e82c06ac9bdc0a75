using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.Check;

/// <summary>The page of the phone that tries the room: it got through, and sends a test post to the walls.</summary>
[ResponseCache(NoStore = true)]
public sealed class TryPhone(RoomTrials trials, ReachTests tests, TestPosts posts, Presence presence, Db db, TimeProvider time) : PageModel
{
    /// <summary>The trial's token.</summary>
    [FromRoute]
    public string? Token { get; set; }

    /// <summary>How the trial stands, or null where it is too old.</summary>
    public TrialView? View { get; private set; }

    /// <summary>Says that the phone got through.</summary>
    /// <param name="ms">How long the phone waited for an answer, in milliseconds; it asks a second time to say so.</param>
    /// <param name="post">The test post that it waited for; none where it asked for the page only.</param>
    public async Task<IActionResult> OnGetAsync(int? ms, string? post)
    {
        tests.Reach(Token, Request.Host.Value ?? "");
        if (ms is { } milliseconds)
        {
            if (post is not null)
            {
                trials.Measure(Token, post, milliseconds);
            }
            else if (milliseconds > 0)
            {
                tests.Measure(Token, milliseconds);
            }

            return new NoContentResult();
        }

        return await ShowAsync();
    }

    /// <summary>Sends a test post.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        tests.Reach(Token, Request.Host.Value ?? "");
        return await trials.SendAsync(Token) is null ? await ShowAsync() : Redirect($"/try/{Token}");
    }

    /// <summary>How far the test post has come.</summary>
    public async Task<IActionResult> OnGetStateAsync()
    {
        View = await ReadAsync();
        return View is null ? NotFound() : Partial("~/Workshops/Check/_Way.cshtml", View);
    }

    private async Task<IActionResult> ShowAsync()
    {
        View = await ReadAsync();
        Response.StatusCode = View is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    private async Task<TrialView?> ReadAsync() => trials.Find(Token) is { } trial
        ? await db.ReadAsync(reads => TrialView.Of(reads, trial, posts, presence, time.GetUtcNow(), onPhone: true)) : null;
}
