using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Screens;

public sealed class WallAloneTests(Browser browser) : BrowserTest(browser)
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
    public async Task A_screen_that_is_unpaired_shows_a_code_again_by_itself_and_can_be_paired_with_it()
    {
        var wall = (await VisitAsync(_site.Url, Device.Wall)).Expect("/hub|WebSocket|/wall/|status of 401");
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await desk.Page.ClickAsync("#cr-screens >> text=Left");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Unpair" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#unpair [name=text]")).ToHaveTextAsync("Left");
        await Shot(desk.Page, "control-unpair");
        await Assertions.Expect(wall.Page.Locator("#stage")).ToBeVisibleAsync();
        await desk.Page.ClickAsync("#unpair .btn-ink");
        await Assertions.Expect(wall.Page.Locator(".wall-code")).ToBeVisibleAsync();
        await desk.GoAsync($"/w/{_world.Workshop}/control");
        await desk.LiveAsync();
        await desk.Page.ClickAsync("text=Pair a screen");
        await desk.Page.FillAsync("#pair-code", await wall.Page.Locator(".wall-code").InnerTextAsync());
        await desk.Page.FillAsync("#pair-name", "Left again");
        await desk.Page.ClickAsync("#pair .btn-ink");
        await Assertions.Expect(wall.Page.Locator("#stage")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wall_is_full_has_no_cursor_swallows_clicks_and_mends_itself_after_errors_and_a_long_loss()
    {
        var wall = (await VisitAsync(_site.Url, Device.Wall, own: true)).Expect("broken|503|WebSocket|Failed to|negotiat");
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var cursors = await wall.Page.EvaluateAsync<string[]>("() => [document.body, document.querySelector('#stage h1')].map((it) => getComputedStyle(it).cursor)");
        Assert.Equal(["none", "none"], cursors);
        await wall.Page.EvaluateAsync("""
            () => {
              const link = document.createElement("a");
              link.href = "/signin";
              link.textContent = "By accident";
              link.style.cssText = "position: fixed; inset: 0; z-index: 9";
              document.body.append(link);
            }
            """);
        await wall.Page.Mouse.ClickAsync(600, 500);
        await wall.Page.WaitForFunctionAsync("() => document.fullscreenElement === document.documentElement");
        Assert.EndsWith("/wall", wall.Page.Url, StringComparison.Ordinal);
        foreach (var error in new[] { "setTimeout(() => { throw new Error('broken'); })", "Promise.reject(new TypeError('broken'))" })
        {
            await wall.Page.EvaluateAsync($"() => {{ sessionStorage.clear(); window.old = true; void {error}; }}");
            await wall.Page.WaitForFunctionAsync("() => window.old === undefined");
            await wall.LiveAsync();
        }

        await wall.Page.Clock.InstallAsync();
        foreach (var way in new[] { "**/hub/**", "**/wall/stage" })
        {
            await wall.Page.RouteAsync(way, route => route.FulfillAsync(new() { Status = 503, Body = "No." }));
        }

        await wall.GoAsync("/wall");
        await Assertions.Expect(wall.Page.Locator("html[data-wire=lost]")).ToHaveCountAsync(1);
        await wall.Page.EvaluateAsync("() => { window.old = true; }");
        await wall.Page.Clock.FastForwardAsync(10_000);
        await wall.Page.Clock.FastForwardAsync(130_000);
        await wall.Page.WaitForFunctionAsync("() => window.old === undefined");
        await wall.Page.UnrouteAllAsync();
    }

    [Fact]
    public async Task Over_plain_http_a_silent_video_keeps_the_wall_awake()
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        Assert.True(await wall.Page.EvaluateAsync<bool>("() => !isSecureContext && navigator.wakeLock === undefined"));
        await wall.Page.WaitForFunctionAsync("() => { const video = document.querySelector('.wall-awake'); return video && !video.paused && video.currentTime > 0 && video.loop && video.muted; }");
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync("live");
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).Not.ToContainTextAsync("may fall asleep");
    }

    [Fact]
    public async Task A_wall_that_nothing_keeps_awake_says_so_in_the_control_room()
    {
        var wall = (await VisitAsync(_site.Url, Device.Wall)).Expect("awake|ERR_FAILED");
        await wall.Page.RouteAsync("**/img/awake.*", route => route.AbortAsync());
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await Assertions.Expect(desk.Page.Locator("#cr-screens")).ToContainTextAsync("It may fall asleep");
    }

    [Theory]
    [InlineData("Dark")]
    [InlineData("Light")]
    public async Task The_ground_of_a_post_that_has_just_come_stands_clear_of_its_text(string theme)
    {
        await _site.BeginAsync(_world);
        await _site.WriteAsync(w => w.Execute("UPDATE screen SET theme = @theme", new { theme }));
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.PostAsync("We asked the night porters. Nobody had, in nine years, and they knew where every tray had gone.");
        await Assertions.Expect(wall.Page.Locator(".wpost.new")).ToBeVisibleAsync();
        await Shot(wall.Page, $"wall-new-{theme}".ToLowerInvariant());
        var clear = await wall.Page.EvaluateAsync<double[]>("""
            () => {
              const post = document.querySelector(".wpost.new"), list = post.parentElement.getBoundingClientRect();
              const ground = post.getBoundingClientRect(), text = document.createRange();
              text.selectNodeContents(post);
              const words = text.getBoundingClientRect();
              return [words.left - Math.max(ground.left, list.left), Math.min(ground.right, list.right) - words.right,
                words.top - ground.top, ground.bottom - words.bottom];
            }
            """);
        Assert.All(clear, side => Assert.True(side >= 10, $"{side} px of ground beside the text"));
    }

    [Fact]
    public async Task A_phone_that_hears_but_cannot_send_is_counted_in_the_control_room_until_it_can()
    {
        await _site.BeginAsync(_world);
        var phone = (await VisitAsync(_site.Url, Device.Phone)).Expect("ERR_FAILED");
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.LiveAsync();
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await phone.Page.RouteAsync($"**/w/{_world.Workshop}", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await phone.PostAsync("It was the lift.");
        await Assertions.Expect(desk.Page.Locator("body")).ToContainTextAsync("1 phone holds 1 post");
        await Shot(desk.Page, "control-queueing");
        await phone.Page.UnrouteAllAsync();
        await Assertions.Expect(desk.Page.Locator("#queue-Shown, #cr-queue, body").First).ToContainTextAsync("It was the lift.", new() { Timeout = 30_000 });
        await Assertions.Expect(desk.Page.Locator("body")).Not.ToContainTextAsync("phone holds");
    }
}
