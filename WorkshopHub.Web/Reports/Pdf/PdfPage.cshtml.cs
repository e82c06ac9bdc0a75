using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>
/// A published version as a PDF file. Where no browser is there to make it, the report itself is shown, whose button prints; where
/// it failed, a page says so.
/// </summary>
public sealed class PdfPage(Db db, Writer writer, Pdfs pdfs) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The number of the version.</summary>
    [FromRoute]
    public long Number { get; set; }

    /// <summary>The report.</summary>
    public OutcomeReport Report { get; private set; } = null!;

    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!pdfs.CanMake)
        {
            return LocalRedirect($"/programmes/{Id}/report/{Number}");
        }

        if (await pdfs.GetAsync(new PrintedVersion(Id, Number), ReportJson.Write(Report)) is { } file)
        {
            await TryAsync(writes => Audit.Note(writes, Me, null, "export-report-pdf", "programme", Id));
            Response.Headers.CacheControl = "private, no-cache";
            return PhysicalFile(file, "application/pdf", ReportForm.FileName(Report.Head, "pdf"));
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(reads =>
    {
        if (!ReportRights.Of(Viewer, reads, Id).MayRead || ReportVersion.Report(reads, Id, Number) is not { } report)
        {
            return false;
        }

        Report = report;
        return true;
    }) ? null : NotFound();
}
