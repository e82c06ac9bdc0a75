using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets;

/// <summary>From no date at all to a line of time on which meetings are dragged, on a desk, by keys, on a phone and on paper.</summary>
public sealed class DatesJourneyTests(Browser browser) : BrowserTest(browser)
{
    private DatedWorld _dated = null!;

    public override async ValueTask InitializeAsync() => _dated = await DatedWorld.OpenAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _dated.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Meetings_are_laid_out_looked_at_dragged_and_moved_by_keys()
    {
        var desk = (await VisitAsync(_dated.Site.Url, Device.Desk)).Expect("status of 422|handler=Move");
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync(_dated.Schedule);
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "meetings-empty");
        await Button(desk, "Look at the dates").ClickAsync();
        await desk.SeesAsync("Nothing is written yet.");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "meetings-look");
        await Button(desk, "Keep these 102 meetings").ClickAsync();
        await desk.SeesAsync("102 meetings are laid out.");
        await Axe.CheckAsync(desk.Page);

        await desk.GoAsync(_dated.Timeline);
        await DragAsync(desk, "square", 3, 1);
        await desk.SeesAsync("from 18 April to 19 April");
        await desk.SeesAsync("Square, meeting 3");
        await Shot(desk.Page, "timeline-moved");
        await DragAsync(desk, "circle", 5, 9);
        await desk.SeesAsync("23 days after meeting 4, more than three weeks");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "dates-why");
        await desk.Page.GetByLabel("Why it is moved").FillAsync("The crew is on call that week");
        await Button(desk, "Move it").ClickAsync();
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex("/timeline$"));
        await desk.SeesAsync("The crew is on call that week");

        await desk.Page.GetByText("All dates as a list").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Star" }).GetByRole(AriaRole.Link).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex("/dates$"));
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Move meeting 2", Exact = true }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByLabel("Day", new() { Exact = true }).FillAsync("2030-04-05");
        await desk.Page.GetByLabel("Day", new() { Exact = true }).PressAsync("Enter");
        await desk.SeesAsync("Meeting 2 is on Friday 5 April. Nothing else has moved.");

        foreach (var (page, name) in new[] { (_dated.Timeline, "timeline"), (_dated.Timeline + "?print=true", "timeline-print") })
        {
            await desk.GoAsync(page);
            await Axe.CheckAsync(desk.Page);
            await Shot(desk.Page, $"{name}-light");
            await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Axe.CheckColoursAsync(desk.Page);
            await Shot(desk.Page, $"{name}-dark");
            await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        var phone = await VisitAsync(_dated.Site.Url, Device.Phone);
        await phone.SignInAsync("Mari Kask");
        foreach (var (page, name) in new[] { (_dated.Timeline, "timeline"), (_dated.Dates(0), "dates"), (_dated.Schedule, "meetings"), ("/calendar", "calendar") })
        {
            await phone.GoAsync(page);
            await Axe.CheckAsync(phone.Page);
            Assert.Equal(0, await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await Shot(phone.Page, $"{name}-phone");
        }
    }

    private static ILocator Button(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Takes a meeting's disc with the mouse and drops it some days later.</summary>
    private static async Task DragAsync(Visitor visitor, string set, int number, int days)
    {
        await visitor.Page.WaitForLoadStateAsync(); // the words are there before the script that lets a disc be dragged
        var disc = visitor.Page.Locator($"g[data-set={set}] [data-meeting]").Nth(number - 1);
        await disc.ScrollIntoViewIfNeededAsync();
        var box = (await disc.Locator("circle").BoundingBoxAsync())!;
        var day = await disc.EvaluateAsync<float>(
            "one => { const svg = one.ownerSVGElement; return (svg.dataset.right - svg.dataset.left) / svg.dataset.days * svg.getScreenCTM().a; }");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await visitor.Page.Mouse.MoveAsync(x, y);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(x + (days * day / 2), y);
        await visitor.Page.Mouse.MoveAsync(x + (days * day), y);
        await visitor.Page.Mouse.UpAsync();
    }
}
