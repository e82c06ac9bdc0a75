using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>A phone waits to be let in under a name that another phone has. It asks again by itself.</summary>
public sealed class Wait(Db db, JoinLive live) : PageModel
{
    /// <summary>What this phone asked for.</summary>
    public Claim Claim { get; private set; } = new();

    /// <summary>The room's code, so that another name is picked without typing it anew; null where the room is closed.</summary>
    public string? Code { get; private set; }

    /// <summary>The answer as it stands; once let in, this phone has its place.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var token = Request.Cookies[Claims.Cookie];
        if (await db.ReadAsync(reads => Claims.Of(reads, token)) is not { } claim)
        {
            return LocalRedirect("/j");
        }

        Claim = claim;
        if (claim.State != "LetIn")
        {
            Code = await db.ReadAsync(reads => reads.First<string>("SELECT room_code FROM workshop WHERE id = @WorkshopId", claim));
            return Page();
        }

        Seats.Remember(HttpContext, token!);
        Response.Cookies.Delete(Claims.Cookie);
        live.Changed(claim.WorkshopId);
        return LocalRedirect($"/w/{claim.WorkshopId.ToString(CultureInfo.InvariantCulture)}");
    }
}
