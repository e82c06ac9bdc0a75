using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Screens;

public sealed class WallRestartTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_wall_says_that_it_lost_the_hub_and_is_live_again_by_itself_after_a_restart()
    {
        var world = World.Plant();
        await using var server = new ServerProcess(world.File);
        await server.StartAsync();
        var wall = (await VisitAsync(server.Url, Device.Wall)).Expect("ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|WebSocket|Failed to|Connection|negotiat");
        await wall.HangAsync(server.Url, world.Screens[0]);
        await Assertions.Expect(wall.Page.Locator(".lostbar")).ToBeHiddenAsync();
        await server.KillAsync();
        await Assertions.Expect(wall.Page.Locator(".lostbar")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.GetByText("The server is being started again")).ToBeHiddenAsync(); // nobody said so
        await Assertions.Expect(wall.Page.Locator(".wall-code")).ToHaveTextAsync("482 713");
        await server.StartAsync();
        await Assertions.Expect(wall.Page.Locator(".lostbar")).ToBeHiddenAsync(new() { Timeout = 40_000 });
        await wall.DisposeAsync();
    }
}
