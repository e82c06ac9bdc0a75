using System.Diagnostics;
using Microsoft.Playwright;

namespace WorkshopHub.Bench;

/// <summary>One wall in a real Chromium, 1920 by 1080: when it has drawn each post.</summary>
internal sealed class BrowserWall : IAsyncDisposable
{
    private const string Watch = """
        window.drawn = [];
        new MutationObserver((changes) => {
          const ids = changes.flatMap((change) => [...change.addedNodes])
            .flatMap((node) => node.querySelectorAll ? [node, ...node.querySelectorAll("[id^=wall-]")] : [])
            .map((node) => node.id ?? "").filter((id) => id.startsWith("wall-"));
          if (ids.length > 0) requestAnimationFrame(() => setTimeout(() => {
            for (const id of ids) window.drawn.push([id.slice(5), performance.timeOrigin + performance.now()]);
          }));
        }).observe(document, { childList: true, subtree: true });
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _startMs = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;

    private BrowserWall(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<BrowserWall> OpenAsync(string chromium, Uri site, string cookie)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1920, Height = 1080 } });
        var pair = cookie.Split('=', 2);
        await context.AddCookiesAsync([new() { Name = pair[0], Value = pair[1], Url = site.ToString() }]);
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site, "/wall").ToString());
        await page.WaitForSelectorAsync("html[data-wire=live]");
        return new BrowserWall(playwright, browser, page);
    }

    /// <summary>Milliseconds from a post's being sent to the end of the frame that shows it; each post once.</summary>
    public async Task<Figures> DrawnAsync(Measure measure)
    {
        var drawn = await _page.EvaluateAsync<Drawn[]>("window.drawn.map(([id, at]) => ({ id, at }))");
        return Figures.Of(drawn.GroupBy(one => one.Id).Select(one => one.First()).Where(one => measure.SentAt(one.Id) is not null)
            .Select(one => one.At - (_startMs + Stopwatch.GetElapsedTime(_start, measure.SentAt(one.Id)!.Value).TotalMilliseconds)));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private sealed class Drawn
    {
        public string Id { get; set; } = "";

        public double At { get; set; }
    }
}
