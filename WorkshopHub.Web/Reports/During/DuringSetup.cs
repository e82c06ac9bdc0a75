using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.During;

/// <summary>What a programme on its way, and what became of it, need in the house.</summary>
public static class DuringSetup
{
    /// <summary>Registers what waits for people, what stands on the pages of roles, and what is due after the final.</summary>
    public static IServiceCollection AddDuring(this IServiceCollection services) => services
        .AddSingleton<IOwnLinks, OwnBecame>().AddSingleton<IOwnLinks, OwnNextSteps>()
        .AddSingleton<IRolePart>(new AnswersPart(Role.Client)).AddSingleton<IRolePart>(new AnswersPart(Role.Champion)).AddSingleton<IRolePart>(new AnswersPart(Role.Supervisor))
        .AddSingleton<IDueWork, AskWhatBecame>().AddSingleton<IDueWork, Renewal>();
}
