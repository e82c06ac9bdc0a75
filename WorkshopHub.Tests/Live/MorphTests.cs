using Microsoft.Playwright;

namespace WorkshopHub.Tests.Live;

public sealed class MorphTests(Browser browser) : BrowserTest(browser)
{
    private readonly Site _site = new(World.Plant().File);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_region_that_is_got_again_keeps_focus_typed_text_and_what_was_opened()
    {
        var page = await OpenAsync("""
            <section id="r" data-live="wall/1@a@1" data-rev="5" data-refresh="/r"><button id="b1">Old</button>
            <input id="t" value=""><details id="d"><summary>More</summary><p>Old</p></details></section>
            """);
        await page.FillAsync("#t", "half a sentence");
        await page.ClickAsync("summary");
        await page.FocusAsync("#b1");

        await page.EvaluateAsync("""
            async () => {
              const { Page } = await import("/js/region.js");
              const page = new Page(async () => `<section id="r" data-live="wall/1@a@2" data-rev="6" data-refresh="/r"><p>New above</p>
                <button id="b1">New</button><input id="t" value=""><details id="d"><summary>More</summary><p>New</p></details></section>`);
              await page.refresh("r");
            }
            """);

        Assert.Equal("New", await page.TextContentAsync("#b1"));
        Assert.Equal("b1", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal("half a sentence", await page.InputValueAsync("#t"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('d').open"));
        Assert.Equal("wall/1@a@2", await page.GetAttributeAsync("#r", "data-live"));
    }

    [Fact]
    public async Task A_phone_keeps_its_stage_while_text_is_typed_and_moves_on_when_it_has_gone()
    {
        var page = await OpenAsync("""<div id="stage" data-item="1"><textarea id="t"></textarea></div>""", "phone");
        await PutStageAsync(page, 6, "2", "<textarea id=t></textarea><b>Two</b>");
        Assert.Equal("2", await page.GetAttributeAsync("#stage", "data-item"));

        await page.FillAsync("#t", "half a sentence");
        await PutStageAsync(page, 7, "3", "<b>Three</b>");
        Assert.Equal("2", await page.GetAttributeAsync("#stage", "data-item"));
        Assert.Equal("held", await page.GetAttributeAsync("html", "data-stage"));

        await PutStageAsync(page, 8, "2", "<textarea id=t></textarea><b>Two again</b>");
        Assert.Null(await page.GetAttributeAsync("html", "data-stage"));
        Assert.Equal("half a sentence", await page.InputValueAsync("#t"));

        await PutStageAsync(page, 9, "4", "<b>Four</b>");
        await page.FillAsync("#t", "");
        await page.WaitForSelectorAsync("#stage[data-item='4']");
    }

    [Fact]
    public async Task A_wall_replaces_its_stage_at_once()
    {
        var page = await OpenAsync("""<div id="stage" data-item="1"><textarea id="t">text</textarea></div>""", "wall");
        await page.FillAsync("#t", "typed");
        await PutStageAsync(page, 6, "2", "<b>Two</b>");
        Assert.Equal("Two", await page.TextContentAsync("#stage"));
    }

    [Fact]
    public async Task An_older_put_changes_nothing_and_a_list_keeps_its_order_and_its_length()
    {
        var page = await OpenAsync("""
            <section id="r" data-live="wall/1@a@1" data-rev="5"><ol id="l" data-list data-max="2"><li id="x" data-key="2">X</li></ol></section>
            """);
        var text = await page.EvaluateAsync<string>("""
            async () => {
              const { Page } = await import("/js/region.js");
              const page = new Page(async () => { throw new Error("not asked"); });
              const put = (i, k, v, h) => page.receive({ p: [{ l: "other l", k, i, v, h: `<li id="${i}">${h}</li>` }] });
              put("x", "2", 4, "older");
              put("y", "3", 6, "Y");
              put("z", "1", 6, "Z");
              put("y", "3", 6.000001, "Y2");
              page.receive({ g: [{ i: "y", v: 6 }] });
              return [...document.querySelectorAll("li")].map(x => x.dataset.key + x.textContent).join();
            }
            """);
        Assert.Equal("3Y2,2X", text);
    }

    [Fact]
    public async Task Timers_count_by_the_clock_of_the_server_and_speak_rarely()
    {
        var page = await OpenAsync("""
            <p id="status" role="status"></p><span id="a" class="timer" data-left="3905"></span><span id="b" class="timer" data-left="-42"></span>
            <span id="c" class="timer"></span>
            """);
        var first = await page.EvaluateAsync<string>("""
            async () => {
              const clock = await import("/js/clock.js");
              await import("/js/timer.js");
              const t = performance.now(); // from here to the answer nothing waits
              clock.roundTrip(1_000_000, t, t);
              document.getElementById("c").dataset.ends = String(1_000_000 + 60_900);
              document.dispatchEvent(new Event("visibilitychange"));
              return document.getElementById("c").textContent + document.querySelector("[role=status]").textContent;
            }
            """);
        Assert.Equal("1:01", first);
        Assert.Equal("1:05:05", await page.TextContentAsync("#a"));
        Assert.Equal("+0:42", await page.TextContentAsync("#b"));
        Assert.Contains("over", await page.GetAttributeAsync("#b", "class"), StringComparison.Ordinal);
        await page.WaitForFunctionAsync("() => document.querySelector('[role=status]').textContent === '1 minute left.'");
    }

    [Fact]
    public async Task Ids_are_made_where_there_is_no_secure_context()
    {
        var page = await OpenAsync("<p>Ids</p>");
        var ids = await page.EvaluateAsync<string[]>("""
            async () => {
              const { newId } = await import("/js/ids.js");
              return Array.from({ length: 200 }, newId);
            }
            """);
        Assert.Equal(200, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z2-7]{26}$", id));
    }

    private static async Task PutStageAsync(IPage page, long version, string item, string html) => await page.EvaluateAsync(
        """
        async ([v, item, html]) => {
          const { Page } = await import("/js/region.js");
          window.live ??= new Page();
          window.live.receive({ p: [{ i: "stage", v: Number(v), h: `<div id="stage" data-item="${item}">${html}</div>` }] });
        }
        """,
        new[] { $"{version}", item, html });

    private async Task<IPage> OpenAsync(string body, string view = "")
    {
        var visitor = await VisitAsync(_site.Url, Device.Desk);
        await visitor.GoAsync("/health");
        await visitor.Page.SetContentAsync($"<!doctype html><html lang=en><title>Test</title><body data-view='{view}'>{body}</body></html>");
        return visitor.Page;
    }
}
