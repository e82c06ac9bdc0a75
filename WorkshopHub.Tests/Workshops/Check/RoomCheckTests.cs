using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Workshops.Check;

public sealed class RoomCheckTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_test_post_goes_from_a_phone_to_the_wall_before_the_room_is_open_and_leaves_nothing_behind()
    {
        var (world, site) = World.Start(open: false);
        await using var started = site;
        await site.WriteAsync(w => w.Execute("INSERT INTO setting (name, value) VALUES ('Site:Address', @Url)", new { site.Url }));
        var wall = await VisitAsync(site.Url, Device.Wall, own: true);
        await wall.Page.Clock.InstallAsync();
        await wall.HangAsync(site.Url, world.Screens[0]);
        var desk = await VisitAsync(site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/workshops/{world.Workshop}/check");
        var phone = await VisitAsync(site.Url, Device.Phone);
        var before = Rows(world.File);

        await phone.GoAsync(await desk.Page.Locator(".qr-side .hint a").GetAttributeAsync("href") ?? "");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test post" }).ClickAsync();

        await Assertions.Expect(wall.Page.Locator("#wall-test")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.Locator("#wall-test")).ToContainTextAsync(new Regex(@"Test post of \d+:\d\d:\d\d"));
        await Shot(wall.Page, "check-wall");
        foreach (var page in new[] { desk.Page, phone.Page })
        {
            await Assertions.Expect(page.Locator("#way li", new() { HasText = "Phone" })).ToContainTextAsync(new Regex(@"\d ms"));
            await Assertions.Expect(page.Locator("#way li", new() { HasText = "Left" })).ToContainTextAsync(new Regex(@"after \d+ ms"));
            await Assertions.Expect(page.Locator("#way li", new() { HasText = "Right" })).ToContainTextAsync("does not answer");
            await Assertions.Expect(page.Locator("#way .note")).ToContainTextAsync("1 of 2 walls have shown it");
            await Shot(page, $"check-{(page == desk.Page ? "desk" : "phone")}", whole: true);
            await Axe.CheckAsync(page);
        }

        Assert.Equal(before, Rows(world.File));
        await site.WriteAsync(w => w.Execute("UPDATE screen SET unpaired_at = @Now WHERE name = 'Right'", new { w.Now }));
        await Assertions.Expect(desk.Page.Locator("#way .note")).ToContainTextAsync("It works: phone, server and wall");
        await Assertions.Expect(wall.Page.Locator("#wall-test")).ToBeVisibleAsync();
        await wall.Page.Clock.FastForwardAsync("00:21");
        await Assertions.Expect(wall.Page.Locator("#wall-test")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_a_phone_sends_a_test_post_and_without_walls_that_is_said()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.WriteAsync(w => w.Execute("INSERT INTO setting (name, value) VALUES ('Site:Address', @Url)", new { site.Url }));
        await site.WriteAsync(w => w.Execute("UPDATE screen SET unpaired_at = @Now", new { w.Now }));
        using var desk = site.NewClient();
        await desk.PostFormAsync("/signin", "/signin", ("Email", World.Mail("Mari Kask")), ("Password", World.Password));
        var check = await desk.GetStringAsync($"/workshops/{world.Workshop}/check", TestContext.Current.CancellationToken);
        var way = Regex.Match(check, "/try/[a-z2-7]+").Value;

        using var phone = site.NewClient();
        using var sent = await phone.PostFormAsync(way, way);
        var shown = await phone.GetStringAsync(way, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("no wall is paired that could show it", shown, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await phone.GetAsync("/try/forgotten", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>How many rows each table has; signing in and pairing are over by then.</summary>
    private static List<string> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return
        [
            .. connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
                .Select(table => $"{table}: {connection.ExecuteScalar<long>($"SELECT count(*) FROM \"{table}\"")}"),
        ];
    }
}
