using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Waiting;

namespace WorkshopHub.Web.Programmes;

/// <summary>What programmes need in the house.</summary>
public static class ProgrammesSetup
{
    /// <summary>Registers what programmes have waiting for people, and that a new manager takes over in the set.</summary>
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<IOwnLinks, OwnPreparation>().AddSingleton<IOwnLinks, OwnConsents>().AddSingleton<IOwnLinks, OwnGoals>().AddSingleton<IManagerFollows, SupervisorsFollow>()
        .AddSingleton<IForgetting, OwnRatings>();
}
