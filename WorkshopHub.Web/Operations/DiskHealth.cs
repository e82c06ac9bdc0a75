using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Operations;

/// <summary>
/// Whether there is room where the data lies. A workshop writes a few megabytes, a backup the whole file: under a gigabyte is
/// a warning, under a hundred megabytes the server is not ready.
/// </summary>
internal sealed class DiskHealth(DataFile file) : IHealthCheck
{
    private const long Mega = 1024 * 1024;
    private const long Little = 1024 * Mega;
    private const long TooLittle = 100 * Mega;

    /// <summary>How a number of bytes reads, e.g. 1.4 GB.</summary>
    public static string Words(long bytes) => bytes >= 1024 * Mega
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * Mega):0.#} GB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Mega:0.#} MB");

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(file.Folder).AvailableFreeSpace;
        return Task.FromResult(Of(free));
    }

    /// <summary>What so much room means.</summary>
    internal static HealthCheckResult Of(long free) => free switch
    {
        < TooLittle => HealthCheckResult.Unhealthy($"Only {Words(free)} are free on the disk: make room now."),
        < Little => HealthCheckResult.Degraded($"{Words(free)} are free on the disk: make room before the next workshop."),
        _ => HealthCheckResult.Healthy($"{Words(free)} are free on the disk."),
    };
}
