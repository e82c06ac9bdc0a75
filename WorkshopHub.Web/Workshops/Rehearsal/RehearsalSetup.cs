namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>Puts the whole program together a second time: with these options, changed so, and with this first in the way of a request.</summary>
internal delegate WebApplication SecondHouse(
    WebApplicationOptions options, Action<WebApplicationBuilder> change, Action<WebApplication> first);

/// <summary>What rehearsals need in the house.</summary>
internal static class RehearsalSetup
{
    /// <summary>Registers the rehearsals that run, and how the program that a rehearsal runs in is put together.</summary>
    public static IServiceCollection AddRehearsals(this IServiceCollection services, SecondHouse house) => services
        .AddSingleton(house)
        .AddSingleton<CopyHost>()
        .AddSingleton<Rehearsals>()
        .AddHostedService(at => at.GetRequiredService<Rehearsals>());
}
