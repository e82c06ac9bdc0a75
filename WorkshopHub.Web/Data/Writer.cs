using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>
/// The only way to write. One thread takes what waits, runs each command in its own savepoint inside one
/// transaction, commits once and only then answers each caller.
/// </summary>
public sealed class Writer(DataFile file, TimeProvider time, ILogger<Writer>? log = null, Meters? meters = null) : BackgroundService
{
    /// <summary>How many commands may wait; more are refused as busy.</summary>
    internal const int Places = 10_000;

    /// <summary>How many commands one commit takes at most.</summary>
    internal const int BatchLimit = 512;

    /// <summary>The gauge of how many commands wait.</summary>
    public const string Queue = "workshophub.writer.queue";

    private readonly Channel<WriterJob> _jobs = Channel.CreateBounded<WriterJob>(
        new BoundedChannelOptions(Places) { SingleReader = true, AllowSynchronousContinuations = true });

    /// <summary>How long to wait for another program that holds the file.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Called with each connection that the writer opens; for tests.</summary>
    internal Action<SqliteConnection>? Opened { get; set; }

    /// <summary>Called between COMMIT and the answers; for tests.</summary>
    internal Action? Committed { get; set; }

    /// <summary>
    /// Runs a command in the next batch; the answer comes after the commit. What the command throws reaches this
    /// caller only, and nothing that it wrote is kept.
    /// </summary>
    /// <param name="command">Synchronous SQL; never an async lambda, and never a call of this writer.</param>
    /// <param name="cancellation">Stops a command that has not begun; one that has begun is answered as it ends.</param>
    /// <exception cref="BusyException">Too much waits already, or the program is stopping.</exception>
    /// <exception cref="StorageException">The file could not take it; the same command may be sent again.</exception>
    public Task<T> RunAsync<T>(Func<Writes, T> command, CancellationToken cancellation = default)
    {
        if (typeof(T).IsAssignableTo(typeof(Task)))
        {
            throw new ArgumentException("A command is synchronous: its transaction ends when it returns.", nameof(command));
        }

        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        var job = new WriterJob<T>(command, cancellation);
        return _jobs.Writer.TryWrite(job)
            ? job.Done
            : Task.FromException<T>(new BusyException("Very busy just now. Try again in a moment."));
    }

    /// <summary>Finishes what waits, then refuses everything.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _jobs.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _jobs.Writer.TryComplete();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Work()
    {
        meters?.Gauge(Queue, "{command}", "Commands that wait for the writer", () => [new(_jobs.Reader.Count)]);
        WriterConnection? connection = null;
        var batch = new List<WriterJob>(BatchLimit);
        try
        {
            while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (batch.Count < BatchLimit && _jobs.Reader.TryRead(out var job))
                {
                    batch.Add(job);
                }

                connection = Finish(batch, connection);
                batch.Clear();
            }
        }
        finally
        {
            connection?.Dispose();
            RefuseAll(batch);
        }
    }

    /// <summary>Runs a batch and answers its callers. Answers the connection to go on with; null after trouble.</summary>
    private WriterConnection? Finish(List<WriterJob> batch, WriterConnection? connection)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            connection ??= new WriterConnection(file, Patience, Opened);
            Batch.Run(batch, connection, time);
        }
        catch (Exception trouble) when (trouble is StorageException or SqliteException)
        {
            log?.LogError(trouble, "A batch of {Count} commands could not be stored.", batch.Count);
            connection?.Dispose();
            var answer = trouble as StorageException ?? Batch.Trouble(trouble);
            batch.ForEach(job => job.Fail(answer));
            return null;
        }

        meters?.Committed(begun, batch.Count);
        Committed?.Invoke();
        batch.ForEach(job => job.Answer());
        return connection;
    }

    /// <summary>Nobody waits for ever: whatever ended the work, those who still wait are told.</summary>
    private void RefuseAll(List<WriterJob> batch)
    {
        _jobs.Writer.TryComplete();
        var answer = new StorageException("The program is stopping. Try again in a moment.");
        batch.ForEach(job => job.Fail(answer));
        while (_jobs.Reader.TryRead(out var job))
        {
            job.Fail(answer);
        }
    }
}
