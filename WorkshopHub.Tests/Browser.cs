using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(WorkshopHub.Tests.Browser))]

namespace WorkshopHub.Tests;

/// <summary>One Chromium for the whole run. It reaches every server as hub.test, so pages live in plain http as in a room.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The host name of the intranet in every journey.</summary>
    public const string Host = "hub.test";

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
            ],
        });
    }

    /// <summary>A new visitor with cookies and storage of their own.</summary>
    /// <param name="url">The server's address.</param>
    /// <param name="device">What they hold in their hand.</param>
    /// <param name="dark">Whether their device is set to dark.</param>
    /// <param name="script">False for a browser without JavaScript.</param>
    public async Task<Visitor> VisitAsync(string url, Device device, bool dark = false, bool script = true)
    {
        var phone = device is Device.Phone;
        var context = await _chromium!.NewContextAsync(new()
        {
            BaseURL = url,
            ViewportSize = Size(device),
            IsMobile = phone,
            HasTouch = phone || device is Device.Tablet,
            DeviceScaleFactor = 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(30_000);
        return await Visitor.OpenAsync(context, url, $"{device.ToString().ToLowerInvariant()}{(dark ? "-dark" : "")}");
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
