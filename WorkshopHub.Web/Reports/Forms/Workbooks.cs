using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>The report as a workbook (XLSX): what it is, all figures, a sheet for each table, and what each figure counts.</summary>
internal static class Workbooks
{
    private const int Widest = 64;

    /// <summary>The workbook.</summary>
    public static byte[] Of(OutcomeReport report) => Save([About(report), FormFigures.Of(report), .. FormTables.Of(report), FormFigures.Definitions(report)]);

    /// <summary>The workbook inside of a chart: its figures, so that they can be edited.</summary>
    public static byte[] Figures(DeckChart chart)
    {
        var table = new FormTable("Figures", [" ", .. chart.Series.Select(series => series.Name)]);
        foreach (var (at, category) in chart.Categories.Index())
        {
            table.Row([category, .. chart.Series.Select(series => (object?)series.Values[at] ?? "")]);
        }

        return Save([table]);
    }

    private static FormTable About(OutcomeReport report)
    {
        var head = report.Head;
        return new FormTable("Report", "What", "Words")
            .Row("Organisation", head.Organisation)
            .Row("Programme", head.Programme)
            .Row("Version", head.VersionWords)
            .Row("Made on", head.MadeOn)
            .Row("Published by", head.PublishedBy)
            .Row("For", head.Sponsors.Count == 0 ? null : string.Join(", ", head.Sponsors.Select(sponsor => sponsor.Name)))
            .Row("From", head.From)
            .Row("Until", head.Until)
            .Row("How to read it", $"“{Figure.NotRecorded}” means that nobody wrote it down; it is never zero. “{Figure.FewerThanFive}” means that it would tell of single people.");
    }

    private static byte[] Save(IReadOnlyList<FormTable> tables)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            tables.ToDictionary(table => table.Name, table => (object)table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)).ToList()),
            configuration: new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None, DynamicColumns = [.. Widths(tables)] });
        return stream.ToArray();
    }

    // A column of one name has one width in all sheets: that of its longest words, up to what a screen shows.
    private static IEnumerable<DynamicExcelColumn> Widths(IReadOnlyList<FormTable> tables) => tables
        .SelectMany(table => table.Columns.Select((name, at) => (Name: name, Width: table.Rows.Select(row => $"{row[at]}".Length).Append(name.Length).Max())))
        .GroupBy(column => column.Name, StringComparer.Ordinal)
        .Select(same => new DynamicExcelColumn(same.Key) { Name = same.Key, Width = Math.Clamp(same.Max(column => column.Width) + 2, 8, Widest) });
}
