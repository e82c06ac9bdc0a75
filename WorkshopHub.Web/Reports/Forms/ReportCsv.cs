using System.Globalization;
using CsvHelper;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>All figures as CSV: RFC 4180, UTF-8 with a mark so that spreadsheet programs know.</summary>
internal static class ReportCsv
{
    /// <summary>The file.</summary>
    public static byte[] Of(OutcomeReport report)
    {
        var table = FormFigures.Of(report, noDay: "");
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in table.Rows.Prepend([.. table.Columns]))
            {
                foreach (var cell in row)
                {
                    writer.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }
}
