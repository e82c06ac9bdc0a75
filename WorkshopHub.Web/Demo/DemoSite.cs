using Microsoft.AspNetCore.Antiforgery;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// The demo's own doors. Each shows a page with one button; only the button changes anything. They are mapped by the demo
/// alone, and only who has read the terminal knows the key in them.
/// </summary>
internal static class DemoSite
{
    /// <summary>Maps the doors.</summary>
    public static void MapDemo(this WebApplication app, DemoWorld world, IReadOnlyList<OneOfARole> people, IReadOnlyList<DemoSpace> spaces, string key)
    {
        var isOpen = world.Code.Length > 0;
        var (desk, name) = isOpen ? ($"/w/{world.Workshop}/control", "Control room") : ($"/workshops/{world.Workshop}/summary", "Summary");
        Door(app, $"/demo/my-page/{key}", new Continue("My page", $"Continue as {world.FacilitatorName}"), IsDesk, SignInAsync, "/");
        Door(app, $"/demo/control/{key}", new Continue(name, $"Continue as {world.FacilitatorName}"), IsDesk, SignInAsync, desk);
        if (isOpen)
        {
            Door(app, $"/demo/wall/{key}", new Continue("Wall", "Make this browser a wall"), IsWall, PairAsync, "/wall");
        }

        foreach (var person in people)
        {
            Door(
                app, $"/demo/{person.Word}/{key}", new Continue("My page", $"Continue as {person.Name}, {person.Word}"),
                viewer => viewer.PersonId == person.Id, http => SignInAsAsync(http, person.Id), "/");
        }

        foreach (var space in spaces)
        {
            Door(
                app, $"/demo/{space.Word}/{key}", new Continue($"{space.SetName}, the set’s own place", $"Continue as {space.Name}, member"),
                viewer => viewer.PersonId == space.PersonId, http => SignInAsAsync(http, space.PersonId), $"/sets/{space.SetId}");
        }

        bool IsDesk(Viewer viewer) => viewer.PersonId == world.Facilitator;

        bool IsWall(Viewer viewer) => viewer.Screen?.WorkshopId == world.Workshop;

        Task SignInAsync(HttpContext http) =>
            http.RequestServices.GetRequiredService<SignIns>().SignInAsync(http, world.Facilitator);

        static async Task SignInAsAsync(HttpContext http, long person)
        {
            await http.RequestServices.GetRequiredService<Writer>().RunAsync(writes =>
            {
                PersonalLinks.EnsureAccount(writes, person);
                return person;
            });
            await http.RequestServices.GetRequiredService<SignIns>().SignInAsync(http, person);
        }

        Task PairAsync(HttpContext http) => DemoWall.PairAsync(http, world);
    }

    private static void Door(
        WebApplication app, string path, Continue door, Func<Viewer, bool> isIn, Func<HttpContext, Task> enter, string inside)
    {
        app.MapGet(path, async (HttpContext http, IAntiforgery forgery, Partials partials) =>
        {
            if (isIn(await http.ViewerAsync()))
            {
                return Results.Redirect(inside);
            }

            var token = forgery.GetAndStoreTokens(http);
            var page = door with { Field = token.FormFieldName, Token = token.RequestToken! };
            return Results.Content(await partials.RenderAsync("~/Demo/_Continue.cshtml", page), "text/html; charset=utf-8");
        });
        app.MapPost(path, async (HttpContext http, IAntiforgery forgery) =>
        {
            if (!await forgery.IsRequestValidAsync(http))
            {
                return Results.Redirect(path);
            }

            await enter(http);
            return Results.Redirect(inside);
        });
    }
}

/// <summary>A page with one button.</summary>
/// <param name="Title">Where it leads.</param>
/// <param name="Button">What stands on the button.</param>
/// <param name="Field">The form's field for the token against foreign forms.</param>
/// <param name="Token">The token.</param>
public sealed record Continue(string Title, string Button, string Field = "", string Token = "");
