using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Tests.Workshops;

/// <summary>The facilitator's export: a sheet an activity, no formula, and counts for what is private.</summary>
public sealed class ExportTests : SummaryRoom
{
    [Fact]
    public async Task The_workbook_holds_a_sheet_an_activity_and_no_formula()
    {
        var mari = await SignedInAsync("Mari Kask");
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.Equal(["What have you learned"], stream.GetSheetNames());
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal("Alma Tamm", rows[0]["Name"]);
        Assert.Equal("'=HYPERLINK(\"http://evil.test\")", rows[1]["Post"]);
    }

    [Fact]
    public async Task The_csv_quotes_what_it_must()
    {
        var mari = await SignedInAsync("Mari Kask");
        using var zip = new ZipArchive(new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=csv")));
        using var text = new StreamReader(zip.Entries.Single().Open(), Encoding.UTF8);
        var lines = (await text.ReadToEndAsync()).Split("\r\n");
        Assert.Equal("Set,Name,Kind,Post,Helps us,Time", lines[0]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shows_only_after_closing_stands_as_a_count_until_then()
    {
        await Site.Writer.RunAsync(w => w.Execute("UPDATE activity SET reveal = 'AfterClose' WHERE id = @id", new { id = Planted.Activities[0] }));
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.DoesNotContain("four minutes", page, StringComparison.Ordinal);
        Assert.Contains("2 people wrote", page, StringComparison.Ordinal);
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.Equal(2.0, stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single()["People who wrote"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1")]
    [InlineData("-2 degrees")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public async Task No_cell_of_either_export_begins_as_a_formula_does(string text)
    {
        using var bo = await PlainPhone.JoinAsync(Planted, Site, "Bo Lind");
        await bo.PostAsync(text);
        var mari = await SignedInAsync("Mari Kask");
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        var cells = stream.Query().Cast<IDictionary<string, object>>().SelectMany(row => row.Values).OfType<string>().ToList();
        Assert.Contains("'" + text, cells);
        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@＝".Contains(cell[0], StringComparison.Ordinal));
        using var zip = new ZipArchive(new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=csv")));
        using var csv = new StreamReader(zip.Entries.Single().Open(), Encoding.UTF8);
        Assert.Contains($",'{text},", await csv.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    public void No_sign_that_a_spreadsheet_passes_over_hides_a_formula(string text) => Assert.Equal("'" + text, Formula.Harmless(text));

    [Fact]
    public async Task What_was_hidden_is_in_neither_summary_nor_export_and_its_author_alone_takes_it_along()
    {
        using var bo = await PlainPhone.JoinAsync(Planted, Site, "Bo Lind");
        await bo.PostAsync("Ivan at number nine never pays");
        await Site.Writer.RunAsync(w => w.Execute("UPDATE post SET state = 'Hidden' WHERE text LIKE 'Ivan%'") + w.Execute("UPDATE device SET assurance = 'Vouched'"));
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.Contains("four minutes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivan", page, StringComparison.Ordinal);
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.DoesNotContain(
            stream.Query().Cast<IDictionary<string, object>>().SelectMany(row => row.Values).OfType<string>(),
            cell => cell.Contains("Ivan", StringComparison.Ordinal));
        Assert.Contains("Ivan", await bo.Client.GetStringAsync($"/w/{Planted.Workshop}/mine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_activity_has_a_sheet_and_what_is_private_is_a_number_there()
    {
        await Site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE agenda_item SET started_at = @Now", new { w.Now });
            w.Execute("UPDATE activity SET kind = 'posts', name_mode = 'Private', title = 'Alone: [a/b]' WHERE id = @id", new { id = Planted.Activities[1] });
            w.Execute("UPDATE activity SET kind = 'poll', name_mode = 'Private', title = 'What have you learned', settings = '{\"Form\":\"Text\"}' WHERE id = @id", new { id = Planted.Activities[2] });
            w.Execute("""
                INSERT INTO poll_answer (id, activity_id, participant_id, text, answered_at)
                SELECT @answer, @activity, min(id), 'For nobody else', @Now FROM participant
                """, new { answer = Tokens.New(), activity = Planted.Activities[2], w.Now });
            w.Execute("""
                INSERT INTO post (id, activity_id, participant_id, kind, text, sort_key, state, posted_at)
                SELECT @post, @activity, min(id), 'Learning', 'For me alone', '1', 'Shown', @Now FROM participant
                """, new { post = Tokens.New(), activity = Planted.Activities[1], w.Now });
            w.Execute("INSERT INTO answered (activity_id, participant_id, times) SELECT @activity, min(id), 1 FROM participant", new { activity = Planted.Activities[1] });
            return true;
        });
        var mari = await SignedInAsync("Mari Kask");
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.Equal(["What have you learned", "Alone   a b", "What have you learned 2"], stream.GetSheetNames());
        Assert.Equal(1.0, stream.Query(useHeaderRow: true, sheetName: "Alone   a b").Cast<IDictionary<string, object>>().Single()["People who wrote"]);
        Assert.Equal(1.0, stream.Query(useHeaderRow: true, sheetName: "What have you learned 2").Cast<IDictionary<string, object>>().Single()["Answers"]);
        var all = stream.GetSheetNames().SelectMany(sheet => stream.Query(sheetName: sheet).Cast<IDictionary<string, object>>())
            .SelectMany(row => row.Values).OfType<string>();
        Assert.DoesNotContain(all, cell => cell.Contains("For me alone", StringComparison.Ordinal) || cell.Contains("For nobody else", StringComparison.Ordinal));
    }
}
