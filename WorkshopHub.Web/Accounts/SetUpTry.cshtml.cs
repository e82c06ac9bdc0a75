using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Last page of the set-up: does it work in your room?</summary>
public sealed class SetUpTry(Db db, Writer writer, SiteAddress site, ReachTests tests, IServer server) : OfficePage(db, writer)
{
    /// <summary>The test of the chosen address; a good one of before counts.</summary>
    public ReachTest Test { get; private set; } = null!;

    /// <summary>Whether the address is without TLS.</summary>
    public bool IsPlain => Test.Address.StartsWith("http:", StringComparison.Ordinal);

    /// <summary>Whether the program listens to this computer only, so that no phone can reach it.</summary>
    public bool IsDeaf => server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } own
        && own.All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);

    /// <summary>Shows how the tests stand.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.ReadAsync(site.Of) is not { } address)
        {
            return RedirectToPage("/Accounts/SetUpAddress");
        }

        Test = tests.Reached(address) ?? tests.Start(address);
        return Page();
    }
}
