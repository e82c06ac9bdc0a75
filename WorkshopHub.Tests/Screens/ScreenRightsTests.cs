using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

public sealed class ScreenRightsTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private string Control => $"/w/{_world.Workshop}/control";

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_screen_sees_its_wall_and_can_do_nothing_else()
    {
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={_world.Screens[0]}");
        Assert.Contains("id=\"stage\"", await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var before = await AuditAsync();
        foreach (var page in new[] { Control, $"/w/{_world.Workshop}", $"/w/{_world.Workshop}/view", $"/workshops/{_world.Workshop}", "/programmes/new" })
        {
            var answer = await wall.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is not HttpStatusCode.OK, $"{page} answers {answer.StatusCode}");
        }

        foreach (var value in new[] { "start/0/0", "blank-all/0/0/1", "end-spot/0/0" })
        {
            var press = await wall.PostFormAsync("/signin", Control, ("press", value));
            Assert.True(press.StatusCode is not HttpStatusCode.OK, $"{value} answers {press.StatusCode}");
        }

        Assert.Equal(before, await AuditAsync());
        Assert.Null(await _site.Db.ReadAsync(reads => reads.First<long?>("SELECT current_item_id FROM workshop")));
    }

    [Fact]
    public async Task An_act_on_an_older_version_or_on_another_rooms_screen_changes_nothing()
    {
        var left = await LeftAsync();
        Assert.True((await RunAsync(w => ScreenActs.Blank(w, _world.Workshop, left.Id, left.Version, true, null))).Ok);
        Assert.Equal(ScreenResult.Stale, (await RunAsync(w => ScreenActs.Freeze(w, _world.Workshop, left.Id, left.Version, true, null))).Result);
        Assert.Equal(ScreenResult.Missing, (await RunAsync(w => ScreenActs.Freeze(w, _world.Workshop + 1, left.Id, left.Version + 1, true, null))).Result);
        Assert.Equal("name", (await RunAsync(w => ScreenActs.Rename(w, _world.Workshop, left.Id, left.Version + 1, "right", null))).Field);
        Assert.Equal("post", (await RunAsync(w => AllScreens.Spotlight(w, _world.Workshop, 0, "no-post", null))).Field);
        Assert.Equal(left.Version + 1, (await LeftAsync()).Version);
    }

    [Fact]
    public async Task Two_facilitators_at_one_screen_do_not_undo_each_other_and_only_they_may_press()
    {
        var left = await LeftAsync();
        using var desk = await SignedInAsync("Mari Kask");
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(desk, $"screen-hold/{left.Id}/{left.Version}/Timer")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(desk, $"screen-hold/{left.Id}/{left.Version}/Title")).StatusCode);
        using var sponsor = await SignedInAsync("Sven Sponsor");
        Assert.Equal(HttpStatusCode.NotFound, (await sponsor.PostFormAsync("/", Control, ("press", "blank-all/0/0/1"))).StatusCode);
        var now = await LeftAsync();
        Assert.Equal((ScreenLayout.Timer, false), (now.Layout, now.Blank));
    }

    private Task<ScreenOutcome> RunAsync(Func<Writes, ScreenOutcome> command) => _site.Writer.RunAsync(command);

    private Task<long> AuditAsync() => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM audit"));

    private Task<StageScreen> LeftAsync() => _site.Db.ReadAsync(reads =>
        reads.First<StageScreen>("SELECT id, layout, blank, version FROM screen WHERE name = 'Left'")!);

    private async Task<HttpClient> SignedInAsync(string name)
    {
        var client = _site.NewClient();
        await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        return client;
    }

    private Task<HttpResponseMessage> PressAsync(HttpClient client, string press) =>
        client.PostFormAsync(Control, Control, ("press", press));
}
