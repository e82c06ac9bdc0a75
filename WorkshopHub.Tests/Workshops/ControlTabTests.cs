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
}
