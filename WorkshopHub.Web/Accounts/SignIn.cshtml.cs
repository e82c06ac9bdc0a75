using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Accounts.OpenId;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Sign-in with e-mail and password, by a link that comes by e-mail, or with the organisation.</summary>
public sealed class SignIn(SignIns signIns, Endings endings, OpenIdHouse organisation, MailHouse mail, DueSoon soon) : PageModel
{
    /// <summary>What the organisation's own sign-in is called; null where there is none.</summary>
    public string? Organisation => organisation.Settings?.Name;

    /// <summary>Whether somebody came back from there without an answer.</summary>
    [FromQuery]
    public bool Gone { get; set; }

    /// <summary>Whether this house sends e-mail, so that a link can take the place of a password.</summary>
    public bool MaySend => mail.IsOn;

    /// <summary>Where a link was sent, as typed; null where none was asked for.</summary>
    public string? SentTo { get; private set; }

    /// <summary>The address typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The password typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only an address of this house.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether the password would cross a network that can be listened to: from another machine, without TLS.</summary>
    public bool IsOpenToListeners => !Request.IsHttps
        && HttpContext.Connection.RemoteIpAddress is { } from && !System.Net.IPAddress.IsLoopback(from);

    /// <summary>Checks and signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (person, problem) = await signIns.CheckAsync(Email ?? "", Password ?? "");
        if (person is null)
        {
            Problem = problem;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await signIns.SignInAsync(HttpContext, person.Value);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    /// <summary>Sends a link to sign in by; says the same whether the address is known or not.</summary>
    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (!mail.IsOn)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            Problem = "Type your e-mail first; the link goes there.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await signIns.AskAsync(Email);
        soon.Ring();
        SentTo = Email.Trim();
        return Page();
    }

    /// <summary>Signs out on this browser.</summary>
    public async Task<IActionResult> OnPostOutAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        await HttpContext.SignOutAsync();
        if (viewer.PersonId is { } person)
        {
            endings.Of(person);
        }

        return LocalRedirect("/");
    }
}
