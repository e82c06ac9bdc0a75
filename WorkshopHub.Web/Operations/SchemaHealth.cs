using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Operations;

/// <summary>Whether the file has all changes of this version, and can be read.</summary>
internal sealed class SchemaHealth(Db db) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var newest = await db.ReadAsync(reads => reads.First<string>("SELECT max(name) FROM schema_migration"), cancellationToken);
        return newest == Script.Embedded()[^1].Name
            ? HealthCheckResult.Healthy("The file is of this version.")
            : HealthCheckResult.Unhealthy("The file is not of this version: start the program again.");
    }
}
