using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Pdf;

/// <summary>The report as its readers print it from their own browser, on both papers.</summary>
public sealed class PaperTests(Browser browser) : BrowserTest(browser)
{
    private const string Together =
        """
        () => { document.querySelectorAll(".vh").forEach((hidden) => hidden.remove()); return [...document.querySelectorAll(".report svg.chart:not([aria-hidden]), .report tr, .report blockquote, .report .dumb, .report .report-facts")]
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => one.tagName === "svg" ? [...one.querySelectorAll("text")].map((text) => text.textContent) : [...one.querySelectorAll("th, td, p, dd, dt")].map((cell) => cell.innerText))
          .map((words) => words.map((word) => word.trim()).filter((word) => /^[ -~]+$/.test(word))).filter((words) => words.length > 1); }
        """;

    [Fact]
    public async Task It_prints_on_A4_and_Letter_with_its_head_and_numbers_and_nothing_cut()
    {
        var world = World.Plant();
        await using var site = new Site(world.File);
        var report = ReportExample.Published;
        await site.SetAsync(
            "INSERT INTO report_version (programme_id, number, report, published_at) VALUES (@Programme, 2, @report, '2026-09-16T10:00:00.000Z')",
            new { world.Programme, report = ReportJson.Write(report with { Head = report.Head with { ProgrammeId = world.Programme } }) });
        (await site.AsAsync(world, "Alma Tamm")).Dispose(); // who has an account signs in
        var reader = await VisitAsync(site.Url, Device.Desk);
        await reader.SignInAsync("Alma Tamm");
        await reader.GoAsync($"/programmes/{world.Programme}/report/2");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        // A story of help stays whole, and the head of a table with its first row.
        string[] whole = ["avoid", "avoid", "avoid"];
        Assert.Equal(
            whole,
            await reader.Page.EvaluateAsync<string[]>(
                """
                () => {
                  const there = document.querySelector(".report").appendChild(document.createElement("div"));
                  there.innerHTML = "<ul class=report-stories><li>A crew was lent.</li></ul><table><thead><tr><th>Set</th></tr></thead><tbody><tr><td>Circle</td></tr></tbody></table>";
                  const look = (what) => getComputedStyle(there.querySelector(what));
                  const looks = [look("li").breakInside, look("thead").breakAfter, look("tbody tr").breakBefore];
                  there.remove();
                  return looks;
                }
                """));
        var together = await reader.Page.EvaluateAsync<string[][]>(Together);
        Assert.True(together.Length > 20, $"only {together.Length} things to look at");
        foreach (var paper in new[] { "A4", "Letter" })
        {
            var bytes = await reader.Page.PdfAsync(new() { Format = paper, Tagged = true, Outline = true });
            await File.WriteAllBytesAsync(Path.Combine(Artifacts, $"report-{paper}.pdf"), bytes, TestContext.Current.CancellationToken);
            using var file = new PrintedFile(bytes);
            Assert.InRange(file.Pages.Count, 4, 12);
            Assert.All(file.Texts, (text, place) => Assert.Contains($"{place + 1}of{file.Pages.Count}", text, StringComparison.Ordinal));
            Assert.All(file.Texts.Skip(1), text => Assert.Contains("Keepthe<Lights>On·Outcomereport·Version2", text, StringComparison.Ordinal));
            foreach (var (place, page) in file.Pages.Index())
            {
                var words = page.GetWords().ToList();
                Assert.True(words.Count > 20, $"page {place + 1} of {paper} is all but empty: {page.Text}");
                Assert.All(words, word => Assert.True(
                    word.BoundingBox.Left > 30 && word.BoundingBox.Right < page.Width - 30 && word.BoundingBox.Bottom > 12 && word.BoundingBox.Top < page.Height - 12,
                    $"“{word.Text}” is cut on page {place + 1} of {paper}"));
            }

            // Each chart and each row stands whole on one page.
            Assert.All(together, words => Assert.True(
                file.Texts.Any(text => words.All(word => text.Contains(PrintedFile.Bare(word), StringComparison.Ordinal))), $"split on {paper}: {string.Join(" | ", words)}"));
            Assert.Contains("https://example.org/plan", string.Concat(file.Texts), StringComparison.Ordinal);
            Assert.Contains("Wherethefigurescomefrom", file.Texts[^1] + file.Texts[^2], StringComparison.Ordinal);
        }
    }
}
