using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Screens;

/// <summary>A wall: shows what its workshop does once it is paired, and a code until then.</summary>
public sealed class Wall(WallRegions regions, PairingDesk desk) : PageModel
{
    /// <summary>What the paired screen shows; null while this browser is none.</summary>
    public Region? Region { get; private set; }

    /// <summary>The code of a browser that is no screen yet.</summary>
    public PairingView? Pairing { get; private set; }

    /// <summary>The wall, or a pairing code.</summary>
    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Region = await regions.ReadAsync(await HttpContext.ViewerAsync());
        if (Region is { Stage.Screen.TableSet: not null })
        {
            Response.Redirect("/table");
        }

        if (Region is null && (Pairing = await desk.AskAsync(HttpContext)).Paired)
        {
            Response.Redirect("/wall");
        }
    }
}
