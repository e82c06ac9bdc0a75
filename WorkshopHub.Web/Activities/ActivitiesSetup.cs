using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Web.Activities;

/// <summary>What activities need in the house.</summary>
public static class ActivitiesSetup
{
    /// <summary>Registers every kind of this assembly.</summary>
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        foreach (var kind in typeof(ActivityKind).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ActivityKind)) && !type.IsAbstract))
        {
            services.AddSingleton(typeof(ActivityKind), kind);
        }

        services.AddSingleton<ActivityKinds>();
        services.AddSingleton<PostsLive>();
        return services;
    }
}
