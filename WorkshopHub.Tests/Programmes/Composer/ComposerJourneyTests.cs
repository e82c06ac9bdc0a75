using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>The composer under the hand: dragging, keys, a phone, a second facilitator.</summary>
public sealed class ComposerJourneyTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _units = ["Fleet & Logistics", "Finance", "Network Operations", "Communications", "Laboratory"];

    private readonly World _world = World.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.WriteAsync(writes =>
        {
            foreach (var (index, name) in _units.Index())
            {
                writes.Execute("INSERT INTO org_unit (id, name) VALUES (@id, @name)", new { id = index + 1, name });
                writes.Execute("INSERT INTO site (id, name) VALUES (@id, @name)", new { id = index + 1, name = $"{name.Split(' ')[0]} House" });
            }

            writes.Execute("UPDATE person SET org_unit_id = id % 5 + 1, site_id = id % 3 + 1, job_title = 'Team leader'");
            return DraftCommands.Begin(writes, _world.Programme, 3, [_world["Otto Outsider"]], _world["Mari Kask"]);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_facilitator_proposes_drags_moves_by_keys_locks_undoes_and_puts_in_place()
    {
        var page = $"/programmes/{_world.Programme}/composer";
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync(page);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Propose sets" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#proof")).ToContainTextAsync("Proved best.");
        await Shot(desk.Page, "composer-desk-light");
        await Axe.CheckAsync(desk.Page);

        // By the grip, from the first set to the second.
        var first = desk.Page.Locator(".set-card").Nth(0).Locator(".person").Nth(0);
        var name = await first.Locator("b").InnerTextAsync();
        await first.Locator(".grip").HoverAsync();
        await desk.Page.Mouse.DownAsync();
        var second = await desk.Page.Locator(".set-card").Nth(1).BoundingBoxAsync();
        await desk.Page.Mouse.MoveAsync(second!.X + 40, second.Y + 60, new() { Steps = 4 });
        await Assertions.Expect(desk.Page.Locator(".composer-ghost")).ToContainTextAsync(name);
        await Assertions.Expect(desk.Page.Locator(".composer-ghost small")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("."));
        await desk.Page.Mouse.UpAsync();
        await InAsync(desk.Page, 1, name);
        await Assertions.Expect(desk.Page.Locator("#last")).ToContainTextAsync($"{name} to Triangle");

        // By the number of the set, while the name has the focus; it keeps the focus.
        var link = desk.Page.Locator(".who-is", new() { HasText = name });
        await link.FocusAsync();
        await desk.Page.Keyboard.PressAsync("3");
        await InAsync(desk.Page, 2, name);
        await Assertions.Expect(link).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("l");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = $"Lock {name} in Square" })).ToHaveAttributeAsync("aria-pressed", "true");
        await link.FocusAsync();
        await desk.Page.Keyboard.PressAsync("0");
        await Assertions.Expect(desk.Page.Locator(".pool .person", new() { HasText = name })).ToBeVisibleAsync();

        // Four presses while the first is still under way: they wait, say so, and none is lost.
        var gate = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/composer?handler=undo", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).EvaluateAsync("button => { for (let n = 0; n < 4; n++) button.click(); }");
        await Assertions.Expect(desk.Page.Locator("#next")).ToContainTextAsync("comes next");
        gate.SetResult();
        await InAsync(desk.Page, 0, name);
        await Assertions.Expect(desk.Page.Locator("#next")).ToHaveCountAsync(0);

        // The phone goes by the list of sets; somebody there was quicker, and the desk is told.
        var phone = await VisitAsync(_site.Url, Device.Phone, dark: true);
        await phone.SignInAsync("Mari Kask");
        await phone.GoAsync(page);
        await phone.Page.Locator(".who-is", new() { HasText = name }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#pick h3")).ToHaveTextAsync(name);
        await Shot(phone.Page, "composer-phone-dark");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.Locator("#pick .to", new() { HasText = "Triangle" }).ClickAsync();
        await InAsync(phone.Page, 1, name);
        await InAsync(desk.Page, 1, name);
        await Assertions.Expect(desk.Page.Locator("#status")).ToContainTextAsync("Mari Kask has changed the draft.");

        // And where the desk hasn't heard of it yet, it is told when it presses.
        var mark = await desk.Page.Locator("#composer").GetAttributeAsync("data-mark");
        await desk.Page.RouteAsync("**/composer?handler=mark", route => route.FulfillAsync(new() { Body = mark, ContentType = "text/plain" }));
        await phone.Page.Locator(".who-is", new() { HasText = name }).ClickAsync();
        await phone.Page.Locator("#pick .to", new() { HasText = "Square" }).ClickAsync();
        await InAsync(phone.Page, 2, name);
        desk.Expect("status of 409|answer: 409");
        await link.EvaluateAsync("link => { for (const key of ['1', '3']) link.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })); }");
        await Assertions.Expect(desk.Page.Locator(".stale")).ToContainTextAsync("You changed this in another window");
        await Assertions.Expect(desk.Page.Locator("#next")).ToContainTextAsync($"{name} to Square: not done");
        await Assertions.Expect(desk.Page.Locator(".stale")).ToContainTextAsync("Square");
        await Shot(desk.Page, "composer-desk-stale");
        await desk.Page.UnrouteAsync("**/composer?handler=mark");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Put mine in its place" }).ClickAsync();
        await InAsync(desk.Page, 0, name);
        await InAsync(phone.Page, 0, name);

        await desk.Page.Locator(".foot-bar").GetByText("Put these sets in place…").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#place")).ToContainTextAsync("1 person joins a set");
        await Shot(desk.Page, "composer-desk-place");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.Locator("#place").GetByRole(AriaRole.Button, new() { Name = "Put these sets in place" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".placed")).ToContainTextAsync("You can take it back");
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Shot(desk.Page, "composer-desk-dark");
        await Axe.CheckColoursAsync(desk.Page);
    }

    private static Task InAsync(IPage page, int set, string name) =>
        Assertions.Expect(page.Locator(".set-card").Nth(set).Locator(".person", new() { HasText = name })).ToBeVisibleAsync();
}
