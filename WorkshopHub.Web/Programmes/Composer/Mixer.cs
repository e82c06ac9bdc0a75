using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>
/// Searches for sets one at a time and never on the thread of a request, so that a search takes nothing from a room that is
/// open. It knows numbers, no names, and keeps nothing.
/// </summary>
public sealed class Mixer : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Searches when it is its turn.</summary>
    /// <param name="mix">What is to be solved.</param>
    /// <param name="cancellation">Ends the search, e.g. when the browser has gone.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="BusyException">Others are searching, for too long to wait.</exception>
    public async Task<MixResult> RunAsync(Mix mix, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(_patience, cancellation))
        {
            throw new BusyException("Another proposal is being worked out. Try again in a moment.");
        }

        try
        {
            return await Task.Factory.StartNew(
                () => MixSearch.Run(mix, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
