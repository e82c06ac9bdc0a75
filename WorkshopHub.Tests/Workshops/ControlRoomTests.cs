using System.Net;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Workshops;

public sealed class ControlRoomTests(Browser browser) : BrowserTest(browser)
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
    public async Task The_facilitator_starts_goes_on_and_takes_it_back_on_two_devices_that_stay_equal()
    {
        var (desk, tablet) = (await VisitAsync(_site.Url, Device.Desk), await VisitAsync(_site.Url, Device.Tablet));
        await desk.ControlAsync(_world);
        await tablet.ControlAsync(_world);
        await desk.LiveAsync();
        await tablet.LiveAsync();
        await desk.Page.ClickAsync("#cr-next");
        await Title(tablet, "What have you learned?");
        await Title(desk, "What have you learned?");
        await desk.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Title(tablet, "The sponsor speaks");
        await tablet.Page.ClickAsync("#cr-undo");
        await Title(desk, "What have you learned?");
        await Title(tablet, "What have you learned?");
        Assert.Equal(await Numbers(desk), await Numbers(tablet));
    }

    [Fact]
    public async Task Pictures_of_the_control_room_in_light_and_dark_on_desk_and_tablet()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await Shot(desk.Page, "control-before-desk");
        await desk.Page.ClickAsync("#cr-next");
        await _site.PostAsync(_world, "Cecil Hart", "We asked the night porters. Nobody had, in nine years.", state: "Waiting");
        await _site.PostAsync(_world, "Dora Voss", "Who can say yes to a discharge letter without the consultant’s signature?", "Question", "Waiting");
        await _site.PostAsync(_world, "Alma Tamm", "Mr Hollis in clinic 4 says the new letter is worse. Can someone sit with him?", "Request", "Waiting");
        await _site.PostAsync(_world, "Ines Prado", "The trays were never late. The lift was.");
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await desk.Page.Locator(".queue-item").First.FocusAsync();
        await Shot(desk.Page, "control-desk");
        await Axe.CheckAsync(desk.Page);
        foreach (var (device, dark, name) in new[] { (Device.Desk, true, "desk-dark"), (Device.Tablet, false, "tablet"), (Device.Tablet, true, "tablet-dark") })
        {
            var other = await VisitAsync(_site.Url, device, dark);
            await other.ControlAsync(_world);
            await other.LiveAsync();
            await Shot(other.Page, $"control-{name}");
            await other.Page.SetViewportSizeAsync(820, 1180);
            await Shot(other.Page, $"control-{name}-upright");
        }
    }

    [Fact]
    public async Task Only_who_runs_the_workshop_sees_the_control_room()
    {
        foreach (var (mail, status) in new[] { ("mari.kask", HttpStatusCode.OK), ("sven.sponsor", HttpStatusCode.NotFound), ("otto.outsider", HttpStatusCode.NotFound) })
        {
            using var client = _site.NewClient();
            var address = $"/w/{_world.Workshop}/control";
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
            await client.PostFormAsync("/signin", "/signin", ("Email", $"{mail}@flow.test"), ("Password", World.Password));
            Assert.Equal(status, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    private static Task Title(Visitor visitor, string title) =>
        Assertions.Expect(visitor.Page.Locator("#cr-top h1")).ToHaveTextAsync(title);

    private static Task<string> Numbers(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("() => document.querySelector('#cr-run ol').innerText");
}
