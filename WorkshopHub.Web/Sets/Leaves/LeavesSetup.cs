using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
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
        .AddSingleton<IRolePart, ChampionDoors>()
        .AddSingleton<IRolePart>(house => HowTheyAre(house, Role.Champion)).AddSingleton<IRolePart>(house => HowTheyAre(house, Role.Client))
        .AddSingleton<IRolePart>(house => HowTheyAre(house, Role.Supervisor))
        .AddSingleton<IShareable, SharedReflections>().AddSingleton<IShareable, SharedNotes>().AddSingleton<IShareable, SharedDecisions>()
        .AddSingleton<IShareable, SharedActions>().AddSingleton<IShareable, SharedOutcomes>().AddSingleton<IShareable, SharedLearnings>()
        .AddSingleton<IShareable, SharedPosts>()
        .AddSingleton<IStillOpen, LeavesStillOpen>().AddSingleton<IForgotten, ForgottenLeaves>();

    private static HowTheyAre HowTheyAre(IServiceProvider house, Role role) => new(role, house.GetServices<IShareable>());
}
