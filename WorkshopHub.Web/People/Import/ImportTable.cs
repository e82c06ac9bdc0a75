using System.Text.Encodings.Web;
using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People.Import;

/// <summary>A line of a file.</summary>
/// <param name="N">Its number in the file, from 1, as a spreadsheet program counts.</param>
/// <param name="C">Its cells.</param>
/// <param name="M">What was mended here, by field; null where nothing was.</param>
public sealed record ImportLine(int N, string[] C, Dictionary<string, string>? M = null);

/// <summary>
/// What was in a file. It is kept nowhere: it travels in the page's form, from look to look, until somebody confirms.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Headings">What stands above the columns.</param>
/// <param name="Lines">The rows below.</param>
public sealed record ImportTable(string File, IReadOnlyList<string> Headings, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>The most rows of one file.</summary>
    public const int LinesMax = 2000;

    /// <summary>The most columns.</summary>
    public const int ColumnsMax = 60;

    /// <summary>The longest cell, in characters.</summary>
    public const int CellMax = 500;

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the columns are about: as far as headings say it, and an e-mail is known by its looks.</summary>
    public IReadOnlyList<string> Guess()
    {
        var guess = ImportField.Guess(Headings).ToArray();
        if (!guess.Contains(ImportField.Email, StringComparer.Ordinal)
            && Enumerable.Range(0, guess.Length).FirstOrDefault(at => guess[at].Length == 0 && LooksLikeEmail(at), -1) is var mail and >= 0)
        {
            guess[mail] = ImportField.Email;
        }

        if (!guess.Any(key => key is ImportField.Name or ImportField.First or ImportField.Last) && Array.IndexOf(guess, "") is var free and >= 0)
        {
            guess[free] = ImportField.Name;
        }

        return guess;
    }

    /// <summary>The table as a text for a form.</summary>
    public string ToText() => JsonSerializer.Serialize(this, _json);

    /// <summary>The table from a form's text; null where it is none of ours.</summary>
    public static ImportTable? FromText(string? text)
    {
        try
        {
            var table = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<ImportTable>(text, _json);
            return table is { File: not null, Headings: { Count: <= ColumnsMax } headings, Lines: { Count: <= LinesMax } lines }
                && headings.All(one => one is not null) && lines.All(line => line is { C: not null } && line.C.Length == headings.Count && line.C.All(cell => cell is { Length: <= CellMax }))
                && lines.DistinctBy(line => line.N).Count() == lines.Count && lines.All(line => line.N > 0) ? table : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same table with fields of its lines mended.</summary>
    /// <param name="mends">What was typed, by the line's number and the field's key.</param>
    public ImportTable Mended(ILookup<int, (string Field, string Text)> mends) => this with
    {
        Lines =
        [
            .. Lines.Select(line => !mends.Contains(line.N) ? line : line with
            {
                M = mends[line.N].Aggregate(new Dictionary<string, string>(line.M ?? [], StringComparer.Ordinal), (all, mend) =>
                {
                    all[mend.Field] = mend.Text.Length > CellMax ? mend.Text[..CellMax] : mend.Text;
                    return all;
                }),
            }),
        ],
    };

    /// <summary>Makes a table of the rows of a file: the headings are the first row in which most headings are known.</summary>
    /// <exception cref="RefusedException">Nothing is in it, or far too much.</exception>
    public static ImportTable Of(string file, IReadOnlyList<(int Number, string[] Cells)> rows)
    {
        var filled = rows.Select(row => (row.Number, Cells: row.Cells.Select(Clean).ToArray()))
            .Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        if (filled.Count == 0)
        {
            throw new RefusedException("File", "There is nothing in this file.");
        }

        if (filled.Find(row => row.Cells.Any(cell => cell.Length > CellMax)) is { Number: > 0 } long1)
        {
            throw new RefusedException("File",
                $"Row {long1.Number} has a cell of more than {CellMax} characters. Perhaps a quotation mark is opened there and never closed.");
        }

        var columns = filled.Max(row => Array.FindLastIndex(row.Cells, cell => cell.Length > 0) + 1);
        if (columns > ColumnsMax || filled.Count > LinesMax + 1)
        {
            throw new RefusedException("File", columns > ColumnsMax
                ? $"{columns} columns are a lot. Leave in the file what is about people, {ColumnsMax} at most."
                : $"{filled.Count - 1} rows are a lot at once. Split the file into parts of {LinesMax} at most.");
        }

        var top = filled.Take(10).Select((row, at) => (At: at, Known: ImportField.Known(row.Cells))).OrderByDescending(row => row.Known).First();
        var hasHeadings = top.Known > 0 || !filled[0].Cells.Any(PersonDetails.IsEmail);
        var at = hasHeadings ? top.At : -1;
        var headings = Enumerable.Range(0, columns).Select(column => at >= 0 && column < filled[at].Cells.Length && filled[at].Cells[column].Length > 0
            ? filled[at].Cells[column] : $"Column {(char)('A' + (column % 26))}").ToList();
        var lines = filled.Skip(at + 1).Select(row => new ImportLine(row.Number, Fit(row.Cells, columns))).ToList();
        return lines.Count > 0 ? new ImportTable(file, headings, lines)
            : throw new RefusedException("File", "There are headings in this file, but nobody below them.");
    }

    /// <summary>What a line says about a field: what was mended, else the cell of its column.</summary>
    /// <param name="line">The line.</param>
    /// <param name="columns">What the columns are about.</param>
    /// <param name="field">The field's key.</param>
    public static string Value(ImportLine line, IReadOnlyList<string> columns, string field)
    {
        if (line.M?.TryGetValue(field, out var mended) is true)
        {
            return Line.Clean(mended);
        }

        for (var at = 0; at < columns.Count && at < line.C.Length; at++)
        {
            if (columns[at] == field)
            {
                return line.C[at];
            }
        }

        return "";
    }

    private bool LooksLikeEmail(int column)
    {
        var cells = Lines.Select(line => line.C[column]).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(cell => cell.Contains('@', StringComparison.Ordinal)) * 2 > cells.Count;
    }

    private static string Clean(string cell) => Formula.Meant(Line.Clean(cell));

    private static string[] Fit(string[] cells, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => column < cells.Length ? cells[column] : "")];
}
