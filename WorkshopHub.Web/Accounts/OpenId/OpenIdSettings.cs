namespace WorkshopHub.Web.Accounts.OpenId;

/// <summary>The organisation's own sign-in (Entra ID, Keycloak and the like), as the program was started with it.</summary>
/// <param name="Authority">The issuer's address; its description is found below it.</param>
/// <param name="Client">By which name this house is known there.</param>
/// <param name="Secret">The secret of that name; null for a public client, which proves itself by PKCE alone.</param>
/// <param name="Name">What people call it, e.g. "Wendmere": "Sign in with Wendmere".</param>
/// <param name="TrustsMail">Whether an e-mail that it calls verified may link somebody the first time.</param>
public sealed record OpenIdSettings(string Authority, string Client, string? Secret, string Name, bool TrustsMail)
{
    /// <summary>What was set; null where there is none.</summary>
    public static OpenIdSettings? Of(IConfiguration configuration) =>
        configuration["OpenId:Authority"] is not { Length: > 0 } authority || configuration["OpenId:ClientId"] is not { Length: > 0 } client ? null
            : new OpenIdSettings(
                authority, client,
                configuration["OpenId:ClientSecret"] is { Length: > 0 } secret ? secret : null,
                configuration["OpenId:Name"] is { Length: > 0 } name ? name : "your organisation",
                bool.TryParse(configuration["OpenId:TrustsMail"], out var trusts) && trusts);
}

/// <summary>Whether people can sign in with their organisation.</summary>
/// <param name="Settings">How; null where they can't.</param>
public sealed record OpenIdHouse(OpenIdSettings? Settings)
{
    /// <summary>The scheme that goes to the organisation's sign-in.</summary>
    public const string There = "openid";

    /// <summary>The scheme that holds, for some minutes, who came back from it.</summary>
    public const string Back = "openid-back";
}
