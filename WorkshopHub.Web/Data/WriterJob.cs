namespace WorkshopHub.Web.Data;

/// <summary>One command that waits for the writer, and how its caller is answered.</summary>
internal abstract class WriterJob(CancellationToken cancellation)
{
    /// <summary>What went wrong with this command alone; its caller gets it after the commit of the others.</summary>
    public Exception? Problem { get; set; }

    /// <summary>True while nobody has cancelled it. Asked once, just before it begins.</summary>
    public bool Wanted => !cancellation.IsCancellationRequested;

    /// <summary>Runs the command; the result is kept until <see cref="Answer"/>.</summary>
    public abstract void Run(Writes writes);

    /// <summary>Lets the caller go on: with the result, or with the command's own problem.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller that nothing was kept.</summary>
    public abstract void Fail(Exception problem);
}

/// <summary>A command with its result.</summary>
internal sealed class WriterJob<T>(Func<Writes, T> command, CancellationToken cancellation) : WriterJob(cancellation)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellation = cancellation;
    private T _result = default!;

    /// <summary>Ends when the caller may be answered.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc />
    public override void Run(Writes writes) => _result = command(writes);

    /// <inheritdoc />
    public override void Answer()
    {
        switch (Problem)
        {
            case null:
                _done.SetResult(_result);
                break;
            case OperationCanceledException when _cancellation.IsCancellationRequested:
                _done.SetCanceled(_cancellation);
                break;
            default:
                _done.SetException(Problem);
                break;
        }
    }

    /// <inheritdoc />
    public override void Fail(Exception problem) => _done.TrySetException(problem);
}
