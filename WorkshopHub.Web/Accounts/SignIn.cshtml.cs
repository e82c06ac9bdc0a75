using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts.OpenId;

namespace WorkshopHub.Web.Accounts;

/// <summary>Sign-in with e-mail and password.</summary>
public sealed class SignIn(SignIns signIns, Endings endings, OpenIdHouse organisation) : PageModel
{
    /// <summary>What the organisation's own sign-in is called; null where there is none.</summary>
    public string? Organisation => organisation.Settings?.Name;

    /// <summary>Whether somebody came back from there without an answer.</summary>
    [FromQuery]
    public bool Gone { get; set; }

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
