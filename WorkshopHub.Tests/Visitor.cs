using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>One browser context with its page, and everything that went wrong in it.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly List<Regex> _expected = [];

    private Visitor(IBrowserContext context, IPage page, string url, string device)
    {
        Url = url;
        Context = context;
        Page = page;
        Name = device;
    }

    /// <summary>The server that they visit.</summary>
    public string Url { get; }

    /// <summary>Cookies and storage.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page that this visitor looks at.</summary>
    public IPage Page { get; }

    /// <summary>Who this is in the names of screenshots.</summary>
    public string Name { get; set; }

    /// <summary>What went wrong so far, without what the test expects.</summary>
    public IReadOnlyList<string> Problems =>
        [.. _problems.Where(problem => !_expected.Exists(expected => expected.IsMatch(problem)))];

    /// <summary>The program was ended by the test while the page still lived.</summary>
    private static bool IsOfTheEnd(string? address) =>
        Uri.IsWellFormedUriString(address, UriKind.Absolute) && Site.HasEnded(address!);

    /// <summary>Opens the visitor's page.</summary>
    public static async Task<Visitor> OpenAsync(IBrowserContext context, string url, string device)
    {
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, url, device);
        page.Console += (_, message) =>
        {
            var isProblem = message.Type is "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal);
            if (isProblem && !(message.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal) && IsOfTheEnd(AddressOf(message))))
            {
                visitor._problems.Enqueue($"console: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => visitor._problems.Enqueue($"script: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A navigation gives up what the page before it still waited for; that is no failure.
            if (request.Failure is not "net::ERR_ABORTED" && !IsOfTheEnd(request.Url))
            {
                visitor._problems.Enqueue($"request: {request.Method} {request.Url} {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                visitor._problems.Enqueue($"answer: {response.Status} {response.Request.Method} {response.Url}");
            }
        };
        return visitor;
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
        var response = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return response?.Status ?? 0;
    }

    /// <summary>Waits until the page's live connection stands.</summary>
    public Task LiveAsync() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.wire === 'live'");

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
