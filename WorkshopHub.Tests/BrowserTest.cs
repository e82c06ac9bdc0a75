using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>
/// A test with visitors. When it fails, a picture of each page is kept; when it passes, each page must have been without
/// errors, broken requests and offences against the content security policy.
/// </summary>
public abstract class BrowserTest(Browser browser) : IAsyncLifetime
{
    private static readonly bool _all = Environment.GetEnvironmentVariable("WORKSHOPHUB_PICTURES") is "all";

    private readonly List<Visitor> _visitors = [];

    /// <summary>Who has come so far.</summary>
    protected IReadOnlyList<Visitor> Visitors => _visitors;

    /// <summary>Where pictures go; git ignores it.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Repo.Root, "artifacts")).FullName;

    /// <inheritdoc />
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var context = TestContext.Current;
        using var watched = PatienceAttribute.Watch($"the visitors of {context.Test?.TestDisplayName} leave");
        var failed = context.TestState?.Result is TestResult.Failed;
        var problems = _visitors.SelectMany(visitor => visitor.Problems.Select(problem => $"{visitor.Name}: {problem}")).ToList();
        foreach (var (number, visitor) in _visitors.Index())
        {
            if ((failed || problems.Count > 0) && !visitor.HasLeft)
            {
                await TryShotAsync(visitor, $"failed-{context.TestMethod?.MethodName}-{number}-{visitor.Name}");
            }

            await visitor.DisposeAsync();
        }

        if (failed)
        {
            problems.ForEach(problem => context.TestOutputHelper?.WriteLine(problem));
        }
        else
        {
            Assert.True(problems.Count == 0, "Unexpected in the browser:\n" + string.Join('\n', problems));
        }
    }

    /// <summary>A new visitor of a server, closed with the test.</summary>
    protected async Task<Visitor> VisitAsync(string url, Device device, bool dark = false, bool script = true, bool own = false)
    {
        var visitor = await browser.VisitAsync(url, device, dark, script, own);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>
    /// With WORKSHOPHUB_PICTURES=all, keeps a picture of the page in artifacts: of what is seen, or of all that can be scrolled
    /// to. Without it only what failed is kept: no test looks at pictures, and each takes as long as half a page.
    /// </summary>
    protected static async Task Shot(IPage page, string name, bool whole = false)
    {
        if (!_all && !name.StartsWith("failed-", StringComparison.Ordinal))
        {
            return;
        }

        // Nothing moves in these browsers, so the browser's own picture will do; Playwright's takes ten times as long.
        var path = Path.Combine(Artifacts, name + ".jpg");
        var browser = await page.Context.NewCDPSessionAsync(page);
        try
        {
            var how = new Dictionary<string, object> { ["format"] = "jpeg", ["quality"] = 85, ["optimizeForSpeed"] = true };
            if (whole)
            {
                var size = (await browser.SendAsync("Page.getLayoutMetrics"))!.Value.GetProperty("cssContentSize");
                how["captureBeyondViewport"] = true;
                how["clip"] = new { x = 0, y = 0, width = size.GetProperty("width").GetDouble(), height = size.GetProperty("height").GetDouble(), scale = 1 };
            }

            var taken = await browser.SendAsync("Page.captureScreenshot", how);
            await File.WriteAllBytesAsync(path, taken!.Value.GetProperty("data").GetBytesFromBase64());
        }
        catch (PlaywrightException)
        {
            // Under load the compositor sometimes has no frame to give at that moment; Playwright's waits for one.
            await page.ScreenshotAsync(new() { Path = path, Type = ScreenshotType.Jpeg, FullPage = whole });
        }
        finally
        {
            await browser.DetachAsync();
        }
    }

    private static async Task TryShotAsync(Visitor visitor, string name)
    {
        try
        {
            await Shot(visitor.Page, name);
        }
        catch (PlaywrightException problem)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"No picture of {name}: {problem.Message}");
        }
    }
}
