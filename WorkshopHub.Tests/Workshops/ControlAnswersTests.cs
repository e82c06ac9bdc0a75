using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What the control room does with an answer that does not come whole.</summary>
public sealed class ControlAnswersTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task After_an_answer_that_breaks_off_it_says_so_and_takes_the_next_press()
    {
        var world = RoomOfToday.Plant();
        await using var site = new Site(world.File);
        await site.BeginAsync(world);
        var desk = await VisitAsync(site.Url, Device.Desk);
        await desk.ControlAsync(world);
        await desk.LiveAsync();
        var broken = 0;
        await desk.Page.RouteAsync(new Regex($"/w/{world.Workshop}/control(\\?.*)?$"), async route =>
        {
            if (route.Request.Method == "POST" && broken++ == 0)
            {
                await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Headers = new Dictionary<string, string> { ["X-Live"] = "pieces" }, Body = "{" });
                return;
            }

            await route.ContinueAsync();
        });
        await desk.Page.Locator("#cr-pause").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#cr-told")).ToContainTextAsync("The answer was lost on the way.");
        await desk.Page.Locator("#cr-pause").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Let the timer run on");
        await desk.DisposeAsync(); // it goes before the hub does
    }
}
