using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.ControlRoom;

namespace WorkshopHub.Tests.Screens;

public sealed class JoinWallTests(Browser browser) : BrowserTest(browser)
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
    public async Task While_people_arrive_the_wall_shows_a_giant_code_on_white_and_counts_them_by_role()
    {
        await _site.WriteAsync(w => w.Execute(
            """UPDATE activity SET kind = 'poll', settings = '{"Joining": true, "Choices": ["North", "South"]}' WHERE id = @id""",
            new { id = _world.Activities[0] }));
        await _site.BeginAsync(_world);
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        await Assertions.Expect(wall.Page.Locator(".wall-roles")).ToContainTextAsync("Supervisors 0 of 2");
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Uma Supervisor");
        await Assertions.Expect(wall.Page.Locator(".wall-roles")).ToContainTextAsync("Supervisors 1 of 2");
        foreach (var theme in new[] { "Dark", "Light" })
        {
            await _site.WriteAsync(w => w.Execute("UPDATE screen SET theme = @theme", new { theme }));
            await wall.GoAsync("/wall");
            await wall.LiveAsync();
            foreach (var (width, height) in new[] { (1024, 768), (1920, 1080) })
            {
                await wall.Page.SetViewportSizeAsync(width, height);
                var box = (await wall.Page.Locator(".wall-two .qr").BoundingBoxAsync())!;
                Assert.True(box.Height >= height / 3.0, $"{width}x{height}: the QR is {box.Height} px high");
                var quiet = await QuietAsync(wall);
                Assert.Equal([255, 255, 255, 0], quiet);
                await Shot(wall.Page, $"wall-arrive-{theme}-{width}".ToLowerInvariant());
            }
        }

        await _site.WriteAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        await wall.GoAsync("/wall");
        await Assertions.Expect(wall.Page.Locator(".wall-two")).ToHaveCountAsync(0);
        await Assertions.Expect(wall.Page.Locator("#stage")).ToContainTextAsync("North");
    }

    [Fact]
    public async Task A_wall_that_hangs_shows_the_code_as_soon_as_the_address_is_chosen()
    {
        await using var site = new Site(RoomOfToday.Plant().File, null, ("Site:Address", ""));
        await site.WriteAsync(w => w.Execute("UPDATE screen SET layout = 'Join'"));
        await using var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.HangAsync(site.Url, _world.Screens[0]);
        await Assertions.Expect(wall.Page.Locator(".no-address")).ToBeVisibleAsync();
        using var office = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        using var answer = await office.PostFormAsync("/setup/address", "/setup/address", ("Own", "http://hub.example"));
        Assert.Equal("/setup/try", answer.Headers.Location?.ToString());
        await Assertions.Expect(wall.Page.Locator(".wall-two .qr")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("http://localhost:5000", false)]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("http://[::1]", false)]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://hub.test:5000", true)]
    [InlineData("http://192.168.1.20:5000", true)]
    public async Task Without_an_address_that_phones_reach_there_is_no_code_to_scan_but_what_to_do(string address, bool reaches)
    {
        var site = new SiteAddress(new ConfigurationBuilder().AddInMemoryCollection([new("Site:Address", address)]).Build());
        var stages = new Stages(_site.Services.GetRequiredService<ActivityKinds>(), new WallViews(), site, _site.Services.GetRequiredService<Presence>());
        var (stage, screens) = await _site.Db.ReadAsync(reads => (
            stages.WhoIsHere(reads, _world.Workshop)!, ScreensHere.Read(reads, _site.Services.GetRequiredService<Presence>(), _world.Workshop, site)));
        var partials = _site.Services.GetRequiredService<Partials>();
        var wall = await partials.RenderAsync("~/Screens/_Join.cshtml", stage);
        var control = await partials.RenderAsync("~/Workshops/ControlRoom/_Screens.cshtml", screens);
        Assert.Equal(reaches, wall.Contains("class=\"qr", StringComparison.Ordinal));
        Assert.Equal(!reaches, wall.Contains("/setup/address", StringComparison.Ordinal));
        Assert.Equal(!reaches, control.Contains("/setup/address", StringComparison.Ordinal));
        Assert.DoesNotContain("localhost", wall, StringComparison.Ordinal);
    }

    /// <summary>The colour of the ground of the QR, and how many of its modules stand in the quiet zone of four.</summary>
    private static Task<int[]> QuietAsync(Visitor wall) => wall.Page.EvaluateAsync<int[]>("""
        () => {
          const qr = document.querySelector(".wall-two .qr"), svg = qr.matches("svg") ? qr : qr.querySelector("svg");
          const ground = getComputedStyle(qr).backgroundColor.match(/\d+/g).slice(0, 3).map(Number);
          const [, , size] = svg.getAttribute("viewBox").split(" ").map(Number);
          const path = [...svg.querySelectorAll("path")].at(-1).getBBox();
          const quiet = path.x >= 4 && path.y >= 4 && path.x + path.width <= size - 4 && path.y + path.height <= size - 4;
          return [...ground, quiet ? 0 : 1];
        }
        """);
}
