using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>Every page must be without a violation that axe can find.</summary>
public static class Axe
{
    /// <summary>The package's own way opens two more pages for each look; the script itself needs only the page.</summary>
    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails when the page as it stands has a violation, and says which element breaks which rule.</summary>
    public static Task CheckAsync(IPage page) => RunAsync(page, "{ resultTypes: ['violations'], preload: false, selectors: false, elementRef: false }");

    /// <summary>The one rule that hangs on the colours: for a page that was checked whole in the other theme.</summary>
    public static Task CheckColoursAsync(IPage page) =>
        RunAsync(page, "{ resultTypes: ['violations'], preload: false, selectors: false, elementRef: false, runOnly: { type: 'rule', values: ['color-contrast'] } }");

    private static async Task RunAsync(IPage page, string options)
    {
        if (await page.EvaluateAsync<bool>("() => !window.axe"))
        {
            await page.EvaluateAsync(_script);
        }

        var violations = await page.EvaluateAsync<string[]>(
            $$"""
            async () => (await axe.run(document, {{options}})).violations.flatMap(rule => rule.nodes.map(node =>
              `${rule.id} (${rule.impact}): ${rule.help}\n    ${node.html}\n    `
              + [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')))
            """);
        Assert.True(violations.Length == 0, $"{page.Url} breaks {violations.Length} rules:\n{string.Join('\n', violations)}");
    }
}
