using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>
/// A context with its one page. A new one is a new process of the browser and costs three loads of a page; so it is swept
/// and goes on to the next visitor, who finds it as new.
/// </summary>
public sealed class Tab
{
    private const string IsNative =
        "() => [setTimeout, setInterval, Date, WebSocket, fetch].every((one) => Function.prototype.toString.call(one).includes('[native code]'))";

    private readonly ConcurrentBag<Tab> _rest;
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly bool _script;
    private string _here = "";
    private bool _hasCome;

    private Tab(IBrowserContext context, IPage page, ConcurrentBag<Tab> rest, bool script)
    {
        (Context, Page, _rest, _script) = (context, page, rest, script);
        page.Dialog += (_, dialog) => _ = Visitor is { Agrees: true } ? dialog.AcceptAsync() : dialog.DismissAsync();
        page.Console += (_, message) => Tell(message.Location, visitor => visitor.Heard(message));
        page.PageError += (_, error) => Tell("", visitor => visitor.Heard(error));
        page.RequestFailed += (_, request) => Tell(request.Url, visitor => visitor.Missed(request));
        page.Response += (_, response) => Tell(response.Url, visitor => visitor.Answered(response));
    }

    /// <summary>Cookies and storage.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Who looks at it; null while nobody does.</summary>
    public Visitor? Visitor { get; private set; }

    /// <summary>A new one, which goes to the others when it is free again.</summary>
    public static async Task<Tab> OpenAsync(IBrowserContext context, ConcurrentBag<Tab> rest, bool script) =>
        new(context, await context.NewPageAsync(), rest, script);

    /// <summary>Gives it to a visitor.</summary>
    /// <param name="visitor">Who looks at it now.</param>
    /// <param name="size">How much they see.</param>
    /// <param name="dark">Whether their device is set to dark.</param>
    public async Task GiveAsync(Visitor visitor, ViewportSize size, bool dark)
    {
        Visitor = visitor;
        (_here, _hasCome) = (visitor.Url, false);
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, Media = Media.Null });
    }

    /// <summary>Sweeps it for the next; what can't be swept is closed.</summary>
    /// <param name="again">False for what a test has changed for good.</param>
    public async Task LeaveAsync(bool again)
    {
        Visitor = null;
        _left.Add(_here);
        try
        {
            if (again)
            {
                await SweepAsync();
                _rest.Add(this);
                return;
            }
        }
        catch (PlaywrightException)
        {
        }

        await Context.CloseAsync();
    }

    private async Task SweepAsync()
    {
        await Context.SetOfflineAsync(false);
        await Context.UnrouteAllAsync();
        await Page.UnrouteAllAsync();
        foreach (var other in Context.Pages.Where(page => page != Page))
        {
            await other.CloseAsync();
        }

        if (_script && Page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            await Page.EvaluateAsync("() => { sessionStorage.clear(); localStorage.clear(); }");
        }

        await Page.GotoAsync("about:blank");
        if (_script && !await Page.EvaluateAsync<bool>(IsNative))
        {
            throw new PlaywrightException("A test has given this page a clock or lines of its own: they would be the next visitor's, too.");
        }

        await Context.ClearCookiesAsync();
        var browser = await Context.NewCDPSessionAsync(Page);
        await browser.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = _here, ["storageTypes"] = "all" });
        await browser.DetachAsync();
    }

    /// <summary>
    /// What still comes from where an earlier visitor was is no business of this one; nor is what comes from nowhere before
    /// the first answer to this one.
    /// </summary>
    private void Tell(string address, Action<Visitor> tell)
    {
        var isHere = address.StartsWith(_here, StringComparison.Ordinal);
        _hasCome |= isHere;
        var isOfOthers = address.StartsWith("http", StringComparison.Ordinal) ? _left.Any(left => address.StartsWith(left, StringComparison.Ordinal)) : !_hasCome;
        if (Visitor is { } visitor && (isHere || !isOfOthers))
        {
            tell(visitor);
        }
    }
}
