using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Tests.Shared.Charts;

public sealed class ChartLooksTests(Browser browser) : BrowserTest(browser)
{
    // Words may touch the edge of a drawing, as letters do, but not be cut by it or stand on other words.
    private const string Cut =
        """
        () => [...document.querySelectorAll("svg.chart:not([aria-hidden])")].flatMap((svg) => {
          const view = svg.viewBox.baseVal;
          const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "").map((text) => ({ text, box: text.getBBox() }));
          const said = (what, one) => `${what}: “${one.text.textContent}” in ${svg.getAttribute("aria-label").slice(0, 60)}`;
          const out = texts.filter(({ box }) => box.x < view.x - 2 || box.y < view.y - 4 || box.x + box.width > view.x + view.width + 2 || box.y + box.height > view.y + view.height + 4);
          const on = texts.filter((one, at) => texts.slice(at + 1).some((two) => one.box.x + 1 < two.box.x + two.box.width && two.box.x + 1 < one.box.x + one.box.width
            && one.box.y + 5 < two.box.y + two.box.height && two.box.y + 5 < one.box.y + one.box.height));
          return [...out.map((one) => said("cut", one)), ...on.map((one) => said("on others", one))];
        })
        """;

    [Fact]
    public async Task Words_in_drawings_are_whole_and_apart_and_everybody_can_use_them()
    {
        await using var site = new Site();
        var partials = site.Services.GetRequiredService<Partials>();
        var html = new System.Text.StringBuilder();
        foreach (var (place, chart) in Drawn.All.Index())
        {
            var width = chart switch { ArrowChart one => one.Width, PhaseChart one => one.Width, LineChart one => one.Width, _ => 690 };
            html.Append(CultureInfo.InvariantCulture, $"<section data-width=\"{width}\" data-set=\"{Marks.Keys[place % 6]}\"><h2>{System.Net.WebUtility.HtmlEncode(chart.Title)}</h2>")
                .Append(await partials.RenderAsync("/Shared/Charts/_Chart.cshtml", chart)).Append("</section>");
        }

        var visitor = await VisitAsync(site.Url, Device.Desk);
        await visitor.GoAsync("/signin");
        await visitor.Page.EvaluateAsync(
            """
            (html) => {
              const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/css/charts.css" });
              const styled = new Promise((done) => { styles.onload = done; });
              document.head.append(styles);
              document.body.innerHTML = `<main><h1>Charts</h1>${html}</main>`;
              for (const one of document.querySelectorAll("[data-width]")) { one.style.width = `${one.dataset.width}px`; one.style.margin = "24px"; one.style.display = "inline-block"; one.style.verticalAlign = "top"; }
              return styled.then(() => Promise.all([...document.fonts].map((font) => font.load()))).then(() => document.fonts.ready).then(() => true);
            }
            """, html.ToString());
        await Shot(visitor.Page, "charts", whole: true);
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Cut));
        await Axe.CheckAsync(visitor.Page);

        // On a phone bars and meetings are drawn slim, with names over them, and nothing is beyond an edge.
        const string Seen = "() => ['slim', 'wide'].map((form) => [...document.querySelectorAll(`svg.${form}`)].filter((one) => one.getClientRects().length > 0).length)";
        int[] wide = [0, 2], slim = [2, 0];
        Assert.Equal(wide, await visitor.Page.EvaluateAsync<int[]>(Seen));
        await visitor.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(slim, await visitor.Page.EvaluateAsync<int[]>(Seen));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Cut));
        await Shot(visitor.Page, "charts-phone", whole: true);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print, ColorScheme = Microsoft.Playwright.ColorScheme.Light });
        await visitor.Page.EvaluateAsync("() => { document.documentElement.style.filter = 'grayscale(1)'; }");
        await Shot(visitor.Page, "charts-grey", whole: true);
    }
}
