using System.Text.RegularExpressions;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

/// <summary>A browser without a window that stands at /wall.</summary>
public sealed partial class WallBrowser(HttpClient client) : IDisposable
{
    /// <summary>Its cookies.</summary>
    public HttpClient Client => client;

    /// <summary>Opens /wall and answers what it shows.</summary>
    public Task<string> OpenAsync() => client.GetStringAsync("/wall", TestContext.Current.CancellationToken);

    /// <summary>Asks as the waiting page does.</summary>
    public Task<string> AskAsync() => client.GetStringAsync("/wall/pairing", TestContext.Current.CancellationToken);

    /// <summary>The code that it shows.</summary>
    public async Task<string> CodeAsync()
    {
        var shown = Code().Match(await OpenAsync());
        Assert.True(shown.Success, "No code is shown.");
        return shown.Groups[1].Value;
    }

    /// <summary>Shows a code, is paired and becomes a screen.</summary>
    public async Task<long> PairAsync(World world, Site site, string name)
    {
        var code = await CodeAsync();
        var paired = await site.Writer.RunAsync(w => Pairing.Pair(w, world.Workshop, code, name, world["Mari Kask"]), TestContext.Current.CancellationToken);
        Assert.True(paired.Ok, paired.Message);
        Assert.Contains("data-paired=\"yes\"", await AskAsync(), StringComparison.Ordinal);
        return paired.ScreenId;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    [GeneratedRegex("""data-code="([^"]+)""")]
    private static partial Regex Code();
}
