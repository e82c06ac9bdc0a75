using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Answers to forms that a script sends (away.js), so that they get through a room with bad Wi-Fi.</summary>
public static class Away
{
    /// <summary>Where a form leads when it is kept: a redirect, or for the script 204 that says where to go.</summary>
    public static IActionResult Gone(this PageModel page, string address)
    {
        if (!page.Request.Headers.ContainsKey("X-Script"))
        {
            return page.LocalRedirect(address);
        }

        page.Response.Headers["X-Go"] = address;
        return new NoContentResult();
    }
}
