using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>A form in which a published report can be downloaded.</summary>
/// <param name="Ending">Its file's ending, which is also its address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ContentType">What it is sent as.</param>
/// <param name="Write">Makes the file.</param>
public sealed record ReportForm(string Ending, string Name, string ContentType, Func<OutcomeReport, byte[]> Write)
{
    /// <summary>All forms.</summary>
    public static IReadOnlyList<ReportForm> All { get; } =
    [
        new("pptx", "Slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ReportDeck.Of),
        new("xlsx", "Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbooks.Of),
        new("csv", "Figures as CSV", "text/csv; charset=utf-8", ReportCsv.Of),
        new("json", "For other systems", "application/json; charset=utf-8", JsonForm.Of),
    ];

    /// <summary>The address of a version in this form.</summary>
    public string Of(long programme, long number) => $"/programmes/{programme}/report/{number}.{Ending}";

    /// <summary>The file's name: the programme, which version, of which day.</summary>
    public static string FileName(ReportHead head, string ending) => $"{Named(head.Programme)}, outcome report {head.Number}, {LocalDay.Text(head.MadeOn)}.{ending}";

    // What no system of files takes in a name, or takes for a way to another folder.
    private static string Named(string name)
    {
        var clean = Line.Clean(string.Concat(XmlText.Clean(name).Select(sign => "\\/:*?\"<>|".Contains(sign, StringComparison.Ordinal) || char.IsControl(sign) ? ' ' : sign))).Trim(' ', '.');
        return clean.Length == 0 ? "Programme" : clean.Length > 80 ? XmlText.Clean(clean[..80]).TrimEnd() : clean;
    }
}

/// <summary>The addresses at which a published version is downloaded in its other forms.</summary>
public static class FormsSetup
{
    /// <summary>Whoever reads the version's page gets its files; for everybody else they are not there.</summary>
    public static IEndpointRouteBuilder MapReportForms(this IEndpointRouteBuilder app)
    {
        foreach (var form in ReportForm.All)
        {
            app.MapGet($"/programmes/{{id:long}}/report/{{number:long}}.{form.Ending}", (HttpContext http, long id, long number, Db db, Writer writer) => FileAsync(http, form, id, number, db, writer));
        }

        return app;
    }

    private static async Task<Results<FileContentHttpResult, NotFound, ChallengeHttpResult>> FileAsync(HttpContext http, ReportForm form, long id, long number, Db db, Writer writer)
    {
        var viewer = await http.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return TypedResults.Challenge();
        }

        var report = await db.ReadAsync(
            reads => ReportRights.Of(viewer, reads, id).MayRead ? ReportVersion.Report(reads, id, number) : null, http.RequestAborted);
        if (report is null)
        {
            return TypedResults.NotFound();
        }

        await writer.RunAsync(writes =>
        {
            Audit.Note(writes, viewer.PersonId, null, $"export-report-{form.Ending}", "programme", id);
            return true;
        });
        http.Response.Headers.CacheControl = "private, no-cache"; // words that were taken back since are not in it
        return TypedResults.File(form.Write(report), form.ContentType, ReportForm.FileName(report.Head, form.Ending));
    }
}
