using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>
/// A published version as the printing browser gets it. Nobody is signed in here: the address itself opens it, once, and only to
/// this computer. So nothing stands on it that only some readers may see.
/// </summary>
public sealed class PrintPage(Db db, PrintTickets tickets, SiteAddress site, IConfiguration configuration) : PageModel
{
    /// <summary>The key of the ticket.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>The report.</summary>
    public OutcomeReport Report { get; private set; } = null!;

    /// <summary>The address of this house, or null where nobody has chosen it.</summary>
    public string? Address { get; private set; }

    /// <summary>The paper is Letter and not A4: Reports:Paper says so.</summary>
    public bool IsLetter => string.Equals(configuration["Reports:Paper"], "Letter", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands over every page but the first.</summary>
    public static string Running(ReportHead head) =>
        string.Join(" · ", new[] { head.Programme, "Outcome report", $"{head.VersionWords}, {Draw.Year(head.MadeOn)}" });

    /// <summary>Whether who asks from an address is this same computer, at which it was asked.</summary>
    public static bool IsThisComputer(IPAddress? remote, IPAddress? local) => remote is null || IPAddress.IsLoopback(remote) || remote.Equals(local);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!IsThisComputer(HttpContext.Connection.RemoteIpAddress, HttpContext.Connection.LocalIpAddress) || tickets.Take(Key) is not { } version
            || await db.ReadAsync(reads => (Report: ReportVersion.Report(reads, version.Programme, version.Number), Address: site.Of(reads))) is not { Report: { } report } found)
        {
            return NotFound();
        }

        (Report, Address) = (report, found.Address);
        Response.Headers.CacheControl = "no-store";
        Response.OnCompleted(() =>
        {
            if (Response.StatusCode == StatusCodes.Status200OK)
            {
                tickets.Answered(Key);
            }

            return Task.CompletedTask;
        });
        return Page();
    }
}
