using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops;

/// <summary>Two groups of sets at once, driven by presses in the control room, with phones and walls of both rooms.</summary>
public sealed class TwoRoomsTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = new Site(_world.File);
        await _site.WriteAsync(w =>
        {
            // What have you learned? for all; two talks in room 1 beside one in room 2; Offers and requests for all.
            foreach (var (position, room, title) in new[] { (2, 1, "First talk in room 1"), (3, 1, "Second talk in room 1"), (4, 2, "The talk in room 2") })
            {
                w.Execute("UPDATE agenda_item SET position = position + 1 WHERE position >= @position", new { position });
                var activity = w.Insert("""
                    INSERT INTO activity (workshop_id, kind, title, settings, created_at, changed_at)
                    VALUES (@Workshop, 'moment', @title, '{}', @Now, @Now)
                    """, new { _world.Workshop, title, w.Now });
                w.Insert("""
                    INSERT INTO agenda_item (workshop_id, position, title, purpose, minutes, activity_id, facilitator_note, room)
                    VALUES (@Workshop, @position, @title, 'Hear what they found', 10, @activity, 'Ask the client for an answer.', @room)
                    """, new { _world.Workshop, position, title, activity, room });
            }

            w.Execute("UPDATE agenda_item SET state = 'Skipped' WHERE title = 'The sponsor speaks'");
            return w.Execute("UPDATE screen SET room = 2 WHERE name = 'Right'");
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Both_rooms_begin_each_goes_on_alone_and_one_button_brings_all_back()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.LiveAsync();
        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "What have you learned?");
        var (left, right) = (await WallAsync(0), await WallAsync(1));
        using var circle = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var star = await PlainPhone.JoinAsync(_world, _site, "Kaia Lepik");

        await Assertions.Expect(desk.Page.Locator("#cr-next small")).ToContainTextAsync("in two rooms");
        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "First talk in room 1");
        await Assertions.Expect(desk.Page.Locator(".cr-second")).ToContainTextAsync("The talk in room 2");
        await ShowsAsync(left, "First talk in room 1");
        await ShowsAsync(right, "The talk in room 2");
        Assert.Contains("First talk in room 1", await PhoneAsync(circle), StringComparison.Ordinal);
        Assert.Contains("The talk in room 2", await PhoneAsync(star), StringComparison.Ordinal);

        // Each room has a timer of its own.
        await desk.Page.ClickAsync(".cr-second [aria-label^=Pause]");
        await Assertions.Expect(desk.Page.Locator(".cr-second .timer")).ToHaveAttributeAsync("data-left", new System.Text.RegularExpressions.Regex("[0-9]+"));
        await Assertions.Expect(desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Pause the timer");
        await LookAsync(desk, "split");

        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "Second talk in room 1");
        await ShowsAsync(left, "Second talk in room 1");
        await ShowsAsync(right, "The talk in room 2");

        // Room 1 has nothing more: it waits, that can be taken back, and one button brings all together.
        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "Room 1 waits for room 2");
        await desk.Page.ClickAsync("#cr-undo");
        await TitleAsync(desk, "Second talk in room 1");
        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "Room 1 waits for room 2");
        await LookAsync(desk, "split-waits");
        await Assertions.Expect(desk.Page.Locator("#cr-next")).ToContainTextAsync("Bring all back: Offers and requests");
        await desk.Page.ClickAsync("#cr-next");
        await TitleAsync(desk, "Offers and requests");
        await desk.Page.ClickAsync("#cr-undo");
        await TitleAsync(desk, "Room 1 waits for room 2");

        // Room 1 goes back to its last talk beside room 2, and all come together from the middle of both.
        await desk.Page.Locator(".step .cr-step", new() { HasText = "Second talk in room 1" }).ClickAsync();
        await desk.Page.ClickAsync(":popover-open >> text=Reopen: go back to it");
        await TitleAsync(desk, "Second talk in room 1");
        await Assertions.Expect(desk.Page.Locator(".cr-second")).ToContainTextAsync("The talk in room 2");
        await desk.Page.ClickAsync("#cr-together");
        await TitleAsync(desk, "Offers and requests");
        await Assertions.Expect(desk.Page.Locator(".cr-second")).ToHaveCountAsync(0);
        await ShowsAsync(left, "What can you give, what do you need?");
        await ShowsAsync(right, "What can you give, what do you need?");
        Assert.Contains("What can you give", await PhoneAsync(star), StringComparison.Ordinal);
    }

    private async Task<Visitor> WallAsync(int screen)
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = _world.Screens[screen], Url = _site.Url }]);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        return wall;
    }

    private Task<string> PhoneAsync(PlainPhone phone) => phone.Client.GetStringAsync($"/w/{_world.Workshop}", TestContext.Current.CancellationToken);

    private static Task ShowsAsync(Visitor wall, string text) => Assertions.Expect(wall.Page.Locator("#stage")).ToContainTextAsync(text);

    private static Task TitleAsync(Visitor desk, string title) => Assertions.Expect(desk.Page.Locator("#cr-top h1")).ToHaveTextAsync(title);

    /// <summary>Light and dark on desk and tablet; nothing cut off at the sides, and without offence.</summary>
    private static async Task LookAsync(Visitor desk, string name)
    {
        foreach (var (width, height, device) in new[] { (1024, 768, "tablet"), (1440, 900, "desk") })
        {
            await desk.Page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await desk.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Shot(desk.Page, $"control-{name}-{device}-{scheme.ToString().ToLowerInvariant()}");
                await Axe.CheckAsync(desk.Page);
            }

            Assert.Equal("", await desk.Page.EvaluateAsync<string>("""
                () => [...document.querySelectorAll(".cr-top *, .cr nav *, .cr aside *")].filter((element) => element.checkVisibility()
                    && !element.closest("[popover]") && element.getClientRects().length > 0 && element.getBoundingClientRect().right > innerWidth + 1)
                  .map((element) => element.outerHTML.slice(0, 80)).join("\n")
                """));
        }
    }
}
