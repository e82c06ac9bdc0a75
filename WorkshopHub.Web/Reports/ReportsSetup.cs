using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Reports;

/// <summary>What reports need in the house.</summary>
public static class ReportsSetup
{
    /// <summary>Registers what stands on people's own pages.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<IOwnLinks, Outcome.OwnReports>();
}
