using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Doors;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Reflections;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What reflection, what leaves the room and doors need in the house.</summary>
public static class LeavesSetup
{
    /// <summary>Registers what waits for people, what stands on the pages of roles, and whose items can be shown.</summary>
    public static IServiceCollection AddLeaves(this IServiceCollection services) => services
        .AddSingleton<IOwnLinks, OwnDoors>().AddSingleton<IOwnLinks, OwnYeses>().AddSingleton<IOwnLinks, OwnOverview>()
        .AddSingleton<IRolePart, ChampionDoors>().AddSingleton<IRolePart, HowTheyAre>()
        .AddSingleton<IShareable, SharedReflections>()
        .AddSingleton<IStillOpen, LeavesStillOpen>();
}
