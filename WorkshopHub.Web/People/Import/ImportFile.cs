using System.IO.Compression;
using System.Text;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>Reads a file as people have it. What it is is told from its content, not from its name.</summary>
public static class ImportFile
{
    // What a workbook may unfold to, in bytes: far more than two thousand people need.
    private const long UnfoldedMax = 64 * 1024 * 1024;

    /// <summary>Reads a file into a table.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="letters">The alphabet of a text that does not say it itself, by <see cref="Alphabets"/>; null to tell it from the content.</param>
    /// <exception cref="RefusedException">It is no file of rows, or nothing or far too much is in it.</exception>
    public static ImportTable Read(string name, byte[] content, string? letters = null)
    {
        var file = Line.Clean(Path.GetFileName(name));
        return ImportTable.Of(file.Length > 100 ? file[^100..] : file, content switch
        {
            [] => throw new RefusedException("File", "This file is empty."),
            [(byte)'P', (byte)'K', 3, 4, ..] => Workbook(content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new RefusedException("File",
                "This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx without a password, or as CSV."),
            _ when file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) => throw new RefusedException("File",
                "Its name ends with .xlsx, and it is no workbook. Save it once more from a spreadsheet program, or as CSV."),
            _ => TextRows.Read(Decode(content, letters)),
        });
    }

    /// <summary>The text of a file: by its mark, else UTF-8 where all of it is that, else Windows-1252, which takes everything.</summary>
    /// <exception cref="RefusedException">It holds no text.</exception>
    public static string Decode(byte[] content, string? letters = null)
    {
        var text = content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content, 2, content.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(content),
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(content),
            _ => Unmarked(content, letters),
        };
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new RefusedException("File", "This is no list. Choose a CSV file or an Excel workbook (.xlsx).") : text;
    }

    /// <summary>Old alphabets of files that say nothing of theirs: key and name.</summary>
    public static IReadOnlyList<(string Key, string Name, int Page)> Alphabets { get; } =
    [
        ("western", "Western European", 1252), ("central", "Central European", 1250), ("cyrillic", "Cyrillic", 1251), ("greek", "Greek", 1253),
        ("turkish", "Turkish", 1254), ("baltic", "Baltic", 1257),
    ];

    /// <summary>Whether nothing in a file says how its letters are written, and nobody else has either.</summary>
    public static bool IsGuess(byte[] content, string? letters) => string.IsNullOrEmpty(letters) && !IsUtf8(content)
        && content is not ([(byte)'P', (byte)'K', ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..]);

    private static int Page(string? letters) => Alphabets.FirstOrDefault(one => one.Key == letters) is { Page: > 0 } known ? known.Page : 1252;

    private static bool IsUtf8(byte[] content)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Unmarked(byte[] content, string? letters)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Page(letters))!.GetString(content);
        }
    }

    private static IReadOnlyList<(int Number, string[] Cells)> Workbook(byte[] content)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read))
            {
                if (zip.Entries.Sum(entry => entry.Length) > UnfoldedMax || zip.GetEntry("xl/workbook.xml") is null)
                {
                    throw new InvalidDataException();
                }
            }

            return WorkbookRows.Read(content);
        }
        catch (Exception broken) when (broken is not RefusedException)
        {
            throw new RefusedException("File", "This workbook can’t be read. Open it in a spreadsheet program and save it once more as .xlsx, or as CSV.");
        }
    }
}
