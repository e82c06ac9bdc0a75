using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Twice a second: notes where the channels stand, tells a tenth of the connections (so each every five seconds), cuts
/// loose who does not keep up, counts who is here, and forgets regions that nobody asks for.
/// </summary>
public sealed class Heartbeat(
    LiveWire wire, Connections connections, Presence presence, Regions regions, IHubContext<LiveHub> hub, ILogger<Heartbeat> log) : BackgroundService
{
    private const int Slots = 10;
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_tick);
        for (var slot = 0; await timer.WaitForNextTickAsync(stoppingToken); slot = (slot + 1) % Slots)
        {
            try
            {
                Tick(slot);
            }
            catch (Exception problem)
            {
                log.LogError(problem, "A heartbeat failed");
            }
        }
    }

    private void Tick(int slot)
    {
        var now = TimeProvider.System.GetUtcNow();
        wire.Mark(now);
        foreach (var connection in connections.All)
        {
            connection.Measure(wire, now);
            if (connection.IsMute(now))
            {
                connection.Abort();
            }
            else if (connection.IsTooFarBehind(now))
            {
                log.LogInformation(
                    "Connection {Connection} is {Lag} and {Pushes} pushes behind and is closed", connection.Id, connection.Lag.Time, connection.Lag.Pushes);
                connection.Abort();
            }
            else if (connection.Slot % Slots == slot && connection.Channels.Count > 0)
            {
                Send(connection, now);
            }
        }

        presence.Tick(now);
        if (slot == 0)
        {
            regions.Prune();
        }
    }

    private void Send(LiveConnection connection, DateTimeOffset now)
    {
        var channels = connection.Channels.ToDictionary(
            channel => channel, channel => new object[] { wire.Epoch, wire.Seq(channel) }, StringComparer.Ordinal);
        _ = hub.Clients.Client(connection.Id).SendAsync("beat", new Beat(now.ToUnixTimeMilliseconds(), channels)).ContinueWith(
            sent => log.LogDebug(sent.Exception, "A heartbeat was not sent"),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }
}
