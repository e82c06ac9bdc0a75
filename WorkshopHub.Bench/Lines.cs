using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>Many connections to the hub, held until they are let go.</summary>
internal sealed class Lines : IAsyncDisposable
{
    private const int AtOnce = 16;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _lives = [];

    /// <summary>Connects them, some at a time, and waits until the server has let each of them watch.</summary>
    public async Task AddAsync(IEnumerable<HubLine> lines)
    {
        foreach (var some in lines.Chunk(AtOnce))
        {
            _lives.AddRange(some.Select(line => line.RunAsync(_stop.Token)));
            await Task.WhenAll(some.Select(line => line.Watching.Task)).WaitAsync(_patience);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lives);
        _stop.Dispose();
    }
}
