using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace WorkshopHub.Web.People.Import;

/// <summary>Reads the rows of a workbook's first sheet that has some. Nothing of it is written to a disk on the way.</summary>
public static class WorkbookRows
{
    /// <summary>The rows with their numbers.</summary>
    public static IReadOnlyList<(int Number, string[] Cells)> Read(byte[] content)
    {
        var how = new OpenXmlConfiguration { EnableSharedStringCache = false };
        using var names = new MemoryStream(content);
        foreach (var sheet in names.GetSheetNames())
        {
            using var stream = new MemoryStream(content);
            var rows = stream.Query(useHeaderRow: false, sheetName: sheet, configuration: how).Cast<IDictionary<string, object?>>()
                .Take(ImportTable.LinesMax + 100).Select((row, at) => (at + 1, row.Values.Take(ImportTable.ColumnsMax + 1).Select(Text).ToArray())).ToList();
            if (rows.Exists(row => row.Item2.Any(cell => cell.Length > 0)))
            {
                return rows;
            }
        }

        return [];
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
