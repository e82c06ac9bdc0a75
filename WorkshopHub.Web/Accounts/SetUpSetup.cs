using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>What the set-up of an empty house needs.</summary>
public static class SetUpSetup
{
    /// <summary>Registers the printed link, the house's address and the tests of it.</summary>
    public static IServiceCollection AddSetUp(this IServiceCollection services)
    {
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<ReachTests>();
        services.AddHostedService<SetUpAnnouncement>();
        return services;
    }
}
