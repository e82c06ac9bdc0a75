using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Asking;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>What experts need in the house.</summary>
public static class ExpertsSetup
{
    /// <summary>Registers what waits for somebody whom a set asks in, or asks a question, and what a rehearsal does without.</summary>
    public static IServiceCollection AddExperts(this IServiceCollection services) => services
        .AddSingleton<IOwnLinks, OwnGuests>().AddSingleton<IForgotten, ForgottenAround>()
        .AddSingleton<IOwnLinks, OwnAsked>().AddSingleton<IForgotten, ForgottenAsks>();
}
