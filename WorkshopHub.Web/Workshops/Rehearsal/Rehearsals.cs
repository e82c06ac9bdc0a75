using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>
/// The rehearsals that run: one a workshop. Each is a copy of the whole file, served by a second program in this process
/// at a port of its own. Nothing of it can write into the file itself, and its folder goes when it ends; what a program
/// that broke off has left goes at the next start.
/// </summary>
internal sealed class Rehearsals(DataFile file, CopyHost host, ILogger<Rehearsals> log) : IHostedService
{
    private const int Most = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Task<Rehearsal>> _running = [];

    /// <summary>What is being thrown away, or was: the next one of the workshop begins in the folder that this one still deletes.</summary>
    private readonly Dictionary<long, Task> _ending = [];

    private string Folder => Path.Combine(file.Folder, "rehearsals");

    /// <summary>The rehearsal of a workshop, or null.</summary>
    public async Task<Rehearsal?> FindAsync(long workshop)
    {
        Task<Rehearsal>? running;
        lock (_gate)
        {
            _running.TryGetValue(workshop, out running);
        }

        return running is null ? null : await running;
    }

    /// <summary>Starts a rehearsal; a second press gets the one that runs.</summary>
    /// <exception cref="RefusedException">There are as many as this machine should carry, or the copy could not be made.</exception>
    public async Task<Rehearsal> StartAsync(long workshop, string title, Uri asked)
    {
        Task<Rehearsal>? running;
        lock (_gate)
        {
            if (!_running.TryGetValue(workshop, out running))
            {
                if (_running.Count >= Most)
                {
                    throw new RefusedException("start", $"{Most} rehearsals run already. Throw one of them away first.");
                }

                // What the request carries along ends with it; the rehearsal goes on.
                using var apart = ExecutionContext.SuppressFlow();
                var before = _ending.GetValueOrDefault(workshop, Task.CompletedTask);
                _running[workshop] = running = Task.Run(
                    async () =>
                    {
                        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                        return await host.StartAsync(Path.Combine(Folder, $"{workshop}"), workshop, title, asked);
                    }, CancellationToken.None);
            }
        }

        try
        {
            return await running;
        }
        catch (Exception problem) when (problem is DataFileException or IOException or InvalidOperationException)
        {
            log.LogWarning(problem, "The rehearsal of workshop {Workshop} could not begin.", workshop);
            lock (_gate)
            {
                _running.Remove(workshop);
            }

            throw new RefusedException("start", "The copy could not be made or served. See that the disk has room for a second file, then try again.");
        }
    }

    /// <summary>Ends a rehearsal and deletes its copy, and comes back when it is gone, whoever pressed first; nothing where none runs.</summary>
    public Task ThrowAwayAsync(long workshop)
    {
        lock (_gate)
        {
            if (_running.Remove(workshop, out var running))
            {
                _ending[workshop] = EndAsync(running);
            }

            // What failed to end once must not fail whoever comes later.
            return _ending.GetValueOrDefault(workshop) is { IsCompleted: false } ending ? ending : Task.CompletedTask;
        }
    }

    private static async Task EndAsync(Task<Rehearsal> running)
    {
        await Task.Yield();
        await (await running).DisposeAsync();
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<long> left;
        lock (_gate)
        {
            left = [.. _running.Keys.Union(_ending.Keys)];
        }

        await Task.WhenAll(left.Select(ThrowAwayAsync));
    }
}
