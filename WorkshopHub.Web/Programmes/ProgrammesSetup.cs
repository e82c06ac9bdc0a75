using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Programmes.Waiting;

namespace WorkshopHub.Web.Programmes;

/// <summary>What programmes need in the house.</summary>
public static class ProgrammesSetup
{
    /// <summary>Registers what programmes have waiting for people.</summary>
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services.AddSingleton<IOwnLinks, OwnPreparation>();
}
