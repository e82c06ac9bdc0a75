namespace WorkshopHub.Web.Data;

/// <summary>One kind of due work. Registered as a singleton of this interface; found by its kind.</summary>
public interface IDueWork
{
    /// <summary>The name of this kind in the file; it never changes.</summary>
    string Kind { get; }

    /// <summary>Does it for one thing, in the command that also notes it as done; so it is done once or not at all.</summary>
    void Do(Writes writes, long thing);

    /// <summary>What is to be said when it is committed, e.g. to open screens. Not repeated when it fails.</summary>
    Task TellAsync(long thing, CancellationToken cancellation) => Task.CompletedTask;
}
