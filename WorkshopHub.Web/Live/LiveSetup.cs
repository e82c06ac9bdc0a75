using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Live;

/// <summary>What the live wire needs in the house.</summary>
public static class LiveSetup
{
    /// <summary>Where browsers connect.</summary>
    public const string HubPath = "/hub";

    private const int LargestCall = 8 * 1024;

    /// <summary>Registers the wire, its pump and heartbeat, presence and kept regions.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveWire>();
        services.AddSingleton<Partials>();
        services.AddSingleton<Pieces>();
        services.AddSingleton<Regions>();
        services.AddSingleton<Connections>();
        services.AddSingleton<Presence>();
        services.AddSingleton<Shown>();
        services.AddHostedService(provider => provider.GetRequiredService<Shown>());
        services.AddHostedService<Farewell>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell.Patience);
        services.AddHostedService<Pump>();
        services.AddHostedService<Heartbeat>();
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
            hub.MaximumReceiveMessageSize = LargestCall;
            hub.AddFilter<LiveLimits>();
        }).AddJsonProtocol(json => Pieces.Relax(json.PayloadSerializerOptions));
        services.AddSingleton<LiveLimits>();
        return services;
    }

    /// <summary>Refuses foreign pages and maps the hub. Call it before anything that answers by itself.</summary>
    public static WebApplication MapLive(this WebApplication app)
    {
        app.UseMiddleware<OriginGuard>();
        app.MapHub<LiveHub>(HubPath, hub =>
        {
            hub.CloseOnAuthenticationExpiration = true;
            hub.ApplicationMaxBufferSize = LargestCall * 2;
        });
        return app;
    }
}
