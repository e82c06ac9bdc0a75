using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Screens;

public sealed class SplitTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
    }

    /// <summary>The visitors go before the hub does, so that none of them misses it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_split_wall_shows_what_is_now_and_the_chosen_earlier_item_and_both_go_on()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        await _site.PostAsync(_world, "Alma Tamm", "It was the lift.");
        await desk.NextAsync();
        await desk.NextAsync();
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        Assert.Equal(HttpStatusCode.Redirect, await desk.ScreenAsync("Left", "screen-split", _world.Items[0].ToString(CultureInfo.InvariantCulture)));
        var (now, before) = (wall.Page.Locator(".half").First, wall.Page.Locator(".half").Last);
        await Assertions.Expect(before).ToContainTextAsync("It was the lift.");
        await Assertions.Expect(now).ToContainTextAsync("What can you give, what do you need?");
        await Assertions.Expect(before.GetByRole(AriaRole.Timer)).ToHaveCountAsync(0);
        await ScreenDesk.SayAsync(_site, await _site.PostAsync(_world, "Cecil Hart", "I can lend a van.", activity: 2));
        await Assertions.Expect(now.Locator(".wpost")).ToContainTextAsync("I can lend a van.");
        await ScreenDesk.SayAsync(_site, await _site.PostAsync(_world, "Dora Voss", "Asked in late.", activity: 0));
        await Assertions.Expect(before.Locator(".wpost")).ToHaveCountAsync(2);
        await Assertions.Expect(now.Locator(".wpost")).ToHaveCountAsync(1);
        await Shot(wall.Page, "wall-split-1920");
        await Axe.CheckAsync(wall.Page);
        await desk.ScreenAsync("Left", "screen-split", _world.Items[1].ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(before).ToContainTextAsync("The sponsor speaks");
        await Shot(wall.Page, "wall-split-talk-1920");
        var version = await _site.Db.ReadAsync(reads => reads.First<long>("SELECT version FROM agenda_item WHERE id = @id", new { id = _world.Items[2] }));
        using var paused = await desk.RawAsync($"pause/{_world.Items[2]}/{version}");
        await Assertions.Expect(now.GetByRole(AriaRole.Timer)).ToHaveAttributeAsync("data-ends", "");
        await Assertions.Expect(now.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(20:00|19:[0-9]{2})$"));
        var room = await VisitAsync(_site.Url, Device.Desk);
        await room.ControlAsync(_world);
        await Assertions.Expect(room.Page.Locator("#cr-screens .screen").First).ToContainTextAsync("Offers and requests | The sponsor speaks");
    }

    [Fact]
    public async Task With_two_rooms_each_half_is_a_room_and_an_item_that_has_not_run_stands_on_no_wall()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        Assert.Equal(HttpStatusCode.NotFound, await desk.ScreenAsync("Left", "screen-split", _world.Items[2].ToString(CultureInfo.InvariantCulture)));
        await _site.WriteAsync(w => w.Execute(
            """
            UPDATE agenda_item SET state = 'Running', started_at = @Now, room = 2 WHERE id = @item;
            UPDATE activity SET state = 'Open' WHERE id = @activity;
            UPDATE workshop SET second_item_id = @item
            """,
            new { w.Now, item = _world.Items[2], activity = _world.Activities[2] }));
        Assert.Equal(HttpStatusCode.Redirect, await desk.ScreenAsync("Left", "screen-hold", "Split"));
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={_world.Screens[0]}");
        var page = await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken);
        Assert.Matches("Room 1(?s:.)*Tell what happened(?s:.)*Room 2(?s:.)*What can you give", page);
        Assert.Contains($"data-shows=\"{_world.Items[0]} {_world.Items[2]}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_before_says_next_what_comes_after_what_is_now_and_when()
    {
        var until = await _site.WriteAsync(w =>
        {
            w.Execute(
                "UPDATE agenda_item SET position = 0, state = 'Done', started_at = @began, ended_at = @Now WHERE id = @talk",
                new { w.Now, began = Utc.Text(TimeProvider.System.GetUtcNow().AddMinutes(-90)), talk = _world.Items[1] });
            w.Execute("UPDATE screen SET layout = 'Split', split_item = @talk", new { talk = _world.Items[1] });
            return w.First<string>("SELECT timer_running_since FROM agenda_item WHERE state = 'Running'")!;
        });
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={_world.Screens[0]}");
        var page = await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken);
        var next = Utc.Parse(until).AddMinutes(20).ToUnixTimeMilliseconds();
        Assert.Matches($"Before(?s:.)*The sponsor speaks(?s:.)*Next, <time data-at=\"{next}\"[^>]*>[0-9:]+</time>: Offers and requests", page);
    }
}
