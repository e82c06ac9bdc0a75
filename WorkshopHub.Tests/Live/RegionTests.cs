using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Live;

/// <summary>What many ask for together is made once.</summary>
public sealed class RegionTests : IAsyncLifetime
{
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Ten_walls_that_ask_together_cost_one_rendering_and_each_keeps_its_own_place_on_the_wire()
    {
        var walls = await WallsAsync(10);
        var before = _room.Get<Partials>().Rendered;
        var html = await Task.WhenAll(walls.Select(wall => StageAsync(wall.Client)));
        Assert.Equal(1, _room.Get<Partials>().Rendered - before);
        foreach (var (wall, shown) in walls.Zip(html))
        {
            Assert.Contains($"data-live=\"{Channels.Screen(wall.Id)}@{_room.Wire.Epoch}@0 {_room.Wall}@{_room.Wire.Epoch}@", shown, StringComparison.Ordinal);
        }

        Assert.Single(html.Select(shown => Regex.Replace(shown, "data-live=\"[^ ]+ ", "")).Distinct());
    }

    [Fact]
    public async Task What_is_told_to_the_walls_or_to_one_of_them_is_never_shown_as_it_was_before()
    {
        var walls = await WallsAsync(2);
        Assert.Contains("Take out your phone", await StageAsync(walls[0].Client), StringComparison.Ordinal);
        await _room.Site.BeginAsync(_room.World);
        await _room.Get<ScreensLive>().StageChangedAsync(_room.World.Workshop);
        foreach (var wall in walls)
        {
            Assert.Contains("Tell what happened", await StageAsync(wall.Client), StringComparison.Ordinal);
        }

        await _room.Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET blank = 1 WHERE id = @Id", new { walls[0].Id }));
        Assert.Contains("data-layout=\"blank\"", await StageAsync(walls[0].Client), StringComparison.Ordinal);
        Assert.DoesNotContain("data-layout=\"blank\"", await StageAsync(walls[1].Client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_asks_for_any_more_is_forgotten()
    {
        var regions = _room.Get<Regions>();
        await StageAsync((await WallsAsync(1))[0].Client);
        Assert.Equal(1, regions.Count);
        regions.Life = TimeSpan.Zero;
        var wall = await _room.WatchWallAsync();
        for (var beats = 0; regions.Count > 0 && beats < 4; beats++)
        {
            await wall.BeatAsync();
        }

        Assert.Equal(0, regions.Count);
    }

    private async Task<IReadOnlyList<(long Id, HttpClient Client)>> WallsAsync(int count)
    {
        var walls = new List<(long, HttpClient)>();
        while (walls.Count < count)
        {
            var (id, cookie) = await _room.PairAsync();
            walls.Add((id, Clients.New(_room.Site.Url, Viewers.ScreenCookie, cookie.Split('=', 2)[1])));
        }

        return walls;
    }

    private static Task<string> StageAsync(HttpClient wall) => wall.GetStringAsync("/wall/stage", TestContext.Current.CancellationToken);
}
