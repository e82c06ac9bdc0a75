using Microsoft.Playwright;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Screens;

public sealed class BreakWallTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _authors = ["Alma Tamm", "Cecil Hart", "Emil Saar", "Gita Rao", "Ines Prado", "Kaia Lepik"];

    [Fact]
    public async Task In_a_break_what_was_said_last_turns_its_pages_beside_the_countdown()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.BeginAsync(world);
        await Rest(site, world);
        var hidden = "";
        for (var i = 0; i < 18; i++)
        {
            hidden = await site.PostAsync(world, _authors[i % 6], $"Number {i}. We walked every ward at night with a meter and found that the loudest thing was our own bin lids.");
        }

        using var desk = await ScreenDesk.OpenAsync(world, site);
        await desk.NextAsync();
        var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = world.Screens[0], Url = site.Url }]);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await Assertions.Expect(wall.Page.Locator(".break .timer")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.Locator(".break .wpost").First).ToContainTextAsync("Number 17.");
        await Assertions.Expect(wall.Page.Locator(".break .dots i")).Not.ToHaveCountAsync(0);
        foreach (var (width, height) in new[] { (1024, 768), (1920, 1080) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Empty(await wall.Page.EvaluateAsync<string[]>(WallLookTests.Faults, width == 1920 ? 28 : 0));
            await Shot(wall.Page, $"wall-break-{width}");
        }

        await Axe.CheckAsync(wall.Page);
        await desk.HideAsync(hidden);
        await Assertions.Expect(wall.Page.Locator(".break .wpost").First).ToContainTextAsync("Number 16.");

        // Half a wall has no room for the code, and so does not speak of it.
        await Assertions.Expect(wall.Page.GetByText("Join with the code")).ToBeVisibleAsync();
        await desk.ScreenAsync("Left", "screen-hold", "Split");
        await Assertions.Expect(wall.Page.Locator(".half .break .timer")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.GetByText("Join with the code")).ToBeHiddenAsync();
        await wall.DisposeAsync();
    }

    [Fact]
    public async Task Questions_turn_in_a_break_too_and_before_anything_was_said_the_day_stands_there()
    {
        await using var room = await KindRoom.StartAsync("setquestion", "What would you ask them?");
        await Rest(room.Site, room.World);
        await room.GoAsync(1);
        Assert.Contains("class=\"agenda\"", await WallAsync(room), StringComparison.Ordinal);
        await room.GoAsync(0);
        using var phone = await room.PhoneAsync("Alma Tamm");
        await room.TakenAsync(phone, ("do", "ask"), ("to", $"{room.World.Sets[1].Id}"), ("question", "Whose day got harder?"));
        await room.GoAsync(1);
        var wall = await WallAsync(room);
        Assert.Contains("Whose day got harder?", wall, StringComparison.Ordinal);
        Assert.Contains("What would you ask them?", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_late_is_told_of_the_code_only_where_it_stands_on_the_wall()
    {
        foreach (var reaches in new[] { true, false })
        {
            var world = World.Plant();
            await using var site = reaches ? new Site(world.File) : new Site(world.File, settings: [("Site:Address", "")]);
            await site.BeginAsync(world);
            await Rest(site, world);
            using var desk = await ScreenDesk.OpenAsync(world, site);
            await desk.NextAsync();
            using var wall = site.NewClient();
            wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={world.Screens[0]}");
            var page = await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken);
            Assert.Contains("Back in", page, StringComparison.Ordinal);
            Assert.Equal(reaches, page.Contains("QR code to join", StringComparison.Ordinal));
            Assert.Equal(reaches, page.Contains("Join with the code", StringComparison.Ordinal));
        }
    }

    private static Task<int> Rest(Site site, World world) => site.WriteAsync(w => w.Execute(
        """UPDATE activity SET title = 'Break', settings = '{"Doing": "Rest"}' WHERE id = @id""", new { id = world.Activities[1] }));

    private static async Task<string> WallAsync(KindRoom room)
    {
        using var client = room.Site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={room.World.Screens[0]}");
        return await client.GetStringAsync("/wall", TestContext.Current.CancellationToken);
    }
}
