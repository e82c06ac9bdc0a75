using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Workshops;

/// <summary>The tabs of the queue, while the server has news.</summary>
public sealed class ControlTabTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_tab_that_was_pressed_stays_when_an_older_view_of_the_queue_comes_late()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await PlainPhone.OpenAsync(world, site);
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        await alma.PostAsync("Already on the wall");
        var visitor = await VisitAsync(site.Url, Device.Desk);
        await visitor.SignInAsync("Mari Kask");
        await visitor.GoAsync($"/w/{world.Workshop}/control");
        await visitor.LiveAsync();

        var asked = new TaskCompletionSource();
        var late = new TaskCompletionSource();
        await visitor.Page.RouteAsync(new Regex("part=queue&tab=($|Waiting)"), async route =>
        {
            asked.TrySetResult();
            await late.Task;
            await route.ContinueAsync();
        });
        site.Services.GetRequiredService<LiveWire>().Reread(Channels.Control(world.Workshop));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^On the wall") }).ClickAsync();
        late.SetResult();
        await Assertions.Expect(visitor.Page.Locator(".queue-item")).ToContainTextAsync("Already on the wall");
        await Assertions.Expect(visitor.Page.Locator(".cr-queue > .empty")).ToBeHiddenAsync();
        await visitor.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
        Assert.Equal("Shown", await visitor.Page.Locator("#queue-tabs [aria-current=true]").GetAttributeAsync("data-tab"));
    }

    [Fact]
    public async Task What_is_said_of_a_hidden_post_stands_under_its_words_and_is_as_wide()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await PlainPhone.OpenAsync(world, site);
        await site.PostAsync(world, "Alma Tamm", "Mr Hollis says so", state: "Hidden");
        await site.PostAsync(world, "Sven Sponsor", "So do I", state: "Hidden");
        var visitor = await VisitAsync(site.Url, Device.Desk);
        await visitor.SignInAsync("Mari Kask");
        await visitor.GoAsync($"/w/{world.Workshop}/control?tab=Hidden");
        await visitor.LiveAsync();
        await Assertions.Expect(visitor.Page.Locator(".queue-item")).ToHaveCountAsync(2);
        var under = await visitor.Page.EvaluateAsync<bool[]>("""
            () => [...document.querySelectorAll(".queue-item")].map((post) => {
              const [words, said] = [...post.querySelectorAll(":scope > p")].map((p) => p.getBoundingClientRect());
              return said.left === words.left && said.width === words.width && said.top >= words.bottom;
            })
            """);
        Assert.Equal([true, true], under);
        await Shot(visitor.Page, "control-hidden");
    }

    [Fact]
    public async Task Where_nothing_waits_it_is_told_how_many_are_on_the_wall_and_another_activity_begins_with_its_own_tab()
    {
        var world = RoomOfToday.Plant();
        await using var site = new Site(world.File);
        await site.BeginAsync(world);
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        var visitor = await VisitAsync(site.Url, Device.Desk);
        await visitor.ControlAsync(world);
        await visitor.LiveAsync();
        var (quiet, chosen) = (visitor.Page.Locator("#queue-quiet"), visitor.Page.Locator("#queue-tabs [aria-current=true]"));
        var waiting = visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Waiting") });
        await waiting.ClickAsync();
        await Assertions.Expect(quiet).ToContainTextAsync("Walk the room.");
        await alma.PostAsync("Straight to the wall");
        await Assertions.Expect(quiet).ToContainTextAsync("Nothing is waitingOne post is on the wall.");
        await Assertions.Expect(quiet).Not.ToContainTextAsync("Walk the room.");
        await Shot(visitor.Page, "control-quiet");
        await quiet.GetByText("Look at it").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".queue-item")).ToContainTextAsync("Straight to the wall");
        await waiting.ClickAsync();
        await Assertions.Expect(chosen).ToHaveAttributeAsync("data-tab", "Waiting");

        await visitor.Page.ClickAsync("#cr-next");
        await Assertions.Expect(chosen).ToHaveAttributeAsync("data-tab", "Shown");
        await waiting.ClickAsync();
        await Assertions.Expect(chosen).ToHaveAttributeAsync("data-tab", "Waiting");
        await site.WriteAsync(w => w.Execute("UPDATE workshop SET approve_first = 1"));
        await visitor.Page.ClickAsync("#cr-next");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/control$"));
        await Assertions.Expect(chosen).ToHaveAttributeAsync("data-tab", "Waiting");
    }
}
