using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What stands beside the clock: that it is paused, that the phones are closed, that nothing comes any more.</summary>
public sealed class ClockToldTests(Browser browser) : BrowserTest(browser)
{
    private const string Closed = "Closed on the phones</span>";
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
    public async Task A_clock_that_stands_says_so_in_the_control_room_on_the_wall_and_on_phones()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = _world.Screens[0], Url = _site.Url }]);
        await wall.GoAsync("/wall");
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.LiveAsync();
        foreach (var visitor in new[] { desk, wall, phone })
        {
            await Assertions.Expect(visitor.Page.Locator("#cr-top .timer, #stage .timer").First).ToBeVisibleAsync();
            await Assertions.Expect(visitor.Page.GetByText("Paused", new() { Exact = true })).ToHaveCountAsync(0);
        }

        await desk.Page.ClickAsync("#cr-pause");
        foreach (var visitor in new[] { desk, wall, phone })
        {
            await Assertions.Expect(visitor.Page.GetByText("Paused", new() { Exact = true })).ToBeVisibleAsync();
        }

        await Shot(wall.Page, "wall-paused");
        await Shot(phone.Page, "phone-paused");
        await Shot(desk.Page, "control-paused");
        await desk.Page.ClickAsync("#cr-pause");
        foreach (var visitor in new[] { desk, wall, phone })
        {
            await Assertions.Expect(visitor.Page.GetByText("Paused", new() { Exact = true })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task What_was_closed_on_the_phones_says_so_beside_its_title_until_it_is_opened_again()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.DoesNotContain(Closed, await TopAsync(mari), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Contains(Closed, await TopAsync(mari), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE activity SET state = 'Open' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.DoesNotContain(Closed, await TopAsync(mari), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_item_is_not_over_as_soon_as_it_begins()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await _site.WriteAsync(w => w.Execute("UPDATE agenda_item SET state = 'Skipped' WHERE state = 'Planned'"));
        Assert.Contains("This is the last one", await TopAsync(mari), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Contains("That was the last one", await TopAsync(mari), StringComparison.Ordinal);
    }

    private Task<string> TopAsync(HttpClient client) =>
        client.GetStringAsync($"/w/{_world.Workshop}/control?handler=part&part=top", TestContext.Current.CancellationToken);
}
