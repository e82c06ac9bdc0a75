using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Operations;

/// <summary>What whoever runs the server asks it: is it alive, is it ready, how does it go.</summary>
public static class OperationsSetup
{
    private const string Ready = "ready";

    /// <summary>
    /// Registers the checks, and sends figures by OpenTelemetry where the environment names a collector
    /// (OTEL_EXPORTER_OTLP_ENDPOINT, as its specification says).
    /// </summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks()
            .AddCheck<WriterHealth>("storing", tags: [Ready])
            .AddCheck<DiskHealth>("room on the disk", tags: [Ready])
            .AddCheck<SchemaHealth>("the file's version", tags: [Ready]);
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(Meters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections")
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
        }

        return services;
    }

    /// <summary>
    /// <c>/health/live</c> and <c>/health</c>: the program answers. <c>/health/ready</c>: it can store, there is room, and the
    /// file is of this version; 503 where not. They say one word, nothing of what is inside.
    /// </summary>
    public static void MapOperations(this WebApplication app)
    {
        var read = new HttpMethodMetadata(["GET"]);
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(read);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(read);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).WithMetadata(read);
    }
}
