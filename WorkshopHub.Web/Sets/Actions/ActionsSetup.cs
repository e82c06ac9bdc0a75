using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What actions need in the house.</summary>
public static class ActionsSetup
{
    /// <summary>Adds the reminder, what waits on a member's page, and what is deleted when its days are over.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<ActionsLive>().AddSingleton<IStillOpen, ActionsStillOpen>()
        .AddSingleton<IDueWork, ActionSoon>().AddSingleton<IOwnLinks, OwnActions>()
        .AddSingleton<IDueWork, Retention>().AddSingleton<IDueWork, BackupLimitWork>().AddSingleton<IDueWork, RetentionTold>().AddSingleton<IOwnLinks, OwnRetention>()
        .AddSingleton<IForgetting, AirtimeNotes>().AddSingleton<IForgotten, AirtimeNotes>();
}
