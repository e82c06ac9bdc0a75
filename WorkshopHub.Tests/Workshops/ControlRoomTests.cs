using System.Net;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Workshops;

public sealed class ControlRoomTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = new Site(_world.File);
    }

    /// <summary>The visitors go before the hub does, so that none of them misses it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_facilitator_starts_goes_on_and_takes_it_back_on_two_devices_that_stay_equal()
    {
        var (desk, tablet) = (await VisitAsync(_site.Url, Device.Desk), await VisitAsync(_site.Url, Device.Tablet));
        await desk.ControlAsync(_world);
        await tablet.ControlAsync(_world);
        await desk.LiveAsync();
        await tablet.LiveAsync();
        await desk.Page.ClickAsync("#cr-next");
        await Title(tablet, "What have you learned?");
        await Title(desk, "What have you learned?");
        await desk.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Title(tablet, "The sponsor speaks");
        await tablet.Page.ClickAsync("#cr-undo");
        await Title(desk, "What have you learned?");
        await Title(tablet, "What have you learned?");
        Assert.Equal(await Numbers(desk), await Numbers(tablet));

        // A press that was on its way when the room moved on moves it no further.
        await desk.Page.EvaluateAsync("""
            () => {
              const next = () => document.getElementById("cr-next"), was = next().value;
              document.addEventListener("wire:put", () => {
                if (next().value === was || window.again) return;
                window.again = true;
                next().click();
              });
              next().click();
            }
            """);
        await desk.Page.WaitForFunctionAsync("() => window.again === true");
        await Title(desk, "The sponsor speaks");
        await Title(tablet, "The sponsor speaks");
        await desk.Page.ClickAsync("#cr-undo");
        await Title(tablet, "What have you learned?");
        await Title(desk, "What have you learned?");
    }

    [Fact]
    public async Task A_dialog_that_is_refused_marks_the_field_that_is_meant_and_keeps_what_was_typed()
    {
        var desk = (await VisitAsync(_site.Url, Device.Desk)).Expect("/control|status of 422");
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        var (code, name) = (desk.Page.Locator("#pair-code"), desk.Page.Locator("#pair-name"));
        await desk.Page.ClickAsync("text=Pair a screen");
        await code.FillAsync("WRONG");
        await name.FillAsync("Front left");
        await desk.Page.ClickAsync("#pair .btn-ink");
        await Assertions.Expect(code).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(name).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(desk.Page.Locator("#pair-wrong")).ToBeVisibleAsync();
        await Assertions.Expect(code).ToHaveValueAsync("WRONG");
        await Assertions.Expect(name).ToHaveValueAsync("Front left");

        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.GoAsync("/wall");
        await code.FillAsync(await wall.Page.Locator(".wall-code").InnerTextAsync());
        await name.FillAsync(" ");
        await desk.Page.ClickAsync("#pair .btn-ink");
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(code).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await name.FillAsync("Front left");
        await desk.Page.ClickAsync("#pair .btn-ink");
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync("Front left");
        await Assertions.Expect(desk.Page.Locator("#pair")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Pictures_of_the_control_room_in_light_and_dark_on_desk_and_tablet()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await Shot(desk.Page, "control-before-desk");
        foreach (var name in new[] { "Front left", "Front right" })
        {
            var wall = await VisitAsync(_site.Url, Device.Wall);
            await wall.GoAsync("/wall");
            var code = await wall.Page.Locator(".wall-code").InnerTextAsync();
            await desk.Page.ClickAsync("text=Pair a screen");
            await desk.Page.FillAsync("#pair-code", code);
            await desk.Page.FillAsync("#pair-name", name);
            await desk.Page.ClickAsync("#pair .btn-ink");
            await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync(name);
        }

        await desk.Page.ClickAsync("#cr-next");
        await _site.PostAsync(_world, "Cecil Hart", "We asked the night porters. Nobody had, in nine years.", state: "Waiting");
        await _site.PostAsync(_world, "Dora Voss", "Who can say yes to a discharge letter without the consultant’s signature?", "Question", "Waiting");
        await _site.PostAsync(_world, "Alma Tamm", "Mr Hollis in clinic 4 says the new letter is worse. Can someone sit with him?", "Request", "Waiting");
        await _site.PostAsync(_world, "Ines Prado", "The trays were never late. The lift was.");
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await desk.Page.Locator(".queue-item").First.FocusAsync();
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync("live");
        await Shot(desk.Page, "control-desk");
        await desk.Page.ClickAsync("text=Front left");
        await Shot(desk.Page, "control-desk-screen");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.ClickAsync("#cr-run >> text=Offers and requests");
        await Shot(desk.Page, "control-desk-step");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.ClickAsync("text=Catch up");
        await Shot(desk.Page, "control-desk-catch-up");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Axe.CheckAsync(desk.Page);
        foreach (var (device, dark, name) in new[] { (Device.Desk, true, "desk-dark"), (Device.Tablet, false, "tablet"), (Device.Tablet, true, "tablet-dark") })
        {
            var other = await VisitAsync(_site.Url, device, dark);
            await other.ControlAsync(_world);
            await other.LiveAsync();
            await Shot(other.Page, $"control-{name}");
            await other.Page.SetViewportSizeAsync(820, 1180);
            await Shot(other.Page, $"control-{name}-upright");
        }
    }

    [Fact]
    public async Task A_post_in_the_spotlight_leaves_the_wall_at_once_when_it_is_hidden()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.GoAsync("/wall");
        await desk.Page.ClickAsync("text=Pair a screen");
        await desk.Page.FillAsync("#pair-code", await wall.Page.Locator(".wall-code").InnerTextAsync());
        await desk.Page.FillAsync("#pair-name", "Front");
        await desk.Page.ClickAsync("#pair .btn-ink");
        await wall.LiveAsync();
        await desk.Page.ClickAsync("#cr-next");
        await Title(desk, "What have you learned?");
        await _site.PostAsync(_world, "Alma Tamm", "Mr Hollis says it is worse");
        await desk.GoAsync($"/w/{_world.Workshop}/control?tab=Shown");
        await desk.LiveAsync();
        await desk.Page.Locator(".queue-item").First.FocusAsync();
        await desk.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(wall.Page.Locator("blockquote")).ToHaveTextAsync("Mr Hollis says it is worse");
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync("Spotlight");
        await desk.Page.Keyboard.PressAsync("h");
        await Assertions.Expect(wall.Page.Locator("body")).Not.ToContainTextAsync("Mr Hollis");
        await desk.Page.EvaluateAsync("() => document.activeElement.blur()");
        await desk.Page.Keyboard.PressAsync("b");
        await Assertions.Expect(desk.Page.Locator("#cr-blank")).ToContainTextAsync("Show all again");
    }

    [Fact]
    public async Task A_lost_line_is_said_honestly_and_tried_again_at_once_on_demand()
    {
        var desk = (await VisitAsync(_site.Url, Device.Desk, own: true)).Expect("ERR_FAILED|WebSocket");
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await desk.Page.ClickAsync("#cr-next");
        await Title(desk, "What have you learned?");
        await desk.GoAsync($"/w/{_world.Workshop}/view?role=Sponsor");
        await desk.LiveAsync();
        await Assertions.Expect(desk.Page.Locator("#seen")).ToContainTextAsync("Tell what happened");
        await Shot(desk.Page, "control-participants-view");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.Clock.InstallAsync();
        await desk.GoAsync($"/w/{_world.Workshop}/control");
        await desk.LiveAsync();
        var (tries, failures) = (0, 0);
        desk.Page.Request += (_, request) => tries += request.Url.Contains(Negotiation) ? 1 : 0;
        desk.Page.RequestFailed += (_, request) => failures += request.Url.Contains(Negotiation) ? 1 : 0;
        await desk.Page.RouteAsync($"**{Negotiation}**", route => route.AbortAsync());
        await _site.StopWireAsync();
        await Assertions.Expect(desk.Page.Locator(".cr-lost")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Shot(desk.Page, "control-lost");

        // The page's clock stands still, so that it does not come back by itself before the finger is there.
        await desk.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await desk.Page.EvaluateAsync("() => fetch('/health')");
        while (failures < tries)
        {
            await desk.Page.EvaluateAsync("() => fetch('/health')");
        }

        await desk.Page.UnrouteAsync($"**{Negotiation}**");
        await desk.Page.RunAndWaitForRequestAsync(() => desk.Page.ClickAsync("[data-retry]"), request => request.Url.Contains(Negotiation));
        await desk.Page.Clock.ResumeAsync();
        await Assertions.Expect(desk.Page.Locator(".cr-lost")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_the_facilitator_starts_goes_on_and_puts_something_in()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk, script: false);
        await desk.ControlByHandAsync(_world);
        await desk.Page.ClickAsync("#cr-next");
        await Title(desk, "What have you learned?");
        await desk.Page.ClickAsync("text=Add an activity");
        await desk.Page.FillAsync("#insert-text", "Stretch");
        await desk.Page.SelectOptionAsync("#insert-kind", "moment");
        await desk.Page.ClickAsync("text=Start it now");
        await Title(desk, "Stretch");
        await desk.Page.ClickAsync("#cr-undo");
        await Title(desk, "What have you learned?");
    }

    [Fact]
    public async Task Only_who_runs_the_workshop_sees_the_control_room()
    {
        foreach (var (mail, status) in new[] { ("mari.kask", HttpStatusCode.OK), ("sven.sponsor", HttpStatusCode.NotFound), ("otto.outsider", HttpStatusCode.NotFound) })
        {
            using var client = _site.NewClient();
            var address = $"/w/{_world.Workshop}/control";
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
            await client.PostFormAsync("/signin", "/signin", ("Email", $"{mail}@flow.test"), ("Password", World.Password));
            Assert.Equal(status, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    private const string Negotiation = "/hub/negotiate";

    /// <summary>The room is there, and Next has rested from it.</summary>
    private static async Task Title(Visitor visitor, string title)
    {
        await Assertions.Expect(visitor.Page.Locator("#cr-top h1")).ToHaveTextAsync(title);
        await Assertions.Expect(visitor.Page.Locator("#cr-next[aria-disabled]")).ToHaveCountAsync(0);
    }

    private static Task<string> Numbers(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("() => document.querySelector('#cr-run ol').innerText");
}
