namespace WorkshopHub.Web.Data;

/// <summary>Looks each second whether a backup is to be put in place; then the program ends its work and begins anew.</summary>
internal sealed class RestoreWatch(DataFile file, IHostApplicationLifetime life, ILogger<RestoreWatch> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            if (Restore.IsAsked(file))
            {
                log.LogWarning("A backup is put in place of the data: the program begins anew.");
                life.StopApplication();
                return;
            }
        }
    }
}
