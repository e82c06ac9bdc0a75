using System.Reflection;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Activities;

/// <summary>What activities need in the house.</summary>
public static class ActivitiesSetup
{
    private static readonly Type[] _kinds =
        [.. typeof(ActivityKind).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ActivityKind)) && !type.IsAbstract)];

    /// <summary>
    /// Registers every kind of this assembly, and what a kind needs of its own: its public static Register, where it has one.
    /// </summary>
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        foreach (var kind in _kinds)
        {
            services.AddSingleton(typeof(ActivityKind), kind);
            kind.GetMethod("Register", BindingFlags.Public | BindingFlags.Static)?.Invoke(null, [services]);
        }

        services.AddSingleton<ActivityKinds>().AddSingleton<WallViews>();
        services.AddSingleton<IOwnLinks, OwnActivities>();
        return services;
    }
}
