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
            Assert.Equal(figure.IsWithheld ? Figure.FewerThanFive : figure.Value is { } value ? value : Figure.NotRecorded, row["Value"]);
            Assert.Equal((figure.Words, figure.Source, "2026-09-15"), (row["As it is read"], row["Source"], row["Day"]));
            Assert.Equal(figure.N is { } n ? (double)n : null, row["n"]);
        }

        Assert.Equal(rows.Select(row => row["Key"]), Rows(book, "Definitions").Select(row => row["Key"]));
        Assert.Equal(report.Figures.Count + 1, rows.Count); // and the aim of the one measure that has one
    }

    [Fact]
    public void Tables_hold_what_the_tree_holds()
    {
        using var book = new MemoryStream(Workbooks.Of(ReportExample.Published));
        var actions = Rows(book, "Actions");
        Assert.Equal([("First Knock", 9.0, 15.0), ("Others together", 2.0, 4.0)], actions.Select(row => ((string)row["Set"], (double)row["Done"], (double)row["All"])));
        var measure = Rows(book, "Measures")[0];
        Assert.Equal((19.1, 9.5, 10.0, "2026-03-10", "yes"), (measure["Before"], measure["Now"], measure["Target"], measure["Before, until"], measure["Less is better"]));
        var pulse = Rows(book, "Pulse");
        Assert.Equal((15.0, 2.0, 5.0, "Kick-off"), (pulse[0]["n"], pulse[0]["1 not at all"], pulse[0]["2"], pulse[0]["Workshop"]));
        Assert.Equal(
            [
                ("Kick-off", 10.0, 2.4, "1 to 4", 10.0), ("Kick-off", 10.0, 2.4, "5", 0.0),
                ("Mid-term", Figure.FewerThanFive, Figure.FewerThanFive, "", Figure.FewerThanFive),
                ("Final", 9.0, 3.78, "1", 0.0), ("Final", 9.0, 3.78, "2", 0.0), ("Final", 9.0, 3.78, "3 to 5", 9.0),
            ],
            Rows(book, "Goals").Select(row => ((string)row["Moment"], row["n"], row["Mean"], row["From 1, not at all, to 5, fully"] ?? "", row["How many"])));
        Assert.Equal(Figure.NotRecorded, Rows(book, "Doors")[1]["Median days to open"]);
        Assert.Equal("not answered yet", Rows(book, "Decisions")[1]["Answer"]);
        Assert.DoesNotContain("Help", book.GetSheetNames());
        Assert.Equal(Figure.NotRecorded, Rows(book, "Problems")[1]["Tried"]);
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
            Assert.Equal(figure.IsWithheld ? Figure.FewerThanFive : figure.Value?.ToString(CultureInfo.InvariantCulture) ?? Figure.NotRecorded, row[4]);
            Assert.Equal(figure.Set?.Name ?? "", row[3]);
        }

        Assert.DoesNotContain(rows.Skip(1), row => row[4] is "0" or "");
    }

    [Fact]
    public void The_json_comes_back_as_the_tree_it_was_and_names_its_form()
    {
        foreach (var report in new[] { ReportExample.Published, HostileReport.Empty() })
        {
            Assert.Equal(ReportJson.Write(report), ReportJson.Write(JsonForm.Read(JsonForm.Of(report))));
        }

        var text = Encoding.UTF8.GetString(JsonForm.Of(ReportExample.Published));
        Assert.StartsWith("{\n  \"format\": \"workshophub-outcome-report\",\n  \"version\": 1,\n  \"report\": {", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
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
