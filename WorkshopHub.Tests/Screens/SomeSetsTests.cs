using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Screens;

public sealed class SomeSetsTests(Browser browser) : BrowserTest(browser)
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
    public async Task Two_walls_with_different_sets_share_what_comes_and_nobodys_post_is_lost_between_them()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        foreach (var (place, set) in _world.Sets.Index())
        {
            await desk.ScreenAsync(place < 3 ? "Left" : "Right", "screen-set", set.Id.ToString(CultureInfo.InvariantCulture));
        }

        await desk.ScreenAsync("Right", "screen-hold", "Mosaic");
        await _site.PostAsync(_world, "Ines Prado", "Before both.");
        var (left, right) = (await VisitAsync(_site.Url, Device.Wall), await VisitAsync(_site.Url, Device.Wall));
        await left.HangAsync(_site.Url, _world.Screens[0]);
        await right.HangAsync(_site.Url, _world.Screens[1]);
        await Assertions.Expect(left.Page.Locator(".column:visible")).ToHaveCountAsync(3);
        await Assertions.Expect(left.Page.Locator(".wpost")).ToHaveCountAsync(0);
        await Assertions.Expect(left.Page.Locator(".wall-foot")).ToContainTextAsync("0 posts");
        foreach (var (who, text) in new[] { ("Alma Tamm", "From Circle."), ("Gita Rao", "From Diamond."), ("Sven Sponsor", "From the sponsor.") })
        {
            await ScreenDesk.SayAsync(_site, await _site.PostAsync(_world, who, text));
        }

        await SeesAsync(left, "2 posts from 2 people", "From Circle.", "From the sponsor.");
        await SeesAsync(right, "2 posts from 2 people", "Before both.", "From Diamond.");
        await Shot(left.Page, "wall-some-sets-columns");
        await Shot(right.Page, "wall-some-sets-mosaic");
        await desk.ScreenAsync("Right", "screen-set", "0");
        await SeesAsync(left, "1 post from 1 person", "From Circle.");
        await SeesAsync(right, "3 posts from 3 people", "Before both.", "From Diamond.", "From the sponsor.");
        await ScreenDesk.SayAsync(_site, await _site.PostAsync(_world, "Sven Sponsor", "From the sponsor again."));
        await SeesAsync(right, "4 posts from 3 people", "Before both.", "From Diamond.", "From the sponsor.", "From the sponsor again.");
        await SeesAsync(left, "1 post from 1 person", "From Circle.");
    }

    private static async Task SeesAsync(Visitor wall, string count, params string[] texts)
    {
        await Assertions.Expect(wall.Page.Locator(".wall-foot")).ToContainTextAsync(count);
        await Assertions.Expect(wall.Page.Locator(".wpost")).ToHaveCountAsync(texts.Length);
        foreach (var text in texts)
        {
            await Assertions.Expect(wall.Page.Locator(".wpost > p", new() { HasTextString = text }).First).ToBeVisibleAsync();
        }
    }
}
