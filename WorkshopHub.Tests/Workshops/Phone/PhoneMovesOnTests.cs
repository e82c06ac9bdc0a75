using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops.Phone;

/// <summary>What a phone shows of the room that goes on around it.</summary>
public sealed class PhoneMovesOnTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_phone_counts_what_comes_and_with_words_in_its_field_says_that_the_room_has_moved_on()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await PlainPhone.OpenAsync(world, site);
        var alma = await VisitAsync(site.Url, Device.Phone);
        await alma.ComeInAsync(world, "Alma Tamm");
        await alma.LiveAsync();

        using var bo = await PlainPhone.JoinAsync(world, site, "Bo Lind");
        await bo.PostAsync("The porters knew.");
        await Assertions.Expect(alma.Page.Locator("[data-feed-count]")).ToHaveTextAsync("1 post");

        // Five minutes are left: that is said in the page's own line and nowhere else.
        await alma.Page.FillAsync("#text", "One more thing");
        await alma.Page.EvaluateAsync("""
            () => {
              const at = Date.now() + 301500;
              const set = () => document.querySelector("#stage [data-ends]").dataset.ends = at;
              // The stage may be drawn anew meanwhile.
              const again = setInterval(() => document.getElementById("status").textContent === "" ? set() : clearInterval(again), 50);
              set();
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        await Assertions.Expect(alma.Page.Locator("#status")).ToHaveTextAsync("5 minutes left.");

        await MoveOnAsync(world, site);
        await Assertions.Expect(alma.Page.Locator("#hold")).ToContainTextAsync("The room has moved on.");
        await alma.Page.EvaluateAsync("() => { document.body.style.minHeight = '300vh'; scrollTo(0, 900); }");
        await alma.Page.ClickAsync("[data-move-on]");
        await Assertions.Expect(alma.Page.Locator("#stage h1")).ToHaveTextAsync("The sponsor speaks");
        await alma.Page.WaitForFunctionAsync("() => scrollY === 0");
    }

    [Fact]
    public async Task A_phone_whose_activity_is_closed_says_so_and_what_is_finished_in_time_is_taken()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.BeginAsync(world);
        var alma = await VisitAsync(site.Url, Device.Phone);
        await alma.ComeInAsync(world, "Alma Tamm");
        await alma.LiveAsync();
        await alma.Page.FillAsync("#text", "One more thing");
        await PressAsync(world, site, "close");
        await Assertions.Expect(alma.Page.Locator("#hold")).ToContainTextAsync("This one is being closed.");
        await alma.Page.ClickAsync("[data-send]");
        await Assertions.Expect(alma.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        await Assertions.Expect(alma.Page.Locator("[id^=mine-]")).ToContainTextAsync("One more thing");
        Assert.Equal("Shown", await site.OneAsync<string>("SELECT state FROM post"));
        await alma.DisposeAsync(); // it goes before the hub does
    }

    private static Task MoveOnAsync(World world, Site site) => PressAsync(world, site, "next");

    private static async Task PressAsync(World world, Site site, string verb)
    {
        using var mari = site.NewClient();
        await mari.PostFormAsync("/signin", "/signin", ("Email", World.Mail("Mari Kask")), ("Password", World.Password));
        var now = await site.Db.ReadAsync(reads => Show.Read(reads, world.Workshop, TimeProvider.System.GetUtcNow())!.Now!);
        var room = $"/w/{world.Workshop}/control";
        var answer = await mari.PostFormAsync(room, room, ("press", $"{verb}/{now.Id}/{now.Version}/0"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }
}
