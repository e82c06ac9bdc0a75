using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Screens;

public sealed class NoHubTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Where_a_proxy_lets_no_live_line_through_walls_phones_and_desk_still_follow_only_slower()
    {
        var world = RoomOfToday.Plant();
        await using var site = new Site(world.File);
        await site.BeginAsync(world);
        var visitors = new List<Visitor>();
        foreach (var device in new[] { Device.Wall, Device.Phone, Device.Desk })
        {
            var visitor = (await VisitAsync(site.Url, device)).Expect("503|WebSocket|Failed to|negotiat");
            await visitor.Page.RouteAsync("**/hub/**", route => route.FulfillAsync(new() { Status = 503, Body = "No." }));
            visitors.Add(visitor);
        }

        var (wall, phone, desk) = (visitors[0], visitors[1], visitors[2]);
        await wall.Context.AddCookiesAsync([new() { Name = WorkshopHub.Web.Accounts.Viewers.ScreenCookie, Value = world.Screens[0], Url = site.Url }]);
        await wall.GoAsync("/wall");
        await desk.ControlAsync(world);
        await phone.ComeInAsync(world, "Alma Tamm");
        await phone.PostAsync("It was the lift.");
        var patient = new LocatorAssertionsToContainTextOptions { Timeout = 40_000 };
        await Assertions.Expect(wall.Page.Locator("#stage")).ToContainTextAsync("It was the lift.", patient);
        await Assertions.Expect(desk.Page.Locator("#r-queue")).ToContainTextAsync("On the wall 1", patient);
        await Assertions.Expect(wall.Page.Locator(".lostbar")).ToBeHiddenAsync();
        await Assertions.Expect(phone.Page.Locator(".when-slow").First).ToBeVisibleAsync();
        await desk.Page.ClickAsync("#cr-next");
        await Assertions.Expect(phone.Page.Locator("#stage")).ToContainTextAsync("The sponsor speaks", patient);
        await Assertions.Expect(wall.Page.Locator("#stage")).ToContainTextAsync("The sponsor speaks", patient);
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }
}
