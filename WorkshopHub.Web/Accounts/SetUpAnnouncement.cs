using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>On a new file, says once the program runs by which link it is set up.</summary>
public sealed class SetUpAnnouncement(Writer writer, IServer server) : IHostedLifecycleService
{
    /// <inheritdoc />
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await SetUpLink.EnsureAsync(writer) is not { } token)
        {
            return;
        }

        var lines = Addresses().Select(address => $"  {address}/setup?t={token}");
        await Console.Out.WriteLineAsync($"""

            WorkshopHub runs, and nobody looks after it yet. Open this in a browser to set it up:

            {string.Join(Environment.NewLine, lines)}

            The link works once. Until then, each start prints a new one and the old one stops working.

            """);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>This computer's own address, and those in its networks where the program listens there.</summary>
    private IEnumerable<string> Addresses()
    {
        foreach (var listen in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            var uri = new Uri(listen.Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
                .Replace("://+", "://0.0.0.0", StringComparison.Ordinal));
            yield return $"{uri.Scheme}://{(SetUpAddresses.IsLoopback(uri.Host) ? "localhost" : uri.Host)}:{uri.Port}";
            if (uri.Host is "0.0.0.0" or "[::]")
            {
                foreach (var number in SetUpAddresses.Numbers())
                {
                    yield return $"{uri.Scheme}://{number}:{uri.Port}";
                }
            }
        }
    }
}
