using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Live;

/// <summary>
/// The program ends on purpose: every open page is told before its line is cut, so that it says "being started again" and not
/// that something broke.
/// </summary>
public sealed class Farewell(IHubContext<LiveHub> hub, Connections connections, IHostApplicationLifetime life, ILogger<Farewell> log) : IHostedService
{
    /// <summary>
    /// How long the program waits for whoever is still sending or hanging on when it ends: a room that waits for the new one
    /// must not wait for one dead phone. What is written by then is committed long before.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _onItsWay = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The lines are cut right after this token's callbacks, whatever is on its way: here, and only here, somebody waits.
        life.ApplicationStopping.Register(() =>
        {
            if (connections.All.Any())
            {
                Task.WhenAll(TellAsync(), Task.Delay(_onItsWay, CancellationToken.None)).Wait(_longest, CancellationToken.None);
            }
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TellAsync()
    {
        try
        {
            await hub.Clients.All.SendAsync("stopping", CancellationToken.None);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "Not every page could be told that the program ends.");
        }
    }
}
