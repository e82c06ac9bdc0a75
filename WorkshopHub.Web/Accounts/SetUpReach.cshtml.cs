using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Web.Accounts;

/// <summary>Where the test QR leads: a phone that sees this page has reached the server by the address tried out.</summary>
[ResponseCache(NoStore = true)]
public sealed class SetUpReach(ReachTests tests) : PageModel
{
    /// <summary>The test's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The test, or null where it is too old.</summary>
    public ReachTest? Test { get; private set; }

    /// <summary>Says that it works, and notes that somebody came.</summary>
    /// <param name="ms">How long the phone waited for an answer, in milliseconds; it asks a second time to say so.</param>
    public IActionResult OnGet(int? ms)
    {
        Test = tests.Reach(Token, Request.Host.Value ?? "");
        if (ms is { } milliseconds && Test is not null)
        {
            if (milliseconds > 0)
            {
                tests.Measure(Token, milliseconds);
            }

            return new NoContentResult();
        }

        if (Test is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    /// <summary>How the test stands, for the page that shows the QR.</summary>
    public async Task<IActionResult> OnGetStateAsync()
    {
        if (!(await HttpContext.ViewerAsync()).IsSignedIn)
        {
            return Challenge();
        }

        return tests.Find(Token) is { } test ? Partial("~/Accounts/_Reach.cshtml", test) : NotFound();
    }
}
