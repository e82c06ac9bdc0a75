using System.Globalization;
using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>The report as workbook, as CSV and as JSON: the same figures as in the tree, and nothing that runs.</summary>
public sealed class SheetsTests
{
    [Fact]
    public void The_validator_of_the_format_finds_nothing()
    {
        foreach (var report in new[] { ReportExample.Published, HostileReport.Of(), HostileReport.Empty(), HostileReport.Long() })
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Of(report)), isEditable: false);
            Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2016).Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void Every_figure_stands_in_the_workbook_with_its_n_source_and_day_and_what_it_counts()
    {
        var report = ReportExample.Published;
        using var book = new MemoryStream(Workbooks.Of(report));
        var names = book.GetSheetNames();
        Assert.Equal(["Report", "Figures", "Decisions", "Problems", "Measures"], names.Take(5));
        Assert.Equal("Definitions", names[^1]);
        var rows = Rows(book, "Figures");
        foreach (var figure in report.Figures)
        {
            var row = Assert.Single(rows, row => (string)row["Key"] == figure.Key);
            Assert.Equal(figure.IsWithheld ? figure.Words : figure.Value is { } value ? value : Figure.NotRecorded, row["Value"]);
            Assert.Equal((figure.Words, figure.Source, "2026-09-15"), (row["As it is read"], row["Source"], row["Day"]));
            Assert.Equal(figure.N is { } n ? (double)n : null, row["n"]);
        }

        Assert.Equal(rows.Select(row => row["Key"]), Rows(book, "Definitions").Select(row => row["Key"]));
        Assert.Equal(report.Figures.Count + 1, rows.Count); // and the aim of the one measure that has one
    }

    [Fact]
    public void A_figure_without_a_day_says_so_in_the_workbook_and_is_empty_there_in_the_csv()
    {
        var whole = ReportExample.Published;
        var report = whole with { Figures = [.. whole.Figures.Select(figure => figure with { AsOf = null })] };
        using var book = new MemoryStream(Workbooks.Of(report));
        var key = report.Figures[0].Key;
        Assert.Equal("date not recorded", Rows(book, "Figures").First(row => (string)row["Key"] == key)["Day"]);
        Assert.Equal("date not recorded", Rows(book, "Definitions").First(row => (string)row["Key"] == key)["Day"]);
        Assert.Equal("", Csv(ReportCsv.Of(report)).First(row => row[1] == key)[9]);
        Assert.NotEmpty(ReportDeck.Of(report));
    }

    [Fact]
    public void Every_column_is_as_wide_as_its_head_and_none_wider_than_a_screen()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Of(ReportExample.Published)), isEditable: false);
        using var read = new MemoryStream(Workbooks.Of(ReportExample.Published));
        var sheets = book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets)
        {
            var widths = ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Select(one => one.Width!.Value).ToList();
            var heads = read.GetColumns(useHeaderRow: true, sheetName: sheet.Name!.Value).ToList();
            Assert.Equal((sheet.Name.Value, heads.Count), (sheet.Name.Value, widths.Count));
            Assert.All(heads.Zip(widths), one => Assert.InRange(one.Second, Math.Min(64, one.First.Length), 65));
        }
    }

    [Fact]
    public void Tables_hold_what_the_tree_holds()
    {
        using var book = new MemoryStream(Workbooks.Of(ReportExample.Published));
        var actions = Rows(book, "Actions");
        Assert.Equal([("First Knock", 9.0, 15.0), ("Other sets together", 2.0, 4.0)], actions.Select(row => ((string)row["Set"], (double)row["Done"], (double)row["All"])));
        var measure = Rows(book, "Measures")[0];
        Assert.Equal((19.1, 9.5, 10.0, "2026-03-10", "yes"), (measure["Before"], measure["Now"], measure["Target"], measure["Before, until"], measure["Less is better"]));
        var pulse = Rows(book, "Pulse");
        Assert.Equal(
            [("Kick-off", 15.0, 2.5, "1 to 2", 7.0), ("Kick-off", 15.0, 2.5, "3 to 4", 8.0)],
            pulse.Take(2).Select(row => ((string)row["Workshop"], (double)row["n"], (double)row["Mean"], (string)row["From 1, not at all, to 5, fully"], (double)row["How many"])));
        Assert.Equal(
            [
                ("Kick-off", 10.0, 2.4, "1 to 4", 10.0), ("Kick-off", 10.0, 2.4, "5", 0.0),
                ("Mid-term", Figure.FewerThanFive, Figure.FewerThanFive, "", Figure.FewerThanFive),
                ("Final", 9.0, 3.78, "1", 0.0), ("Final", 9.0, 3.78, "2", 0.0), ("Final", 9.0, 3.78, "3 to 5", 9.0),
            ],
            Rows(book, "Goals").Select(row => ((string)row["Moment"], row["n"], row["Mean"], row["From 1, not at all, to 5, fully"] ?? "", row["How many"])));
        Assert.Equal(Figure.FewerThanFive, Rows(book, "Doors")[1]["Median days to open"]);
        Assert.Equal(3.0, measure["Times read"]);
        var decisions = Rows(book, "Decisions");
        Assert.Equal(("done", "Two from the depot", "Ruth Lindqvist", "2026-10-28"), (decisions[0]["What became of the step"], decisions[0]["Said of it"], decisions[0]["Said by"], decisions[0]["Said on"]));
        Assert.Equal(("not answered yet", null), (decisions[1]["Answer"], decisions[1]["What became of the step"]));
        Assert.DoesNotContain("Help", book.GetSheetNames());
        Assert.Equal(Figure.NotRecorded, Rows(book, "Problems")[1]["Tried"]);
        var became = Assert.Single(Rows(book, "What became of it"));
        Assert.Equal(("First Knock", "Clio Client", "Kept", 9.1, "2026-12-20"), (became["Set"], became["Who said so"], became["What became of it"], became["Figure then"], became["Day"]));
    }

    [Fact]
    public void No_cell_of_either_begins_as_a_formula_does_and_names_come_through()
    {
        var report = HostileReport.Of();
        using var book = new MemoryStream(Workbooks.Of(report));
        var cells = book.GetSheetNames().SelectMany(sheet => book.Query(sheetName: sheet).Cast<IDictionary<string, object>>()).SelectMany(row => row.Values).OfType<string>().ToList();
        var csv = Csv(ReportCsv.Of(report)).SelectMany(row => row).ToList();
        foreach (var all in new[] { cells, csv })
        {
            Assert.DoesNotContain(all, cell => cell.Length > 0 && "=+-@＝\t".Contains(cell[0], StringComparison.Ordinal) && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
            Assert.Contains("'=1+1", all);
            Assert.All(HostileReport.Names, name => Assert.Contains(all, cell => cell.Contains(name, StringComparison.Ordinal)));
            Assert.Contains(HostileReport.Mended, all);
        }
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A1")]
    public void Each_sign_with_which_a_program_begins_a_formula_stands_behind_an_apostrophe(string text) =>
        Assert.Equal("'" + text, new FormTable("One", "Text").Row(text).Rows[0][0]);

    [Fact]
    public void The_csv_comes_back_with_every_figure_of_the_tree()
    {
        var report = ReportExample.Published;
        var file = ReportCsv.Of(report);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        var rows = Csv(file);
        Assert.Equal(["Section", "Key", "Figure", "Set", "Value", "Unit", "n", "As it is read", "Source", "Day", "About"], rows[0]);
        foreach (var figure in report.Figures)
        {
            var row = Assert.Single(rows, row => row[1] == figure.Key);
            Assert.Equal(figure.IsWithheld ? figure.Words : figure.Value?.ToString(CultureInfo.InvariantCulture) ?? Figure.NotRecorded, row[4]);
            Assert.Equal(figure.Set?.Name ?? "", row[3]);
        }

        Assert.DoesNotContain(rows.Skip(1), row => row[4] is "0" or "");
    }

    [Fact]
    public void The_json_comes_back_as_the_tree_it_was_and_names_its_form()
    {
        foreach (var report in new[] { ReportExample.Published, HostileReport.Empty() })
        {
            var together = report.Together;
            static NetworkOn? Counted(NetworkOn? net) => net is null ? null : net with { Dots = [], Lines = [] };
            var counted = report with { Together = together is null ? null : together with { Then = Counted(together.Then), Now = Counted(together.Now) } };
            Assert.Equal(ReportJson.Write(counted), ReportJson.Write(JsonForm.Read(JsonForm.Of(report))));
        }

        var text = Encoding.UTF8.GetString(JsonForm.Of(ReportExample.Published));
        Assert.StartsWith("{\n  \"format\": \"workshophub-outcome-report\",\n  \"version\": 3,\n  \"report\": {", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Õnnelik Lõpp", text, StringComparison.Ordinal);
        Assert.Throws<System.Text.Json.JsonException>(() => JsonForm.Read("{\"format\":\"other\",\"version\":1,\"report\":null}"u8));
    }

    [Fact]
    public async Task The_form_of_the_json_is_the_one_that_is_described()
    {
        var described = await File.ReadAllTextAsync(Path.Combine(Repo.Root, "docs", "outcome-report.schema.json"), TestContext.Current.CancellationToken);
        Assert.Equal(described, JsonForm.Schema());
    }

    private static List<IDictionary<string, object>> Rows(Stream book, string sheet) => [.. book.Query(useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object>>()];

    private static List<List<string>> Csv(byte[] file)
    {
        var rows = new List<List<string>>();
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(file.AsSpan(3)), new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
