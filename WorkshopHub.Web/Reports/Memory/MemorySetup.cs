using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Web.Reports.Memory;

/// <summary>What the memory of the programmes needs in the house.</summary>
public static class MemorySetup
{
    /// <summary>Registers what it puts beside the work on a new programme.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services) => services.AddSingleton<IProgrammePart, EarlierLearned>();
}
