namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What the composer needs of the house.</summary>
public static class ComposerSetup
{
    /// <summary>One solver for all, so that searches come one after the other.</summary>
    public static IServiceCollection AddComposer(this IServiceCollection services) => services.AddSingleton<Mixer>();
}
