using Microsoft.Playwright;

namespace WorkshopHub.Tests.Workshops.Rehearsal;

/// <summary>A banner that nobody can overlook: on desk, control room, phone and wall, by day and by night, also further down the page.</summary>
public sealed class RehearsalLooksTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_strip_stays_on_top_of_every_screen_and_takes_nothing_from_it()
    {
        var (world, site) = World.Start(open: false);
        await using var running = site;
        var laptop = await VisitAsync(site.Url, Device.Desk);
        await laptop.GoAsync("/signin");
        await laptop.Page.GetByLabel("E-mail").FillAsync(World.Mail("Mari Kask"));
        await laptop.Page.GetByLabel("Password").FillAsync(World.Password);
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(laptop.Page.GetByRole(AriaRole.Link, new() { Name = "My page" })).ToBeVisibleAsync();
        await laptop.GoAsync($"/workshops/{world.Workshop}/rehearsal");
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Start the rehearsal" }).ClickAsync();
        await laptop.Page.GetByRole(AriaRole.Link, new() { Name = "Go in" }).ClickAsync();
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Continue as" }).ClickAsync();
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "All at once" }).ClickAsync();
        await SeeAsync(laptop.Page, "desk");
        var copy = new Uri(laptop.Page.Url).GetLeftPart(UriPartial.Authority);
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Open the room" }).ClickAsync();
        await Assertions.Expect(laptop.Page.Locator(".cr")).ToBeVisibleAsync();
        await SeeAsync(laptop.Page, "control");
        await laptop.Page.GotoAsync($"{copy}/rehearsal");
        await Assertions.Expect(laptop.Page.GetByText("invented people are here")).ToBeVisibleAsync();

        var phone = await laptop.Page.RunAndWaitForPopupAsync(() =>
            laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Open the phone" }).ClickAsync());
        await phone.SetViewportSizeAsync(390, 844);
        await SeeAsync(phone, "phone");
        await phone.CloseAsync();

        var opened = await laptop.Page.RunAndWaitForPopupAsync(() =>
            laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Open a wall in a new tab" }).ClickAsync());
        await opened.SetViewportSizeAsync(1920, 1080);
        await Assertions.Expect(opened.Locator(".wall-stage, .wall-two").First).ToBeVisibleAsync();
        await SeeAsync(opened, "wall");
        Assert.Equal(1080, await opened.EvaluateAsync<int>("Math.round(document.querySelector('.wall').getBoundingClientRect().bottom)"));
        await opened.CloseAsync();
    }

    /// <summary>At the top of the window, before and after scrolling, and no wider than it.</summary>
    private static async Task SeeAsync(IPage page, string name)
    {
        var strip = page.GetByText("Rehearsal: nothing here is kept");
        await Assertions.Expect(strip).ToBeInViewportAsync();
        foreach (var (scheme, theme) in new[] { (ColorScheme.Dark, "dark"), (ColorScheme.Light, "light") })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Shot(page, $"rehearsal-{name}-{theme}");
        }

        await page.EvaluateAsync("window.scrollTo(0, document.body.scrollHeight)");
        await Assertions.Expect(strip).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than its window");
        await page.EvaluateAsync("window.scrollTo(0, 0)");
    }
}
