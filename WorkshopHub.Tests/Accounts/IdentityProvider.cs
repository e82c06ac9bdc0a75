using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WorkshopHub.Tests.Accounts;

/// <summary>
/// A real server of OpenID Connect (OpenIddict) on a port of its own: discovery, keys, the code flow with PKCE, signed tokens. Who
/// sits before it is set by the test; it signs them in without asking.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app, string address) => (_app, Address) = (app, address);

    /// <summary>Its issuer's address.</summary>
    public string Address { get; }

    /// <summary>What this house is started with.</summary>
    public (string, string)[] Settings =>
    [
        ("OpenId:Authority", Address), ("OpenId:ClientId", "workshophub"), ("OpenId:Name", "Wendmere"),
    ];

    /// <summary>Who sits before it; null for somebody whom it refuses.</summary>
    public (string Subject, string? Email, bool IsVerified)? Who { get; set; }

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Starts it.</summary>
    public static async Task<IdentityProvider> StartAsync()
    {
        var address = $"http://127.0.0.1:{Repo.FreePort()}/";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        IdentityProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetIssuer(new Uri(address)).SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.Email).EnableDegradedMode();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider!.Asked.Enqueue("authorize");
                if (context.ClientId != "workshophub" || context.RedirectUri?.EndsWith("/signin/organisation/back", StringComparison.Ordinal) != true)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ =>
            {
                provider!.Asked.Enqueue("token");
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (provider!.Who is { } who)
                {
                    context.SignIn(Principal(who));
                }
                else
                {
                    context.Reject(Errors.AccessDenied);
                }

                return ValueTask.CompletedTask;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        provider = new IdentityProvider(app, address);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ClaimsPrincipal Principal((string Subject, string? Email, bool IsVerified) who)
    {
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, who.Subject).SetClaim(Claims.Email, who.Email).SetClaim(Claims.EmailVerified, who.IsVerified);
        identity.SetScopes(Scopes.OpenId, Scopes.Email);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
