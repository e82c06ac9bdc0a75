using CsvHelper;

namespace WorkshopHub.Web.People.Import;

/// <summary>Reads the rows of a text: CSV with comma, semicolon, tab or bar between the cells, told from the text itself.</summary>
public static class TextRows
{
    private static readonly CsvReaderOptions _how = new() { HasHeader = false, TrackLineNumbers = true };

    /// <summary>The rows with the numbers of the lines on which they begin, empty ones left out.</summary>
    public static IReadOnlyList<(int Number, string[] Cells)> Read(string text)
    {
        using var reader = CsvReader.FromText(text, _how);
        var rows = new List<(int, string[])>();
        while (reader.Read() && rows.Count < ImportTable.LinesMax + 100)
        {
            rows.Add(((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }

        return rows;
    }
}
