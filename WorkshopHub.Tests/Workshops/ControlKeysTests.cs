using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Workshops;

/// <summary>The keys of the control room: letters act on the post that has the focus and on nothing else.</summary>
public sealed class ControlKeysTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;
    private Visitor _desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Every_key_does_what_the_list_says_and_all_can_be_switched_off_for_good()
    {
        foreach (var (author, text) in new[] { ("Alma Tamm", "One"), ("Bo Lind", "Two"), ("Dora Voss", "Three"), ("Cecil Hart", "Four") })
        {
            await _site.PostAsync(_world, author, text, state: "Waiting");
        }

        _desk = await VisitAsync(_site.Url, Device.Desk);
        await _desk.ControlAsync(_world);
        await _desk.LiveAsync();
        var waiting = _desk.Page.Locator("#queue-Waiting .queue-item");

        // Without a post that has the focus letters do nothing.
        await PressAsync("a", "s", "h", "g");
        await Assertions.Expect(waiting).ToHaveCountAsync(4);
        await PressAsync("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp");
        await Assertions.Expect(_desk.Page.Locator(".queue-item:focus p").First).ToHaveTextAsync("Three");
        await PressAsync("a");
        await Assertions.Expect(waiting).ToHaveCountAsync(3);
        Assert.Equal("Shown", await StateAsync("Three"));
        await Assertions.Expect(_desk.Page.Locator(".queue-item:focus p").First).ToHaveTextAsync("Two");
        await PressAsync("h");
        await Assertions.Expect(waiting).ToHaveCountAsync(2);
        Assert.Equal("Hidden", await StateAsync("Two"));

        // So does the focus where no piece came and the list was got anew.
        await Assertions.Expect(_desk.Page.Locator(".queue-item:focus p").First).ToHaveTextAsync("One");
        await _desk.Page.EvaluateAsync("addEventListener('wire:gone', (event) => event.stopPropagation(), true)");
        await PressAsync("h");
        await Assertions.Expect(waiting).ToHaveCountAsync(1);
        await _desk.Page.EvaluateAsync("async () => (await import('/js/live.js')).refresh(document.querySelector('.queue-item').closest('[data-live]').id)");
        await Assertions.Expect(_desk.Page.Locator(".queue-item:focus p").First).ToHaveTextAsync("Four");

        // What is on the wall goes into the spotlight and into a theme.
        await _desk.GoAsync($"/w/{_world.Workshop}/control?tab=Shown");
        await _desk.LiveAsync();
        await PressAsync("ArrowDown", "s");
        await Assertions.Expect(_desk.Page.Locator("#cr-screens")).ToContainTextAsync("End the spotlight");
        await _desk.Page.Locator(".queue-item").First.FocusAsync();
        await PressAsync("g");
        await Assertions.Expect(_desk.Page).ToHaveURLAsync(new Regex("/themes\\?post=.*$"));
        await _desk.GoAsync($"/w/{_world.Workshop}/control");
        await _desk.LiveAsync();

        await BlurAsync();
        await PressAsync("Space");
        await Assertions.Expect(_desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Let the timer run on");
        await PressAsync("Space");
        await Assertions.Expect(_desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Pause the timer");
        await PressAsync("b");
        await Assertions.Expect(_desk.Page.Locator("#cr-blank")).ToContainTextAsync("Show all again");
        await PressAsync("b");
        await Assertions.Expect(_desk.Page.Locator("#cr-blank")).ToContainTextAsync("Blank all");

        // In a field they are letters.
        await _desk.Page.Locator("#say").PressSequentiallyAsync("a b h?");
        await Assertions.Expect(_desk.Page.Locator("#say")).ToHaveValueAsync("a b h?");
        await Assertions.Expect(_desk.Page.Locator("#cr-blank")).ToContainTextAsync("Blank all");
        await PressAsync("Enter");
        await Assertions.Expect(_desk.Page.Locator("#cr-said")).ToContainTextAsync("a b h?");

        // A clicker's keys are nobody's until they are switched on; that outlives a reload.
        await BlurAsync();
        await PressAsync("PageDown");
        await TitleAsync("What have you learned?");
        await ChooseAsync("#clicker-on", on: true);
        await PressAsync("PageDown");
        await TitleAsync("The sponsor speaks");
        await PressAsync("PageUp");
        await TitleAsync("What have you learned?");
        await ReloadAsync();
        await PressAsync("PageDown");
        await TitleAsync("The sponsor speaks");
        await PressAsync("Shift+ArrowRight");
        await TitleAsync("Offers and requests");

        // Off is off: no key does anything, also after a reload.
        await ChooseAsync("#keys-on", on: false);
        await ReloadAsync();
        await PressAsync("Space", "Shift+ArrowRight", "PageDown", "PageUp", "b", "ArrowDown", "?");
        await Assertions.Expect(_desk.Page.Locator("#keys")).ToBeHiddenAsync();
        await Assertions.Expect(_desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Pause the timer");
        await Assertions.Expect(_desk.Page.Locator("#cr-blank")).ToContainTextAsync("Blank all");
        await TitleAsync("Offers and requests");
        await ChooseByHandAsync("#keys-on", on: true);
        await PressAsync("Space");
        await Assertions.Expect(_desk.Page.Locator("#cr-pause")).ToHaveAttributeAsync("aria-label", "Let the timer run on");
    }

    private async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await _desk.Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Opens the list with its key and sets a switch in it.</summary>
    private async Task ChooseAsync(string box, bool on)
    {
        await PressAsync("?");
        await SetAsync(box, on);
    }

    private async Task ChooseByHandAsync(string box, bool on)
    {
        await _desk.Page.ClickAsync("aside [data-dialog=keys]");
        await SetAsync(box, on);
    }

    private async Task SetAsync(string box, bool on)
    {
        await _desk.Page.SetCheckedAsync(box, on);
        await _desk.Page.ClickAsync("#keys [data-close]");
        await BlurAsync();
    }

    private async Task ReloadAsync()
    {
        await _desk.Page.ReloadAsync();
        await _desk.LiveAsync();
    }

    private async Task BlurAsync() => await _desk.Page.EvaluateAsync("() => document.activeElement.blur()");

    /// <summary>The room is there, and Next has rested from it.</summary>
    private async Task TitleAsync(string title)
    {
        await Assertions.Expect(_desk.Page.Locator("#cr-top h1")).ToHaveTextAsync(title);
        await Assertions.Expect(_desk.Page.Locator("#cr-next[aria-disabled]")).ToHaveCountAsync(0);
    }

    private Task<string?> StateAsync(string text) => _site.Db.ReadAsync(
        reads => reads.First<string>("SELECT state FROM post WHERE text = @text", new { text }), TestContext.Current.CancellationToken);
}
