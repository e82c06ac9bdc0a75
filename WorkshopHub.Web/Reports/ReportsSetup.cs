using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Web.Reports;

/// <summary>What reports need in the house.</summary>
public static class ReportsSetup
{
    /// <summary>Registers what stands on people's own pages, and what makes PDF files.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<IOwnLinks, Outcome.OwnReports>()
        .AddSingleton<PrintingBrowser>().AddSingleton<PrintTickets>().AddSingleton<PdfPrinter>().AddSingleton<Pdfs>();
}
