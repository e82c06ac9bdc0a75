using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Demo;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Tests.Reports.Pdf;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Reports.Pdf;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>The report of the demo organisation after its final, as it was published, in every form that it comes in.</summary>
public sealed class FinishedFormsTests(FinishedDemo demo) : IClassFixture<FinishedDemo>
{
    private static readonly PrintedVersion _first = new(1, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Workbook_and_slides_are_sound_and_open_in_another_program(long programme)
    {
        var report = (programme == 1 ? demo.Report : demo.Second).ForReaders();
        var (book, deck) = (Workbooks.Of(report), ReportDeck.Of(report));
        using (var opened = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false))
        {
            Assert.Empty(Errors(opened));
        }

        using (var opened = PresentationDocument.Open(new MemoryStream(deck), isEditable: false))
        {
            Assert.Empty(Errors(opened));
            Assert.Equal(ReportDeck.Pages(report).Count, opened.PresentationPart!.SlideParts.Count());
        }

        if (await OfficePrograms.ReadAsync(book, "xlsx", "fods") is { } sheets)
        {
            Assert.All(report.Figures, figure => Assert.Contains(figure.Key, sheets, StringComparison.Ordinal));
        }

        if (await OfficePrograms.ReadAsync(deck, "pptx", "fodp") is { } slides)
        {
            Assert.All(report.Shown, section => Assert.Contains(section.Title, slides, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_other_programs_get_is_as_it_is_described()
    {
        var schema = JsonNode.Parse(JsonForm.Schema())!;
        foreach (var report in new[] { demo.Report.ForReaders(), demo.Second.ForReaders(), ReportExample.Published, HostileReport.Of(), HostileReport.Empty() })
        {
            Assert.Empty(SchemaCheck.Wrong(schema, JsonNode.Parse(JsonForm.Of(report))));
        }

        var broken = JsonNode.Parse(JsonForm.Of(demo.Report.ForReaders()))!;
        broken["report"]!["head"]!["programme"] = 7;
        broken["report"]!["head"]!.AsObject().Remove("organisation");
        broken["report"]!["figures"]![0]!["weight"] = 1;
        Assert.Equal(3, SchemaCheck.Wrong(schema, broken).Count(wrong => wrong.Contains("programme", StringComparison.Ordinal) || wrong.Contains("organisation", StringComparison.Ordinal) || wrong.Contains("weight", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_section_of_the_page_has_its_words_its_charts_and_its_figures()
    {
        await using var seeded = await OpenAsync();
        await using var site = new Site(seeded.File.File.Path, settings: [(PrintingBrowser.Setting, "none")]);
        var report = (await site.Db.ReadAsync(reads => ReportVersion.Report(reads, 1, 1), Stop))!;
        var page = WebUtility.HtmlDecode(await site.CreateDefaultClient().GetStringAsync(
            new Uri($"http://127.0.0.1:{site.Port}/reports/print/{site.Services.GetRequiredService<PrintTickets>().Give(_first)}"), Stop));
        Assert.Equal(10, report.Shown.Count());
        var parts = report.Shown.ToDictionary(section => section.Key, section => page[page.IndexOf($"id=\"{section.Key}\"", StringComparison.Ordinal)..].Split("<section class=\"report-part\"")[0]);
        foreach (var (section, charts) in Charts(report))
        {
            Assert.All(charts, chart => Assert.Contains($"aria-label=\"{chart.Said}\"", parts[section], StringComparison.Ordinal));
        }

        foreach (var (section, title, statements) in new[] { ("doors", "Time and doors", report.Doors!.Statements), ("learned", "Asking", report.Learned!.Statements), ("together", "How", report.Together!.Statements) })
        {
            Assert.NotEmpty(statements);
            Assert.All(ReportCharts.Pairs(title, statements).Rows, row => Assert.Contains($"aria-label=\"{row.Text}: {PairsChart.Of(row)}\"", parts[section], StringComparison.Ordinal));
        }

        Assert.Contains("class=\"grid-chart", parts[ReportSection.Together], StringComparison.Ordinal);
        Assert.All(report.Learned.Goals, goal => Assert.Contains(goal.Words, parts[ReportSection.Learned], StringComparison.Ordinal));
        Assert.All(report.Shown, section => Assert.All(report.Of(section.Key).Where(figure => !ReportPart.IsMissing(figure)), figure =>
        {
            var row = parts[section.Key][parts[section.Key].IndexOf($"id=\"figure-{figure.Key}\"", StringComparison.Ordinal)..].Split("</tr>")[0];
            Assert.Contains($">{figure.Words}<", row, StringComparison.Ordinal);
            Assert.Contains(figure.Source, row, StringComparison.Ordinal);
        }));
    }

    [Fact]
    public async Task What_was_not_recorded_is_said_once_in_each_section_by_its_name_and_never_as_zero()
    {
        await using var seeded = await OpenAsync();
        await using var site = new Site(seeded.File.File.Path, settings: [(PrintingBrowser.Setting, "none")]);
        var report = demo.Second.ForReaders();
        var number = await site.Writer.RunAsync(writes => ReportVersion.Publish(writes, report, "", null), Stop);
        var page = WebUtility.HtmlDecode(await site.CreateDefaultClient().GetStringAsync(
            new Uri($"http://127.0.0.1:{site.Port}/reports/print/{site.Services.GetRequiredService<PrintTickets>().Give(new PrintedVersion(2, number))}"), Stop));
        Assert.Single(Regex.Matches(page, "what was tried")); // eight problems, of which nothing was told
        Assert.Single(Regex.Matches(page, "a measure of "));
        foreach (var section in report.Shown.Where(section => report.Of(section.Key).Any(ReportPart.IsMissing)))
        {
            var part = page[page.IndexOf($"id=\"{section.Key}\"", StringComparison.Ordinal)..].Split("<section class=\"report-part")[0];
            Assert.InRange(Regex.Count(part, "Not recorded: "), 0, 3); // its facts, what else it lacks, its table of figures
            Assert.All(report.Of(section.Key).Where(ReportPart.IsMissing), figure => Assert.DoesNotContain($"id=\"figure-{figure.Key}\"", part, StringComparison.Ordinal));
        }

        var sources = page[page.IndexOf("id=\"sources-title\"", StringComparison.Ordinal)..];
        Assert.All(report.Figures.Where(figure => ReportPart.IsMissing(figure) && report.Shown.Any(section => section.Key == figure.Section)), figure => Assert.Contains(figure.Name[1..], sources, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A4", 595, 842)]
    [InlineData("Letter", 612, 792)]
    public async Task It_is_printed_whole_tagged_and_with_an_outline_on_the_paper_that_was_chosen(string paper, double width, double height)
    {
        await using var seeded = await OpenAsync();
        await using var site = new Site(seeded.File.File.Path, settings: [(PrintingBrowser.Setting, await Chromium.FindAsync()), ("Reports:Paper", paper)]);
        var report = (await site.Db.ReadAsync(reads => ReportVersion.Report(reads, 1, 1), Stop))!;
        var made = await site.Services.GetRequiredService<Pdfs>().GetAsync(_first, ReportJson.Write(report));
        using var file = new PrintedFile(await File.ReadAllBytesAsync(made!, Stop));
        Assert.InRange(file.Pages.Count, 12, 32);
        Assert.True(file.IsTagged);
        Assert.All(report.Shown, section => Assert.Contains(file.Outline, title => title.EndsWith(section.Title, StringComparison.Ordinal)));
        Assert.All(report.Problems!, story => Assert.Contains(file.Outline, title => title.Contains(story.Set.Name, StringComparison.Ordinal)));
        Assert.All(Charts(report).SelectMany(one => one.Charts), chart => Assert.Contains(file.Alternatives, words => words.StartsWith(chart.Title, StringComparison.Ordinal)));
        Assert.All(file.Texts, (text, place) => Assert.Contains($"{place + 1}of{file.Pages.Count}", text, StringComparison.Ordinal));
        Assert.All(file.Texts.Skip(1), text => Assert.Contains(PrintedFile.Bare(PrintPage.Running(report.Head)), text, StringComparison.Ordinal));
        foreach (var (place, page) in file.Pages.Index())
        {
            Assert.Equal((place, width, height), (place, Math.Round(page.Width), Math.Round(page.Height)));
            var words = page.GetWords().ToList();
            Assert.True(words.Count > 20, $"page {place + 1} is all but empty: {page.Text}");
            Assert.All(words, word => Assert.True(
                word.BoundingBox.Left > 30 && word.BoundingBox.Right < page.Width - 30 && word.BoundingBox.Bottom > 12 && word.BoundingBox.Top < page.Height - 12, $"“{word.Text}” is cut on page {place + 1}"));
        }

        var all = string.Concat(file.Texts);
        Assert.All(report.Decisions!, one => Assert.Contains(file.Texts, text => text.Contains(PrintedFile.Bare(one.Asked), StringComparison.Ordinal))); // whole on one page
        Assert.All(OnePage.Numbers.Select(key => report.Find(key)!), figure => Assert.Contains(PrintedFile.Bare(figure.Words), file.Texts[0] + file.Texts[1], StringComparison.Ordinal));
        Assert.All(report.Learned!.Kept, kept => Assert.Contains(PrintedFile.Bare(kept.Text), all, StringComparison.Ordinal));
    }

    /// <summary>The demo's file, whose days of retention have not begun: the picture of who knows whom is still there.</summary>
    private static async Task<SeededDemo> OpenAsync()
    {
        var seeded = await SeededDemo.AtAsync(DemoMoment.Finished);
        using var connection = seeded.File.Open();
        await connection.ExecuteAsync("UPDATE programme SET state = 'Reporting'");
        return seeded;
    }

    /// <summary>The drawings that tell all of themselves in one name, by their section.</summary>
    private static IEnumerable<(string Section, IReadOnlyList<Chart> Charts)> Charts(OutcomeReport report) =>
    [
        (ReportSection.OnePage, [.. report.OnePage!.Lines.Select(line => line.Main).OfType<MeasureStory>().Select(main => ReportCharts.Arrow(main, 282, table: false))]),
        (ReportSection.Problems, [.. report.Problems!.Select(story => ReportCharts.Phases(story, report.Head.MadeOn)!), .. report.Problems!.SelectMany(story => story.Measures.Select((measure, at) => at == 0 && ReportCharts.Line(measure) is { } line ? (Chart)line : ReportCharts.Arrow(measure, 282)))]),
        (ReportSection.Work, [ReportCharts.Meetings(report.Work!), ReportCharts.Actions(report.Work!)]),
        (ReportSection.Together, [ReportCharts.Net(report.Together!.Then!), ReportCharts.Net(report.Together.Now!)]),
    ];

    private static IEnumerable<string> Errors(OpenXmlPackage file) =>
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
}
