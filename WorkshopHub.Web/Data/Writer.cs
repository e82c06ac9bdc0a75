using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>The way to the writer is full, or it is stopping: try again soon (503).</summary>
public sealed class BusyException(string message) : Exception(message);

/// <summary>
/// The only way to write. One consumer takes what waits, runs each command in its own savepoint inside one
/// transaction, commits once and only then answers each caller.
/// </summary>
public sealed class Writer(DataFile file, TimeProvider time) : BackgroundService
{
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(10_000);

    /// <summary>Runs a command in the next batch; the answer comes after the commit.</summary>
    /// <exception cref="BusyException">Too much waits already.</exception>
    public async Task<T> RunAsync<T>(Func<Writes, T> command, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var job = new Job(writes => command(writes));
        if (!_jobs.Writer.TryWrite(job))
        {
            throw new BusyException("Very busy just now. Try again in a moment.");
        }

        return (T)(await job.Done.Task)!;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            pragma.ExecuteNonQuery();
        }

        await foreach (var job in _jobs.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                var writes = new Writes(connection, transaction, time);
                var result = job.Command(writes);
                writes.Execute("UPDATE revision SET number = number + 1");
                transaction.Commit();
                job.Done.SetResult(result);
            }
            catch (Exception problem)
            {
                job.Done.SetException(problem);
            }
        }
    }

    private sealed record Job(Func<Writes, object?> Command)
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
