using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Operations;

/// <summary>Really commits: a full disk, a file that another program holds and a writer that stands still are all noticed.</summary>
internal sealed class WriterHealth(Writer writer) : IHealthCheck
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await writer.RunAsync(_ => true, cancellationToken).WaitAsync(_longest, cancellationToken);
            return HealthCheckResult.Healthy("What people write is stored.");
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("Storing takes longer than three seconds.");
        }
        catch (Exception problem) when (problem is BusyException or StorageException)
        {
            return HealthCheckResult.Unhealthy("Nothing can be stored: see whether the disk is full and whether another program holds the file.");
        }
    }
}
