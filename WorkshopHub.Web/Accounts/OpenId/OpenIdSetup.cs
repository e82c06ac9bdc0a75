using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace WorkshopHub.Web.Accounts.OpenId;

/// <summary>What signing in with the organisation needs in the house.</summary>
public static class OpenIdSetup
{
    private static readonly TimeSpan _minutes = TimeSpan.FromMinutes(10);

    /// <summary>Adds it where it is set: the code flow with PKCE; nothing of the organisation's tokens is kept.</summary>
    public static void AddOpenId(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var settings = OpenIdSettings.Of(configuration);
        authentication.Services.AddSingleton(new OpenIdHouse(settings)).AddSingleton<LinkProofs>();
        if (settings is null)
        {
            return;
        }

        authentication.AddCookie(OpenIdHouse.Back, cookie =>
        {
            cookie.Cookie.Name = "wh_openid";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = _minutes;
        });
        authentication.AddOpenIdConnect(OpenIdHouse.There, settings.Name, openid =>
        {
            openid.Authority = settings.Authority;
            openid.ClientId = settings.Client;
            openid.ClientSecret = settings.Secret;
            openid.SignInScheme = OpenIdHouse.Back;
            openid.CallbackPath = "/signin/organisation/back";
            openid.ResponseType = OpenIdConnectResponseType.Code;
            openid.ResponseMode = OpenIdConnectResponseMode.Query; // a form from another site would come without cookies
            openid.UsePkce = true;
            openid.SaveTokens = false;
            openid.MapInboundClaims = false;
            openid.DisableTelemetry = true;
            openid.RequireHttpsMetadata = settings.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            openid.Scope.Clear();
            openid.Scope.Add("openid");
            openid.Scope.Add("email");
            foreach (var cookie in new[] { openid.CorrelationCookie, openid.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax; // the way back is a plain GET; None would need TLS
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            openid.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect("/signin?gone=true");
                return Task.CompletedTask;
            };
        });
    }
}
