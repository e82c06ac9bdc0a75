using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

public sealed class WallLookTests(Browser browser) : BrowserTest(browser)
{
    internal const string Faults = """
        (least) => {
          const stage = document.getElementById("stage"), faults = [];
          const page = document.documentElement;
          if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) faults.push("the page scrolls");
          for (const element of stage.querySelectorAll("*")) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
            const box = element.getBoundingClientRect(), frame = (element.closest(".half") ?? stage).getBoundingClientRect();
            if (!own || box.width === 0 || element.closest(".vh")) continue;
            const name = element.tagName + " " + element.textContent.trim().slice(0, 30);
            if (box.bottom > frame.bottom + 1 || box.right > frame.right + 1 || box.top < frame.top - 1) faults.push("outside: " + name);
            if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") faults.push("too wide: " + name);
            if (parseFloat(getComputedStyle(element).fontSize) < least) faults.push("too small: " + name);
          }
          for (const post of stage.querySelectorAll(".wpost:not(.off)")) {
            const list = post.parentElement.getBoundingClientRect(), box = post.getBoundingClientRect();
            if (box.bottom > list.bottom + 2 || post.scrollWidth > post.clientWidth + 1) faults.push("cut: " + post.textContent.trim().slice(0, 30));
          }
          for (const theme of stage.querySelectorAll(".theme")) {
            if (theme.scrollHeight > theme.clientHeight + 2) faults.push("cut theme: " + theme.textContent.trim().slice(0, 30));
          }
          for (const foot of stage.querySelectorAll(".wall-foot")) {
            const before = foot.previousElementSibling;
            if (before && foot.offsetParent && before.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 2) faults.push("over the foot");
          }
          return faults;
        }
        """;

    [Fact]
    public async Task Nothing_is_cut_or_small_on_any_layout_with_the_most_and_the_longest_that_a_wall_may_hold()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await Crowd.FillAsync(world, site);
        await site.Writer.RunAsync(Crowd.PutTogether, TestContext.Current.CancellationToken);
        var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = world.Screens[0], Url = site.Url }]);
        var hash = Tokens.Hash(world.Screens[0]);
        var screen = await site.Db.ReadAsync(
            r => r.First<long>("SELECT id FROM screen WHERE token_hash = @hash", new { hash }), TestContext.Current.CancellationToken);
        var faults = new List<string>();
        foreach (var layout in Enum.GetValues<ScreenLayout>().Where(layout => layout != ScreenLayout.Follow))
        {
            foreach (var dark in new[] { true, false })
            {
                await Crowd.HoldAsync(site, screen, layout, dark);
                await wall.GoAsync("/wall");
                await wall.LiveAsync();
                faults.AddRange((await LookAsync(wall, $"wall-{layout}{(dark ? "-dark" : "")}".ToLowerInvariant(), dark)).Select(fault => $"{layout} {fault}"));
                await (dark ? Axe.CheckColoursAsync(wall.Page) : Axe.CheckAsync(wall.Page));
            }
        }

        await wall.DisposeAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private static async Task<List<string>> LookAsync(Visitor wall, string name, bool dark)
    {
        var faults = new List<string>();
        foreach (var (width, height) in dark ? [(1920, 1080)] : new[] { (1920, 1080), (1280, 720), (3840, 2160), (1024, 768) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
            var found = await wall.Page.EvaluateAsync<string[]>(Faults, width == 1920 ? 28 : 0);
            faults.AddRange(found.Select(fault => $"{width}x{height} {fault}"));
            if (width is 1920 or 1024)
            {
                await Shot(wall.Page, FormattableString.Invariant($"{name}-{width}"));
            }
        }

        return faults;
    }

    [Theory]
    [InlineData(ScreenLayout.Spotlight)]
    [InlineData(ScreenLayout.Timer)]
    [InlineData(ScreenLayout.Columns)]
    [InlineData(ScreenLayout.Mosaic)]
    public async Task What_is_said_on_every_screen_covers_no_text(ScreenLayout layout)
    {
        var (world, site) = World.Start();
        await using var started = site;
        await Crowd.FillAsync(world, site);
        await site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE workshop SET say_text = 'Please come back to your tables now', say_until = @until",
            new { until = Utc.Text(TimeProvider.System.GetUtcNow().AddMinutes(5)) }), TestContext.Current.CancellationToken);
        var hash = Tokens.Hash(world.Screens[0]);
        var screen = await site.Db.ReadAsync(
            r => r.First<long>("SELECT id FROM screen WHERE token_hash = @hash", new { hash }), TestContext.Current.CancellationToken);
        await Crowd.HoldAsync(site, screen, layout, dark: true);
        var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = world.Screens[0], Url = site.Url }]);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        foreach (var (width, height) in new[] { (1920, 1080), (1024, 768) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
            await Shot(wall.Page, $"wall-say-{layout}-{width}".ToLowerInvariant());
            var over = await wall.Page.EvaluateAsync<double>("""
                () => {
                  const top = document.querySelector("#say").getBoundingClientRect().top;
                  return Math.max(...[...document.querySelectorAll("#stage p, #stage blockquote, #stage .wall-foot")]
                    .map((element) => element.getBoundingClientRect().bottom)) - top;
                }
                """);
            Assert.True(over <= 1, $"{width}x{height}: {over} px are covered");
        }

        await wall.DisposeAsync(); // it goes before the hub does
    }
}
