using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.OpenId;

/// <summary>The way to the organisation's sign-in and back.</summary>
public sealed class Organisation(OpenIdHouse house, LinkProofs proofs, Writer writer, SignIns signIns) : PageModel
{
    private const string LinkOf = "link";

    /// <summary>Where to go afterwards; only an address of this house.</summary>
    [FromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>What it is called.</summary>
    public string Name => house.Settings?.Name ?? "";

    /// <summary>Why it did not lead in.</summary>
    public string Problem { get; private set; } = "";

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    /// <summary>Goes there.</summary>
    public IActionResult OnGet() => house.Settings is null ? NotFound() : Go(null);

    /// <summary>Goes there to link it with whoever is signed in here and has the link of their own page.</summary>
    public async Task<IActionResult> OnGetLinkAsync(string? proof) => house.Settings is null ? NotFound()
        : (await HttpContext.ViewerAsync()).PersonId is not { } person ? Challenge()
        : proofs.IsOf(proof, person) ? Go(person) : LocalRedirect("/account");

    /// <summary>Somebody came back: signs them in, links them, or says why neither.</summary>
    public async Task<IActionResult> OnGetBackAsync()
    {
        if (house.Settings is not { } settings)
        {
            return NotFound();
        }

        var came = await HttpContext.AuthenticateAsync(OpenIdHouse.Back);
        if (Arrived(came.Principal) is not { } who)
        {
            return LocalRedirect("/signin");
        }

        await HttpContext.SignOutAsync(OpenIdHouse.Back);
        try
        {
            var linking = came.Properties?.Items.TryGetValue(LinkOf, out var asked) == true ? asked : null;
            var person = await writer.RunAsync(writes => linking is null ? OpenIdLinks.Find(writes, who, settings.TrustsMail) : null);
            if (linking is not null)
            {
                return await LinkAsync(who, linking);
            }

            if (person is { } known)
            {
                await signIns.SignInAsync(HttpContext, known);
                return LocalRedirect(Target);
            }

            Problem = "Nobody here is known by this sign-in yet. Come in once by the link of your invitation, or by your password, and link it on your own page.";
        }
        catch (RefusedException refused)
        {
            Problem = refused.Message;
        }

        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>Who came back must be the one who went: a link that another session began is dropped.</summary>
    private async Task<IActionResult> LinkAsync(Arrival who, string linking)
    {
        var person = (await HttpContext.ViewerAsync()).PersonId;
        if (person?.ToString(System.Globalization.CultureInfo.InvariantCulture) != linking)
        {
            return LocalRedirect("/signin");
        }

        await writer.RunAsync(writes =>
        {
            OpenIdLinks.Link(writes, who, person.Value);
            return true;
        });
        return LocalRedirect("/account");
    }

    private static Arrival? Arrived(ClaimsPrincipal? came) => came?.FindFirst("sub") is not { } subject ? null
        : new Arrival(
            came.FindFirstValue("iss") ?? subject.Issuer, subject.Value,
            came.FindFirstValue("email_verified") is "true" or "True" ? came.FindFirstValue("email") : null);

    private ChallengeResult Go(long? person)
    {
        var properties = new AuthenticationProperties
        {
            RedirectUri = "/signin/organisation" + new QueryString().Add("handler", "Back").Add("returnUrl", Target),
        };
        if (person is { } linking)
        {
            properties.Items[LinkOf] = linking.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return Challenge(properties, OpenIdHouse.There);
    }
}
