using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

public sealed class LivePageTests(Browser browser) : BrowserTest(browser)
{
    private readonly LiveRoom _room = LiveRoom.Open();
    private readonly ConcurrentDictionary<long, long> _numbers = new() { [1] = 10 };
    private int _gets;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _room.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Random_orders_of_answer_push_and_get_all_end_like_a_fresh_get()
    {
        var visitor = await VisitAsync(_room.Site.Url, Device.Desk);
        await ServeAsync(visitor, "<p>Orders</p>");
        var run = await File.ReadAllTextAsync(
            Path.Combine(Repo.Root, "WorkshopHub.Tests", "Live", "orders.js"), TestContext.Current.CancellationToken);
        var failed = await visitor.Page.EvaluateAsync<string?>(
            $$"""
            async () => {
              const run = {{run[run.IndexOf("async", StringComparison.Ordinal)..]}};
              for (let seed = 1; seed <= 400; seed++) {
                const failed = await run(seed);
                if (failed) return failed;
              }
              return null;
            }
            """);
        Assert.True(failed is null, failed);
    }

    [Fact]
    public async Task What_is_pushed_stands_on_the_wall_and_after_a_restart_it_catches_up_by_itself()
    {
        var visitor = await WallAsync();
        visitor.Expect(".*");
        await visitor.LiveAsync();
        Assert.Single(_room.Get<Connections>().All);
        Say(2, 20);
        await TextAsync(visitor, "20,10");

        var port = _room.Site.Port;
        await _room.Site.DisposeAsync();
        await visitor.Page.WaitForFunctionAsync(
            "() => document.documentElement.dataset.wire === 'lost' && /^\\d\\d:\\d\\d:\\d\\d$/.test(document.querySelector('[data-wire-since]').textContent)");
        Assert.Equal("20,10", await NumbersAsync(visitor));
        Assert.Equal("stopping", await visitor.Page.EvaluateAsync<string>("() => document.documentElement.dataset.why"));
        _numbers[3] = 30;
        await _room.RestartAsync();

        Assert.Equal(port, _room.Site.Port);
        await visitor.LiveAsync();
        Assert.Equal("30,20,10", await NumbersAsync(visitor));
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("() => document.documentElement.dataset.why"));
        Say(1, 11);
        await TextAsync(visitor, "30,20,11");
    }

    [Fact]
    public async Task A_last_push_that_is_lost_is_noticed_by_the_heartbeat()
    {
        var drop = false;
        var visitor = await WallAsync(page => page.RouteWebSocketAsync("**/hub**", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message => server.Send(message.Text!));
            server.OnMessage(message =>
            {
                if (!drop || !message.Text!.Contains("\"push\"", StringComparison.Ordinal))
                {
                    socket.Send(message.Text!);
                }
            });
        }));
        await visitor.LiveAsync();
        drop = true;
        var before = _gets;
        Say(2, 20);
        await TextAsync(visitor, "20,10");
        Assert.Equal(before + 1, _gets);
    }

    [Fact]
    public async Task Where_websockets_are_cut_the_wire_takes_another_way()
    {
        var visitor = await WallAsync(page => page.RouteWebSocketAsync("**/hub**", socket => _ = socket.CloseAsync()));
        visitor.Expect("WebSocket");
        await visitor.LiveAsync();
        Say(2, 20);
        await TextAsync(visitor, "20,10");
    }

    /// <summary>A page of the program's own origin and policy whose content is the test's.</summary>
    private static async Task ServeAsync(Visitor visitor, string body)
    {
        await visitor.GoAsync("/health");
        await visitor.Page.SetContentAsync($"<!doctype html><html lang=en><title>Test</title>{body}</html>");
    }

    private static Task<string> NumbersAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('#list > *')].map(x => x.textContent).join()");

    private static async Task TextAsync(Visitor visitor, string text) => await visitor.Page.WaitForFunctionAsync(
        "text => [...document.querySelectorAll('#list > *')].map(x => x.textContent).join() === text", text);

    private void Say(long id, long number)
    {
        _numbers[id] = number;
        _room.Wire.Changed(LiveRoom.Piece(id, () => _numbers[id]), _room.Wall);
    }

    private async Task<string> RegionAsync()
    {
        var stamp = _room.Wire.Stamp(_room.Wall);
        var revision = await _room.Site.Db.ReadAsync(reads => reads.Revision);
        var items = _numbers.OrderByDescending(item => item.Key).Select(item => string.Create(
            CultureInfo.InvariantCulture, $"<span class=num id=num-1-{item.Key} data-key={item.Key:D6}>{item.Value}</span>"));
        return $"<section id=r data-live='{stamp}' data-rev='{revision}' data-refresh='/test/region'><div id=list data-list>{string.Concat(items)}</div></section>";
    }

    private async Task<Visitor> WallAsync(Func<IPage, Task>? before = null)
    {
        var visitor = await VisitAsync(_room.Site.Url, Device.Wall);
        var (_, cookie) = await _room.PairAsync();
        await visitor.Context.AddCookiesAsync(
            [new() { Name = Viewers.ScreenCookie, Value = cookie.Split('=')[1], Url = _room.Site.Url }]);
        await (before?.Invoke(visitor.Page) ?? Task.CompletedTask);
        await visitor.Context.RouteAsync("**/test/region", async route =>
        {
            Interlocked.Increment(ref _gets);
            await route.FulfillAsync(new() { ContentType = "text/html", Body = await RegionAsync() });
        });
        await ServeAsync(visitor, $"""
            <script src="/lib/signalr/signalr.min.js" defer></script><script type="module" src="/js/live.js"></script><script type="module" src="/js/live.js?again"></script>
            <body data-view="wall" data-workshop="{_room.World.Workshop}"><p data-wire-since></p>{await RegionAsync()}</body>
            """);
        return visitor;
    }
}
