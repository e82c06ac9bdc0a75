using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using WorkshopHub.Tests.Reports.Pdf;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>People's names, in whatever letters they write them, on their way into a version and out of it in each form.</summary>
public sealed class ScriptNamesTests
{
    private static readonly string[] _onPaper = ["Фёдор Ёлкин", "Žofie Šťastná"];

    private static readonly string[] _names =
    [
        "محمد الأحمد", "שרה כהן", "李小龍", "山田 花子", "김철수", "สมชาย ใจดี", "नारायण शर्मा", "Фёдор Ёлкин", "Ελένη Παπαδοπούλου", "Žofie Šťastná", "Zo\u0308e A\u030Angstro\u0308m", "👩🏽‍🚒 Ana",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_name_comes_through_page_workbook_csv_slides_json_and_paper()
    {
        var world = World.Plant();
        await using var site = new Site(world.File, settings: [(PrintingBrowser.Setting, await Chromium.FindAsync())]);
        await site.Writer.RunAsync(writes =>
        {
            foreach (var (at, name) in _names.Index())
            {
                writes.Execute("UPDATE person SET name = @name WHERE id = (SELECT person_id FROM membership ORDER BY id LIMIT 1 OFFSET @at)", new { name, at });
            }

            writes.Execute("UPDATE sets SET name = @name WHERE id = @Id", new { name = _names[0], world.Sets[0].Id });
            foreach (var (at, set) in world.Sets.Index())
            {
                var problem = writes.Insert(
                    "INSERT INTO problem (programme_id, position, title, state, created_at, changed_at) VALUES (@Programme, @at + 1, @title, 'InWork', @Now, @Now)", new { world.Programme, at, title = $"{_names[2 * at]} {_names[(2 * at) + 1]}", writes.Now });
                writes.Execute("UPDATE sets SET problem_id = @problem WHERE id = @Id", new { problem, set.Id });
                writes.Execute(
                    "INSERT INTO measure (set_id, position, name, unit, baseline, result, result_date, changed_at) VALUES (@Id, 1, @one, 'h', 9, 5, '2026-09-01', @Now), (@Id, 2, @two, 'h', 9, 5, '2026-09-01', @Now)",
                    new { set.Id, one = _names[2 * at], two = _names[(2 * at) + 1], writes.Now });
            }

            return ReportVersion.Publish(writes, LiveReport.Read(writes, site.Services.GetRequiredService<Web.Activities.ActivityKinds>(), world.Programme, DateTimeOffset.UtcNow)!, "", null);
        }, Stop);
        var address = $"/programmes/{world.Programme}/report/1";
        using var client = await site.AsAsync(world, "Sven Sponsor");
        Whole("the page", WebUtility.HtmlDecode(await client.GetStringAsync(address, Stop)));
        Whole("the JSON", Encoding.UTF8.GetString(await client.GetByteArrayAsync($"{address}.json", Stop)), words => JsonForm.Read(Encoding.UTF8.GetBytes(words)).Problems!.SelectMany(story => story.People));
        using (var book = new MemoryStream(await client.GetByteArrayAsync($"{address}.xlsx", Stop)))
        {
            Whole("the workbook", string.Join('\n', book.GetSheetNames().SelectMany(sheet => book.Query(sheetName: sheet).Cast<IDictionary<string, object?>>()).SelectMany(row => row.Values)));
        }

        using (var deck = PresentationDocument.Open(new MemoryStream(await client.GetByteArrayAsync($"{address}.pptx", Stop)), isEditable: false))
        {
            Whole("the slides", string.Join('\n', deck.PresentationPart!.SlideParts.Select(slide => slide.Slide!.InnerText + slide.NotesSlidePart?.NotesSlide?.InnerText)));
        }

        Whole("the CSV", Encoding.UTF8.GetString(await client.GetByteArrayAsync($"{address}.csv", Stop)));
        // Which letters paper has is the matter of the fonts of that computer; what its outline says is not.
        using var file = new PrintedFile(await client.GetByteArrayAsync($"{address}/pdf", Stop));
        // Words of a name from right to left stand in it in the order in which Chromium draws them.
        var outline = string.Join('\n', file.Outline);
        Assert.All(_names.SelectMany(name => name.Split(' ')), word => Assert.Contains(word, outline, StringComparison.Ordinal));
        Assert.All(_onPaper, name => Assert.Contains(PrintedFile.Bare(name), string.Concat(file.Texts), StringComparison.Ordinal));
    }

    private static void Whole(string where, string text, Func<string, IEnumerable<string>>? read = null)
    {
        var told = read is null ? text : string.Join('\n', read(text));
        Assert.All(_names, name => Assert.True(told.Contains(name, StringComparison.Ordinal), $"{name} is not whole in {where}"));
    }
}
