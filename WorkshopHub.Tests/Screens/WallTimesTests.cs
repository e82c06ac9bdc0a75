using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Screens;

public sealed class WallTimesTests(Browser browser) : BrowserTest(browser)
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
    public async Task Over_time_a_wall_says_so_and_what_is_next_moves_on_with_the_clock()
    {
        await _site.BeginAsync(_world);
        await _site.WriteAsync(w => w.Execute(
            "UPDATE agenda_item SET timer_running_since = @since WHERE state = 'Running'", new { since = Utc.Text(TimeProvider.System.GetUtcNow().AddHours(-2)) }));
        var wall = await HangAsync();
        await Assertions.Expect(wall.Page.GetByText("Over time")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.GetByText("Time left")).ToBeHiddenAsync();
        await _site.WriteAsync(w => w.Execute("UPDATE screen SET layout = 'Agenda'"));
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await Assertions.Expect(wall.Page.GetByText("Over time")).ToBeVisibleAsync();
        foreach (var next in new[] { wall.Page.Locator(".wall-foot time"), wall.Page.Locator(".agenda .next time") })
        {
            await Assertions.Expect(next).Not.ToHaveTextAsync((await next.GetAttributeAsync("data-clock"))!);
            var shown = TimeOnly.Parse(await next.InnerTextAsync(), CultureInfo.InvariantCulture);
            var now = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn")).DateTime);
            Assert.True((now - shown).TotalMinutes < 2, $"It says {shown} at {now}.");
        }

        await Shot(wall.Page, "wall-over-time");
    }

    [Fact]
    public async Task Once_it_is_closed_nothing_counts_down_and_nobody_is_said_to_think()
    {
        await _site.BeginAsync(_world);
        await _site.PostAsync(_world, "Alma Tamm", "It was the lift.");
        var wall = await HangAsync();
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await Assertions.Expect(wall.Page.Locator("#stage .timer")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#stage .timer")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.Locator(".empty:visible").First).ToHaveTextAsync("Thinking…");
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        var (item, version) = await _site.Db.ReadAsync(reads => (
            reads.First<long>("SELECT id FROM agenda_item WHERE state = 'Running'"), reads.First<long>("SELECT version FROM agenda_item WHERE state = 'Running'")));
        (await desk.RawAsync($"close/{item}/{version}")).Dispose();
        await Assertions.Expect(wall.Page.Locator(".empty:visible").First).ToHaveTextAsync("Nothing was written.");
        await Assertions.Expect(wall.Page.Locator("#stage .timer")).ToHaveCountAsync(0);
        await Assertions.Expect(wall.Page.GetByText("Thinking…")).ToHaveCountAsync(0);
        await Assertions.Expect(wall.Page.GetByText("It was the lift.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#stage .timer")).ToHaveCountAsync(0);
        await Shot(wall.Page, "wall-closed");
    }

    [Fact]
    public async Task Before_the_start_a_wall_promises_no_time_that_is_past()
    {
        await _site.WriteAsync(w => w.Execute("UPDATE screen SET layout = 'Join'"));
        var wall = await HangAsync();
        await Assertions.Expect(wall.Page.Locator("#wall-here-count")).ToContainTextAsync("here.");
        await Assertions.Expect(wall.Page.GetByText("We start at")).ToBeHiddenAsync();
        await _site.WriteAsync(w => w.Execute("UPDATE workshop SET date = '2099-03-10'"));
        await wall.GoAsync("/wall");
        await Assertions.Expect(wall.Page.GetByText("We start at")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_title_says_when_its_item_really_began()
    {
        await _site.BeginAsync(_world);
        var began = TimeProvider.System.GetUtcNow().AddMinutes(-47);
        await _site.WriteAsync(w => w.Execute("UPDATE agenda_item SET started_at = @began WHERE state = 'Running'", new { began = Utc.Text(began) }));
        await _site.WriteAsync(w => w.Execute("UPDATE screen SET layout = 'Title'"));
        var wall = await HangAsync();
        await Assertions.Expect(wall.Page.Locator(".talk > .eyebrow")).ToContainTextAsync(
            $"· {LocalTime.Clock(began, TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn"))}");
    }

    private async Task<Visitor> HangAsync()
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        return wall;
    }
}
