using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>Somebody before a page, and everything that went wrong in it.</summary>
/// <param name="tab">What they look at.</param>
/// <param name="url">The server that they visit.</param>
/// <param name="device">What they hold in their hand.</param>
/// <param name="own">Whether the tab is theirs alone: the test changes it for good, by a clock, a script before all others or listening to it.</param>
public sealed partial class Visitor(Tab tab, string url, string device, bool own) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly List<Regex> _expected = [];

    /// <summary>The server that they visit.</summary>
    public string Url => url;

    /// <summary>Cookies and storage.</summary>
    public IBrowserContext Context => tab.Context;

    /// <summary>The page that this visitor looks at.</summary>
    public IPage Page => tab.Page;

    /// <summary>Who this is in the names of screenshots.</summary>
    public string Name { get; set; } = device;

    /// <summary>Whether they say yes to what the browser asks.</summary>
    public bool Agrees { get; set; }

    /// <summary>Whether they have left; the page shows others now.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>What went wrong so far, without what the test expects.</summary>
    public IReadOnlyList<string> Problems =>
        [.. _problems.Where(problem => !_expected.Exists(expected => expected.IsMatch(problem)))];

    /// <summary>The program was ended by the test while the page still lived.</summary>
    private static bool IsOfTheEnd(string? address) =>
        Uri.IsWellFormedUriString(address, UriKind.Absolute) && Site.HasEnded(address!);

    /// <summary>The page said something in its console.</summary>
    public void Heard(IConsoleMessage message)
    {
        var isProblem = message.Type is "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal);
        var isLost = message.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal) || message.Text.Contains("Connection closed", StringComparison.Ordinal);
        if (isProblem && !(isLost && IsOfTheEnd(AddressOf(message))))
        {
            _problems.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    /// <summary>A script failed.</summary>
    public void Heard(string error) => _problems.Enqueue($"script: {error}");

    /// <summary>A request failed.</summary>
    public void Missed(IRequest request)
    {
        // A navigation gives up what the page before it still waited for; that is no failure.
        if (request.Failure is not "net::ERR_ABORTED" && !IsOfTheEnd(request.Url))
        {
            _problems.Enqueue($"request: {request.Method} {request.Url} {request.Failure}");
        }
    }

    /// <summary>The server answered.</summary>
    public void Answered(IResponse response)
    {
        if (response.Status >= 400)
        {
            _problems.Enqueue($"answer: {response.Status} {response.Request.Method} {response.Url}");
        }
    }

    /// <summary>A message's place is an address with line and column behind it.</summary>
    private static string AddressOf(IConsoleMessage message) => Place().Replace(message.Location, "");

    [GeneratedRegex(":[0-9]+:[0-9]+$")]
    private static partial Regex Place();

    /// <summary>This test provokes a problem that matches, so it is none.</summary>
    public Visitor Expect(string pattern)
    {
        _expected.Add(new Regex(pattern, RegexOptions.CultureInvariant));
        return this;
    }

    /// <summary>Opens an address and answers the status.</summary>
    public async Task<int> GoAsync(string path)
    {
        var response = await Page.GotoAsync(Uri.TryCreate(path, UriKind.Absolute, out _) && !path.StartsWith('/') ? path : Url + path, new() { WaitUntil = WaitUntilState.Load });
        return response?.Status ?? 0;
    }

    /// <summary>Waits until the page's live connection stands.</summary>
    public Task LiveAsync() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.wire === 'live'");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!HasLeft)
        {
            HasLeft = true;
            await tab.LeaveAsync(!own);
        }
    }
}
