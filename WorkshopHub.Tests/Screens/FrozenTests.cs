using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Screens;

public sealed class FrozenTests(Browser browser) : BrowserTest(browser)
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
    public async Task A_frozen_wall_keeps_its_picture_over_items_reload_and_restart_and_never_a_hidden_post()
    {
        await _site.BeginAsync(_world);
        await _site.PostAsync(_world, "Alma Tamm", "It was the lift.");
        var first = await _site.PostAsync(_world, "Cecil Hart", "Ring me at home.");
        var second = await _site.PostAsync(_world, "Dora Voss", "My boss is Mr Hollis.");
        var wall = (await VisitAsync(_site.Url, Device.Wall)).Expect("ERR_|WebSocket|Failed to|Connection|negotiat|status of 401");
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var (stage, kept) = (wall.Page.Locator("#stage"), wall.Page.Locator(".wall-frozen"));
        using (var desk = await ScreenDesk.OpenAsync(_world, _site))
        {
            await desk.ScreenAsync("Left", "screen-freeze", "1");
            await Assertions.Expect(kept).ToContainTextAsync("It was the lift.");
            await ScreenDesk.SayAsync(_site, await _site.PostAsync(_world, "Emil Saar", "Too late for this picture."));
            await Assertions.Expect(stage).ToContainTextAsync("Too late for this picture.");
            await desk.HideAsync(first);
            await Assertions.Expect(kept).Not.ToContainTextAsync("Ring me at home.");
            await desk.NextAsync();
            await Assertions.Expect(stage).ToContainTextAsync("The sponsor speaks");
            await Assertions.Expect(kept).ToContainTextAsync("My boss is Mr Hollis.");
            await Assertions.Expect(kept).Not.ToContainTextAsync("Too late");
            var room = await VisitAsync(_site.Url, Device.Desk);
            await room.ControlAsync(_world);
            await Assertions.Expect(room.Page.Locator("#cr-screens .screen").First).ToContainTextAsync("What have you learned?");
            await Assertions.Expect(room.Page.Locator("#cr-screens .screen").First).ToContainTextAsync("Sets, frozen, live");
            await Shot(room.Page, "control-frozen");
            await room.GoAsync("about:blank");

            await wall.GoAsync("about:blank");
            await desk.HideAsync(second);
            await wall.GoAsync("/wall");
            await Assertions.Expect(kept.GetByText("It was the lift.")).ToBeVisibleAsync();
            await Assertions.Expect(kept).Not.ToContainTextAsync("Mr Hollis");
        }

        await _site.DisposeAsync();
        _site = new Site(_world.File, _site.Port);
        await wall.Page.WaitForFunctionAsync("(epoch) => !document.getElementById('wall').dataset.live.includes(epoch)", await EpochAsync(wall), new() { Timeout = 40_000 });
        await Assertions.Expect(kept.GetByText("It was the lift.")).ToBeVisibleAsync();
        await Shot(wall.Page, "wall-frozen");
        using var again = await ScreenDesk.OpenAsync(_world, _site);
        await again.ScreenAsync("Left", "screen-blank", "1");
        await Assertions.Expect(wall.Page.Locator("#stage[data-layout=blank]")).ToHaveCountAsync(1);
        await Assertions.Expect(kept).ToBeHiddenAsync();
        await again.ScreenAsync("Left", "screen-blank", "0");
        await Assertions.Expect(kept.GetByText("It was the lift.")).ToBeVisibleAsync();
        await again.ScreenAsync("Left", "screen-freeze", "0");
        await Assertions.Expect(kept).ToHaveCountAsync(0);
        await Assertions.Expect(stage.GetByText("The sponsor speaks").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_frozen_wall_the_clock_stands_and_what_is_said_lies_over_it_and_moves_nothing()
    {
        await _site.BeginAsync(_world);
        await _site.PostAsync(_world, "Alma Tamm", "It was the lift.");
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var kept = wall.Page.Locator(".wall-frozen");
        await Assertions.Expect(wall.Page.Locator("#stage .timer[data-ends]")).ToHaveTextAsync(new Regex(@"^\d+:\d\d$"));
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        await desk.ScreenAsync("Left", "screen-freeze", "1");
        await Assertions.Expect(kept).ToContainTextAsync("It was the lift.");
        var (foot, clock) = (await kept.Locator(".wall-foot").BoundingBoxAsync(), await kept.Locator(".timer").TextContentAsync());
        Assert.Equal(0, await kept.Locator("[data-ends], [data-left], [data-drifts]").CountAsync());
        (await desk.RawAsync("say/0/0", ("text", "Coats are outside."))).Dispose();
        await Assertions.Expect(wall.Page.Locator("#say")).ToBeVisibleAsync();
        var after = await kept.Locator(".wall-foot").BoundingBoxAsync();
        Assert.Equal((foot!.Y, foot.Height), (after!.Y, after.Height));
        await wall.Page.WaitForFunctionAsync("(clock) => document.querySelector('#stage .timer').textContent !== clock", clock);
        await Assertions.Expect(kept.Locator(".timer")).ToHaveTextAsync(clock!);
        await Shot(wall.Page, "wall-frozen-said");
    }

    private static Task<string> EpochAsync(Visitor wall) => wall.Page.EvaluateAsync<string>("() => document.getElementById('wall').dataset.live.split('@')[1]");
}
