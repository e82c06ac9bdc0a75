using WorkshopHub.Tests.Data;

#pragma warning disable CA1050, IDE0130 // the runtime finds a start-up hook by this name, outside any namespace
/// <summary>
/// Lets this very program be the child process of <see cref="KillTests"/>: the runtime calls it before Main, where the
/// environment names this assembly in DOTNET_STARTUP_HOOKS.
/// </summary>
internal static class StartupHook
#pragma warning restore CA1050, IDE0130
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(KilledChild.Variable) is { Length: > 0 } work)
        {
            KilledChild.Run(work);
        }
    }
}
