using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Sends what was announced: takes all that waits, reads it in one snapshot, renders each piece once, and gives each
/// channel one push. It runs behind the commits and waits for no reader.
/// </summary>
public sealed class Pump(
    LiveWire wire, Pieces pieces, Connections connections, IHubContext<LiveHub> hub, ILogger<Pump> log, Meters meters) : BackgroundService
{
    private readonly Calm _calm = new();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Timers of the wire run by the system's clock; tests turn the domain's.
            await wire.WaitAsync(_calm.Rest(TimeProvider.System.GetUtcNow()), stoppingToken);
            var begun = Stopwatch.GetTimestamp();
            var (announced, reread) = wire.Take();
            var now = _calm.Let(announced, TimeProvider.System.GetUtcNow());
            // Counting takes longer than what is counted: a card doesn't wait for its tally.
            await SendAsync([.. now.Where(item => !item.Piece.Calm)], reread, stoppingToken);
            await SendAsync([.. now.Where(item => item.Piece.Calm)], reread, stoppingToken);
            foreach (var channel in reread)
            {
                Send(new Push(channel, wire.Epoch, wire.Next(channel), Reread: true));
            }

            if (now.Count > 0)
            {
                meters.Pushed(begun);
            }
        }
    }

    /// <summary>One push for each channel, sent as soon as its pieces are rendered; of what is to be read again it takes those.</summary>
    private async Task SendAsync(
        List<(PieceOnChannel Key, Piece Piece)> now, HashSet<string> reread, CancellationToken cancellation)
    {
        // What nobody watches is not rendered: who comes later sees by the number that it has to be got.
        var watched = now.Select(item => item.Key.Channel).Distinct().Where(connections.Watches).ToHashSet(StringComparer.Ordinal);
        var wanted = now.Where(item => watched.Contains(item.Key.Channel)).Select(item => item.Piece).Distinct().ToList();
        var reading = wanted.Count > 0 ? await ReadAsync(wanted, cancellation) : null;
        foreach (var channel in now.GroupBy(item => item.Key.Channel))
        {
            var messages = new List<object?>();
            foreach (var (_, piece) in channel)
            {
                messages.Add(reading is not null && watched.Contains(channel.Key) ? await reading.RenderAsync(piece) : null);
            }

            var all = !messages.Contains(null) && !reread.Remove(channel.Key);
            Send(new Push(
                channel.Key, wire.Epoch, wire.Next(channel.Key), Some<PutMessage>(messages), Some<GoneMessage>(messages),
                all ? null : true));
        }
    }

    private async Task<Pieces.Reading?> ReadAsync(List<Piece> wanted, CancellationToken cancellation)
    {
        try
        {
            return await pieces.ReadAsync(wanted, cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Pieces could not be read; their channels read again");
            return null;
        }
    }

    private static List<T>? Some<T>(List<object?> messages) =>
        messages.OfType<T>().ToList() is { Count: > 0 } some ? some : null;

    /// <summary>One reader that stops reading would hold a send that is waited for; this one is not.</summary>
    private void Send(Push push) => _ = hub.Clients.Group(push.Channel).SendAsync("push", push).ContinueWith(
        sent => log.LogWarning(sent.Exception, "A push on {Channel} was not sent", push.Channel),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}
