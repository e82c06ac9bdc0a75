using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Live;

/// <summary>Networks and proxies as they are met: after each of their tricks nothing is lost or doubled, and screens are as fresh ones.</summary>
public sealed class BadLineTests(Browser browser) : BrowserTest(browser)
{
    private static readonly LocatorAssertionsToHaveCountOptions _patient = new() { Timeout = 100_000 };

    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;
    private Between _between = null!;

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
        _between = Between.Stand(_site.Port);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _between.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lines_that_go_dead_without_a_word_are_made_anew_and_what_was_written_meanwhile_stands_once()
    {
        var (wall, phone) = await ComeAsync();
        using var other = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        _between.Hush();
        await phone.PostAsync("We asked the night shift.");
        (await other.PostAsync("Another set went on meanwhile.")).EnsureSuccessStatusCode();
        await AllSeeAsync(wall, phone, "We asked the night shift.");
        await Assertions.Expect(wall.Posts("Another set went on meanwhile.")).ToHaveCountAsync(1, _patient);
    }

    [Fact]
    public async Task Lines_that_are_cut_again_and_again_lose_and_double_nothing()
    {
        var (wall, phone) = await ComeAsync();
        foreach (var text in new[] { "First.", "Second.", "Third." })
        {
            await phone.PostAsync(text);
            _between.Cut();
        }

        foreach (var text in new[] { "First.", "Second.", "Third." })
        {
            await AllSeeAsync(wall, phone, text);
        }
    }

    /// <summary>The page's clock goes on at once, as it does in a phone that wakes: what was to happen meanwhile happens once, and late.</summary>
    [Fact]
    public async Task A_phone_that_slept_for_an_hour_and_a_wall_without_network_for_ten_minutes_are_right_again_by_themselves()
    {
        var wall = (await VisitAsync(_between.Url, Device.Wall)).Expect("WebSocket|ERR_|/hub");
        var phone = (await VisitAsync(_between.Url, Device.Phone)).Expect("WebSocket|ERR_|/hub");
        await wall.Page.Clock.InstallAsync();
        await phone.Page.Clock.InstallAsync();
        await wall.HangAsync(_between.Url, _world.Screens[0]);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.LiveAsync();
        using var other = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        (await other.PostAsync("Said before.")).EnsureSuccessStatusCode();
        await AllSeeAsync(wall, phone, "Said before.");

        _between.IsGone = true;
        await wall.Page.Clock.FastForwardAsync("10:00");
        await Assertions.Expect(wall.Page.Locator("html[data-wire=lost]")).ToHaveCountAsync(1);
        for (var number = 1; number <= 12; number++)
        {
            (await other.PostAsync($"Said meanwhile, number {number}.")).EnsureSuccessStatusCode();
        }

        await phone.Page.Clock.FastForwardAsync("01:00:00");
        _between.IsGone = false;
        await AllSeeAsync(wall, phone, "Said meanwhile, number 12.");
        await AllSeeAsync(wall, phone, "Said meanwhile, number 1.");
        (await other.PostAsync("Said after.")).EnsureSuccessStatusCode();
        await AllSeeAsync(wall, phone, "Said after.");
    }

    [Fact]
    public async Task Bytes_that_come_a_few_at_a_time_make_the_same_screens()
    {
        _between.Drips = true;
        var (wall, phone) = await ComeAsync();
        await phone.PostAsync("Every word came through, Grüße and 👩‍👩‍👧 too.");
        await AllSeeAsync(wall, phone, "Every word came through");
    }

    [Fact]
    public async Task Where_a_proxy_refuses_sockets_and_keeps_streams_back_the_line_takes_the_way_that_is_left()
    {
        (_between.NoSockets, _between.HoldsStreams) = (true, true);
        var wall = (await VisitAsync(_between.Url, Device.Wall)).Expect("WebSocket|502|EventSource|/hub");
        await wall.Context.AddCookiesAsync([new() { Name = Web.Accounts.Viewers.ScreenCookie, Value = _world.Screens[0], Url = _between.Url }]);
        await wall.GoAsync("/wall");
        await wall.Page.WaitForFunctionAsync("() => document.documentElement.dataset.wire === 'live'", null, new() { Timeout = 150_000 });
        using var other = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        (await other.PostAsync("It goes on all the same.")).EnsureSuccessStatusCode();
        await Assertions.Expect(wall.Posts("It goes on all the same.")).ToHaveCountAsync(1);
        await wall.IsAsFreshAsync();
    }

    private async Task<(Visitor Wall, Visitor Phone)> ComeAsync()
    {
        var wall = await VisitAsync(_between.Url, Device.Wall);
        var phone = await VisitAsync(_between.Url, Device.Phone);
        wall.Expect("WebSocket|ERR_|/hub");
        phone.Expect("WebSocket|ERR_|/hub");
        await wall.HangAsync(_between.Url, _world.Screens[0]);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.LiveAsync();
        return (wall, phone);
    }

    private async Task AllSeeAsync(Visitor wall, Visitor phone, string text)
    {
        await Assertions.Expect(wall.Posts(text)).ToHaveCountAsync(1, _patient);
        await Assertions.Expect(phone.Posts(text)).ToHaveCountAsync(1, _patient);
        Assert.Equal(1, await _site.Db.ReadAsync(reads => reads.First<int>("SELECT count(*) FROM post WHERE text LIKE @text || '%'", new { text })));
        await wall.IsAsFreshAsync();
        await phone.IsAsFreshAsync();
    }
}
