using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Demo;

/// <summary>Makes the asking browser a wall of the workshop without a code to type.</summary>
internal static class DemoWall
{
    private static readonly string[] _places = ["Front left", "Front right", "Back", "Foyer"];

    /// <summary>Pairs the browser under a name of its own, through the same code as the control room does it.</summary>
    public static async Task PairAsync(HttpContext http, DemoWorld world)
    {
        var (secret, paired) = await http.RequestServices.GetRequiredService<Writer>().RunAsync(writes =>
        {
            var before = writes.First<int>("SELECT count(*) FROM screen WHERE workshop_id = @Workshop", world);
            var name = before < _places.Length ? _places[before] : string.Create(CultureInfo.InvariantCulture, $"Wall {before + 1}");
            var ticket = Pairing.Begin(writes, oldSecret: null)!;
            return (ticket.Secret, Pairing.Pair(writes, world.Workshop, ticket.Code, name, world.Facilitator));
        });
        http.Response.Cookies.Append(Viewers.ScreenCookie, secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });
        http.RequestServices.GetRequiredService<ScreensLive>().ScreenChanged(paired.ScreenId);
    }
}
