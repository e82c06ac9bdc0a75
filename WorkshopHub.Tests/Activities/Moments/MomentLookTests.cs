using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Moments;

public sealed class MomentLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Fits = "WorkshopHub.Tests/Screens/fits.js";

    private KindRoom? _room;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_room is not null)
        {
            await _room.DisposeAsync();
        }
    }

    [Fact]
    public async Task Every_card_fits_on_wall_and_phone_and_a_note_survives_the_next_card()
    {
        var room = _room = await MomentRoom.StartAsync("Problems");
        await MomentRoom.PlanAsync(room);
        await MomentRoom.SignAsync(room, "Run trials of up to 12 weeks in one depot, works or district; change local forms, rotas and van stock there with the manager's agreement; talk to any employee, customer or supplier.");
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE sets SET problem_id = (SELECT min(id) FROM problem) WHERE id = @Id", new { room.World.Sets[0].Id }));
        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await wall.HangAsync(room.Site.Url, room.World.Screens[0]);
        await LookAsync(wall, "moment-wall");
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/w/{room.World.Workshop.ToString(CultureInfo.InvariantCulture)}/control");
        await desk.LiveAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Next card" }).ClickAsync();
        await wall.SeesAsync("problem 1 of 3");
        await LookAsync(wall, "moment-wall-problem");
        await Shot(desk.Page, "moment-control");
        await Axe.CheckAsync(desk.Page);

        // Somebody notes something; the card turns while they type on the next.
        var bo = await VisitAsync(room.Site.Url, Device.Phone);
        await bo.SitDownAsync(room.World, "Bo Lind");
        await room.VouchAsync("Bo Lind");
        await bo.GoAsync($"/w/{room.World.Workshop.ToString(CultureInfo.InvariantCulture)}");
        await bo.LiveAsync();
        await bo.SeesAsync("Holes we dig twice");
        await bo.Page.GetByLabel("Your note on Holes we dig twice").FillAsync("Ask him who hears when a hole is opened again. My gangs don’t.");
        await bo.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).First.ClickAsync();
        await bo.SeesAsync("Kept. You find it again");
        await Shot(bo.Page, "moment-phone-problem", whole: true);
        await Axe.CheckAsync(bo.Page);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Next card" }).ClickAsync();
        await bo.SeesAsync("The night desk gets 900 alarms");
        var note = bo.Page.GetByLabel("Your note on Alarms nobody believes");
        await note.FillAsync("Who is muted?");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Next card" }).ClickAsync();
        await bo.SeesAsync("A new house waits seventy days");
        await Expect(bo.Page.GetByLabel("Your note on Seventy days to a tap")).ToBeVisibleAsync();
        await Expect(note).ToHaveValueAsync("Who is muted?");

        foreach (var shows in new[] { "Authority", "Timeline", "Next", "Board" })
        {
            await room.Site.Writer.RunAsync(w =>
            {
                w.Execute("UPDATE activity SET settings = json_set(settings, '$.Shows', @shows) WHERE id = @Activity", new { shows, room.Activity });
                return w.Execute("UPDATE moment_card SET card = @card", new { card = shows == "Authority" ? 1 : 0 });
            });
            await wall.Page.ReloadAsync();
            await wall.LiveAsync();
            await LookAsync(wall, $"moment-wall-{shows.ToLowerInvariant()}");
            await bo.Page.ReloadAsync();
            await bo.LiveAsync();
            await Shot(bo.Page, $"moment-phone-{shows.ToLowerInvariant()}", whole: true);
            await Axe.CheckAsync(bo.Page);
        }
    }

    private static async Task LookAsync(Visitor wall, string name)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repo.Root, Fits), TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        foreach (var (width, height) in new[] { (1920, 1080), (1024, 768) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await Shot(wall.Page, $"{name}-{width}");
            wrong.AddRange((await wall.Page.EvaluateAsync<string[]>(script)).Select(fault => $"{name} {width}: {fault}"));
        }

        await wall.Page.SetViewportSizeAsync(1920, 1080);
        await wall.Page.EvaluateAsync("() => document.querySelectorAll(\"[data-theme]\").forEach((one) => { one.dataset.theme = \"dark\"; })");
        await Shot(wall.Page, $"{name}-dark");
        await wall.Page.EvaluateAsync("() => document.querySelectorAll(\"[data-theme]\").forEach((one) => { one.dataset.theme = \"light\"; })");
        await Axe.CheckAsync(wall.Page);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
