using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(WorkshopHub.Tests.Browser))]

namespace WorkshopHub.Tests;

/// <summary>One Chromium for the whole run. It reaches every server as hub.test, so pages live in plain http as in a room.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The host name of the intranet in every journey.</summary>
    public const string Host = "hub.test";

    private readonly ConcurrentDictionary<(bool Phone, bool Touch, bool Script), ConcurrentBag<Tab>> _free = new();
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        var path = await Chromium.FindAsync();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                $"--host-resolver-rules=MAP {Host} 127.0.0.1",
                "--js-flags=--no-opt --no-maglev", // pages live for a second; to compile their scripts twice was a quarter of the browser's work
            ],
        });
    }

    /// <summary>A new visitor with cookies and storage of their own.</summary>
    /// <param name="url">The server's address.</param>
    /// <param name="device">What they hold in their hand.</param>
    /// <param name="dark">Whether their device is set to dark.</param>
    /// <param name="script">False for a browser without JavaScript.</param>
    /// <param name="own">True for a test that changes the page for good: it gets a new one, which is closed with it.</param>
    public async Task<Visitor> VisitAsync(string url, Device device, bool dark = false, bool script = true, bool own = false)
    {
        var (phone, touch) = (device is Device.Phone, device is Device.Phone or Device.Tablet);
        var free = _free.GetOrAdd((phone, touch, script), static _ => []);
        if (own || !free.TryTake(out var tab))
        {
            var context = await _chromium!.NewContextAsync(new()
            {
                IsMobile = phone,
                HasTouch = touch,
                DeviceScaleFactor = 1,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = script,
                Locale = "en-GB",
            });
            context.SetDefaultTimeout(30_000);
            tab = await Tab.OpenAsync(context, free, script);
        }

        var visitor = new Visitor(tab, url, $"{device.ToString().ToLowerInvariant()}{(dark ? "-dark" : "")}", own);
        await tab.GiveAsync(visitor, Size(device), dark);
        return visitor;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.CloseAsync();
        }

        _playwright?.Dispose();
    }

    private static ViewportSize Size(Device device) => device switch
    {
        Device.Phone => new() { Width = 390, Height = 844 },
        Device.Wall => new() { Width = 1920, Height = 1080 },
        Device.Tablet => new() { Width = 1024, Height = 768 },
        Device.Desk => new() { Width = 1440, Height = 900 },
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };
}

/// <summary>What a visitor uses.</summary>
public enum Device
{
    /// <summary>A phone held upright, 390 x 844, touch.</summary>
    Phone,

    /// <summary>A projector or television, 1920 x 1080.</summary>
    Wall,

    /// <summary>A tablet lying on a table, 1024 x 768, touch.</summary>
    Tablet,

    /// <summary>A laptop, 1440 x 900.</summary>
    Desk,
}
