using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Web.Reports;

/// <summary>What reports need in the house.</summary>
public static class ReportsSetup
{
    /// <summary>Registers what stands on people's own pages, what leaves published reports, and what makes PDF files.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<IOwnLinks, Outcome.OwnReports>().AddSingleton<IOwnLinks, Editor.OwnQuotes>()
        .AddSingleton<IPersonGoes, Outcome.NamesTakenOut>().AddSingleton<IForgetting, Outcome.PicturesTakenOut>()
        .AddSingleton<PrintingBrowser>().AddSingleton<PrintTickets>().AddSingleton<PdfPrinter>().AddSingleton<Pdfs>();
}
