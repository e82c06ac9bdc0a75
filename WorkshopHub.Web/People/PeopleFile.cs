using CsvHelper;
using MiniExcelLibs;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>People as a file: the same columns that the import knows, so that a file can go out, be changed and come back.</summary>
public static class PeopleFile
{
    /// <summary>The columns in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["Name", "E-mail", "Job title", "Discipline", "Part of the organisation", "Site", "Manager"];

    /// <summary>As CSV: RFC 4180, UTF-8 with a mark so that spreadsheet programs know.</summary>
    public static byte[] Csv(IEnumerable<PersonLine> people)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in people.Select(Cells).Prepend([.. Columns]))
            {
                foreach (var cell in row)
                {
                    writer.WriteField(cell);
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>As workbook (XLSX) of one sheet.</summary>
    public static byte[] Workbook(IEnumerable<PersonLine> people)
    {
        var rows = people.Select(Cells).DefaultIfEmpty([.. Columns.Select(_ => "")])
            .Select(row => Columns.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second)).ToList();
        using var stream = new MemoryStream();
        stream.SaveAs(rows, sheetName: "People");
        return stream.ToArray();
    }

    private static string[] Cells(PersonLine person) =>
    [
        .. new[]
        {
            person.Name, person.Email ?? "", person.JobTitle, person.Discipline, person.Unit, person.Site, person.ManagerEmail ?? person.Manager,
        }.Select(Formula.Harmless),
    ];
}
