using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>Every page must be without a violation that axe can find.</summary>
public static class Axe
{
    /// <summary>Fails when the page as it stands has a violation, and says which element breaks which rule.</summary>
    public static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var violations = result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"{violation.Id} ({violation.Impact}): {violation.Help}\n    {node.Html}\n    {Why(node)}")).ToList();
        Assert.True(violations.Count == 0, $"{page.Url} breaks {violations.Count} rules:\n{string.Join('\n', violations)}");
    }

    private static string Why(AxeResultNode node) => string.Join("; ",
        new[] { node.Any, node.All, node.None }.SelectMany(checks => checks ?? []).Select(check => check.Message));
}
