using WorkshopHub.Web.Workshops.Phone;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>What joining and the phones need in the house.</summary>
public static class JoinSetup
{
    /// <summary>Registers the door of the room and its phones.</summary>
    public static IServiceCollection AddJoin(this IServiceCollection services) => services
        .AddSingleton<WrongCodes>()
        .AddSingleton<GuestPace>()
        .AddSingleton<JoinLive>()
        .AddSingleton<PhoneLive>()
        .AddHostedService<DoorWatch>()
        .AddSingleton<Pace>();
}
