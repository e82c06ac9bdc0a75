using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Check;
using WorkshopHub.Web.Workshops.ControlRoom;
using WorkshopHub.Web.Workshops.Invitations;

namespace WorkshopHub.Web.Workshops;

/// <summary>What the control room needs in the house.</summary>
public static class WorkshopsSetup
{
    /// <summary>Registers the pushes of the run of show and the control room.</summary>
    public static IServiceCollection AddControlRoom(this IServiceCollection services) => services
        .AddSingleton<WorkshopsLive>()
        .AddSingleton<Told>()
        .AddSingleton<IOwnLinks, OwnInvitations>()
        .AddSingleton<IPersonGoes, RepliesGo>()
        .AddSingleton<RoomTrials>()
        .AddHostedService<PeopleWatch>()
        .AddHostedService<OfficeWatch>();
}
