using CsvHelper;

namespace WorkshopHub.Web.People.Import;

/// <summary>Reads the rows of a text: CSV with comma, semicolon, tab or bar between the cells, told from the text itself.</summary>
public static class TextRows
{
    // How many lines are looked at to tell what stands between the cells.
    private const int Looked = 32;

    /// <summary>The rows with the numbers of the lines on which they begin, empty ones left out.</summary>
    public static IReadOnlyList<(int Number, string[] Cells)> Read(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = Between(text) });
        var rows = new List<(int, string[])>();
        while (reader.Read() && rows.Count < ImportTable.LinesMax + 100)
        {
            rows.Add(((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }

        return rows;
    }

    /// <summary>
    /// A sign that is no part of names, where it clearly stands between the cells: tabs, as a spreadsheet copies them, or as many semicolons
    /// or bars in line after line. “Osei, Amara” is one cell then, also without quotation marks. Null where the reader has to tell it.
    /// </summary>
    private static char? Between(string text)
    {
        List<string> lines = [.. text.Split('\n').Select(line => line.Trim('\r')).Where(line => line.Trim().Length > 0).Take(Looked)];
        if (lines.Count == 0 || lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (lines.Count(line => line.Contains('\t', StringComparison.Ordinal)) * 2 > lines.Count)
        {
            return '\t';
        }

        foreach (var sign in ";|")
        {
            var usual = lines.GroupBy(line => Bare(line, sign)).MaxBy(group => group.Count())!;
            if (usual.Key > 0 && usual.Count() * 5 >= lines.Count * 4)
            {
                return sign;
            }
        }

        return null;
    }

    /// <summary>How often a sign stands in a line outside of quotation marks.</summary>
    private static int Bare(string line, char sign)
    {
        var (count, quoted) = (0, false);
        foreach (var one in line)
        {
            quoted ^= one == '"';
            count += one == sign && !quoted ? 1 : 0;
        }

        return count;
    }
}
