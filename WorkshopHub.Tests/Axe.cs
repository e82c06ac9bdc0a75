using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WorkshopHub.Tests;

/// <summary>Every page must be without a violation that axe can find.</summary>
public static partial class Axe
{
    /// <summary>
    /// The package's own way opens two more pages for each look; the script itself needs only the page. Its few letters beyond
    /// ASCII are written as escapes: with them the browser takes twice the memory and time to read it.
    /// </summary>
    private static readonly string _script = BeyondAscii().Replace(
        new BundledAxeScriptProvider().GetScript(), letter => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter.Value[0]:x4}"));

    /// <summary>Looks of text whose contrast axe has found good in this run; what looks so again needs no second measuring.</summary>
    private static readonly ConcurrentDictionary<string, bool> _good = new(StringComparer.Ordinal);

    /// <summary>
    /// How each text of a page looks: its colour, size and weight, and all grounds behind it up to one that lets nothing
    /// through. Of what lies out of the flow one can't know what is behind it, so its place in the page is told as well. Left
    /// out is what axe never judges: a single letter, what is disabled, hidden or off the page, what stands on a picture.
    /// </summary>
    private const string Looks = """
        () => {
          const grounds = new Map(), looks = new Map();
          const ground = (element) => {
            if (!element) return { told: "", loose: "", off: false };
            if (grounds.has(element)) return grounds.get(element);
            const style = getComputedStyle(element), above = ground(element.parentElement);
            const veiled = style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal";
            const plain = style.backgroundImage === "none" && !veiled;
            const clear = plain && style.backgroundColor === "rgba(0, 0, 0, 0)", solid = plain && style.backgroundColor.startsWith("rgb(");
            const own = clear ? "" : `|${veiled ? "veil " : ""}${[style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode]}`;
            const here = `${element.tagName}.${element.className}`;
            const isLoose = !/static|relative/.test(style.position) || style.transform !== "none" || style.marginTop.startsWith("-");
            const found = {
              told: solid && !above.told.includes("|veil") ? own : above.told + own,
              loose: isLoose ? `${above.loose}>${here}:${[...element.parentElement?.children ?? []].map((one) => one.className)}`
                : solid ? "" : above.loose && `${above.loose}>${here}`,
              off: above.off || element.matches(":disabled, [aria-disabled=true], [aria-hidden=true], [inert], svg") || element.control?.disabled,
            };
            grounds.set(element, found);
            return found;
          };
          for (const element of document.body.querySelectorAll("*")) {
            const field = element.matches("input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select");
            const text = field ? "field" : [...element.childNodes].map((node) => node.nodeType === 3 ? node.data : "").join("").trim();
            if (text.length < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
            const box = element.getBoundingClientRect();
            if (box.width < 2 || box.height < 2 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) continue;
            const style = getComputedStyle(element), { told, loose, off } = ground(element);
            if (off || /url\(|gradient\(/.test(told)) continue;
            looks.set(element, [field, style.color, style.webkitTextFillColor, style.fontSize, style.fontWeight, style.textShadow, told, loose].join(";"));
          }
          return looks;
        }
        """;

    private const string Told = """
        rules => rules.flatMap(rule => rule.nodes.map(node =>
          `${rule.id} (${rule.impact}): ${rule.help}\n    ${node.html}\n    `
          + [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')))
        """;

    /// <summary>Fails when the page as it stands has a violation, and says which element breaks which rule.</summary>
    public static async Task CheckAsync(IPage page)
    {
        await LoadAsync(page);
        AssertNone(page, await page.EvaluateAsync<string[]>(
            $$"""
            async () => ({{Told}})((await axe.run(document, {
              resultTypes: ['violations'], preload: false, selectors: false, elementRef: false, rules: { 'color-contrast': { enabled: false } },
            })).violations)
            """));
        await CheckColoursAsync(page);
    }

    /// <summary>The one rule that hangs on the colours: enough for a page that was checked whole in the other theme.</summary>
    public static async Task CheckColoursAsync(IPage page)
    {
        if ((await page.EvaluateAsync<string[]>($"() => [...new Set(({Looks})().values())]")).All(_good.ContainsKey))
        {
            return;
        }

        await LoadAsync(page);
        var found = await page.EvaluateAsync<string[][]>(
            $$"""
            async () => {
              const looks = ({{Looks}})();
              const { violations, passes } = await axe.run(document, {
                resultTypes: ['violations', 'passes'], preload: false, selectors: false, elementRef: true, runOnly: { type: 'rule', values: ['color-contrast'] },
              });
              const good = passes.flatMap(rule => rule.nodes.map(node => looks.get(node.element))).filter(Boolean);
              return [({{Told}})(violations), [...new Set(good)]];
            }
            """);
        AssertNone(page, found[0]);
        foreach (var look in found[1])
        {
            _good[look] = true;
        }
    }

    private static void AssertNone(IPage page, string[] violations) =>
        Assert.True(violations.Length == 0, $"{page.Url} breaks {violations.Length} rules:\n{string.Join('\n', violations)}");

    /// <summary>By the browser's own evaluation: Playwright's wraps what it evaluates, which a script of this size feels.</summary>
    private static async Task LoadAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => !!window.axe"))
        {
            return;
        }

        var browser = await page.Context.NewCDPSessionAsync(page);
        try
        {
            await browser.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["expression"] = _script + ";1", ["silent"] = true });
        }
        finally
        {
            await browser.DetachAsync();
        }
    }

    [GeneratedRegex("[^\0-\x7f]")]
    private static partial Regex BeyondAscii();
}
