using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>What screens need in the house.</summary>
public static class ScreensSetup
{
    /// <summary>Registers pairing, the reading of stages and their pushes.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton<Stages>()
        .AddSingleton<WallRegions>()
        .AddSingleton<PairingDesk>()
        .AddSingleton<ScreensLive>()
        .AddSingleton<TestPosts>();

    /// <summary>The addresses that a wall's scripts ask.</summary>
    public static IEndpointRouteBuilder MapScreens(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<Shown>().OnTest = app.ServiceProvider.GetRequiredService<TestPosts>().Note;
        app.MapGet("/wall/stage", StageAsync);
        app.MapGet("/wall/pairing", PairingAsync);
        app.MapGet("/wall/standing", StandingAsync);
        app.MapGet("/wall/pulse", (Delegate)PulseAsync);
        return app;
    }

    /// <summary>The live region alone; 401 where the browser is no screen any more.</summary>
    private static async Task<Results<ContentHttpResult, UnauthorizedHttpResult>> StageAsync(
        HttpContext http, WallRegions regions)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await regions.HtmlAsync(await http.ViewerAsync()) is { } region
            ? Html(region)
            : TypedResults.Unauthorized();
    }

    /// <summary>The code of a waiting browser; its element says when the browser has become a screen.</summary>
    private static async Task<ContentHttpResult> PairingAsync(HttpContext http, PairingDesk desk, Partials partials)
    {
        http.Response.Headers.CacheControl = "no-store";
        var viewer = await http.ViewerAsync();
        var view = viewer.Screen is null ? await desk.AskAsync(http) : new PairingView(null, "", Paired: true);
        return Html(await partials.RenderAsync("~/Screens/_Pairing.cshtml", view));
    }

    /// <summary>Which posts of a picture that a frozen screen keeps may still be seen; their ids are parted by dots.</summary>
    private static async Task<Results<Ok<PostsNow>, UnauthorizedHttpResult>> StandingAsync(HttpContext http, Db db, string posts)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await http.ViewerAsync()).Screen is { } pass
            ? TypedResults.Ok(await db.ReadAsync(reads => SpotPost.Among(reads, pass.WorkshopId, [.. posts.Split('.').Where(Tokens.IsToken).Take(200)])))
            : TypedResults.Unauthorized();
    }

    /// <summary>204 while the browser is a screen, 401 otherwise: asked before a wall loads itself again.</summary>
    private static async Task<Results<NoContent, UnauthorizedHttpResult>> PulseAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var viewer = await http.ViewerAsync();
        return viewer.Screen is null ? TypedResults.Unauthorized() : TypedResults.NoContent();
    }

    private static ContentHttpResult Html(string html) => TypedResults.Content(html, "text/html; charset=utf-8");
}
