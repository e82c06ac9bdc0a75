using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Advising;
using WorkshopHub.Web.Sets.Supervision;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What the work of sets needs in the house.</summary>
public static class WorkSetup
{
    /// <summary>Registers what waits for clients, supervisors and members, and what clients, supervisors and advisors see on their pages.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<IRolePart, ClientPart>().AddSingleton<IOwnLinks, OwnWork>().AddSingleton<IOwnLinks, OwnDecisions>()
        .AddSingleton<IRolePart, SupervisorPart>().AddSingleton<IRolePart, AdvisorPart>().AddSingleton<IOwnLinks, OwnTalks>()
        .AddSingleton<IForgotten, ForgottenWork>().AddSingleton<WorkLive>();
}
