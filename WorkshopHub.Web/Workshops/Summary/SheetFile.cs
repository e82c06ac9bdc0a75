using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>Sheets as files.</summary>
public static class SheetFile
{
    /// <summary>One workbook (XLSX) with all sheets.</summary>
    public static byte[] Workbook(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets.ToDictionary(sheet => sheet.Name, sheet => (object)Rows(sheet)));
        return stream.ToArray();
    }

    /// <summary>A zip with a CSV (RFC 4180, UTF-8 with a mark so that spreadsheet programs know) for each sheet.</summary>
    public static byte[] Zip(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var sheet in sheets)
            {
                using var entry = zip.CreateEntry(sheet.Name + ".csv").Open();
                entry.Write(Csv(sheet));
            }
        }

        return stream.ToArray();
    }

    /// <summary>One sheet as CSV.</summary>
    public static byte[] Csv(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Table.Rows.Prepend([.. sheet.Table.Columns]))
        {
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Field(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static List<Dictionary<string, object?>> Rows(Sheet sheet)
    {
        var columns = sheet.Table.Columns.Select((column, n) => sheet.Table.Columns.Take(n).Contains(column) ? $"{column} {n + 1}" : column).ToList();
        var rows = sheet.Table.Rows.Select(row => columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)).ToList();
        return rows.Count > 0 ? rows : [columns.ToDictionary(column => column, _ => (object?)null)];
    }
}
