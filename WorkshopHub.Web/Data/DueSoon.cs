namespace WorkshopHub.Web.Data;

/// <summary>Says that something has fallen due just now, so that nobody waits for the next look.</summary>
public sealed class DueSoon : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>To be said after the commit of what is due at once.</summary>
    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has rung already.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _bell.Dispose();

    /// <summary>Waits for the bell, or for a time.</summary>
    internal Task WaitAsync(TimeSpan most, CancellationToken stop) => _bell.WaitAsync(most, stop);
}
