using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Bench;

/// <summary>
/// What the disk itself allows: 1, 50 and 500 callers who each wait for their own row to be committed, one commit a row over one
/// connection as SQLite alone does it, and in turn through the program's writer, which commits for many at once.
/// </summary>
internal static class CommitsCommand
{
    private static readonly int[] _callers = [1, 50, 500];

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 5);
        var rounds = Options.Number(args, "--rounds", 3);
        var folder = Options.Folder(args);
        var lines = new List<object>();
        try
        {
            Console.WriteLine($"\nA row committed for each caller who waits, {seconds} s each, medians of {rounds}; milliseconds\n");
            Console.WriteLine("                                  p50      p99      max   commits a second");
            foreach (var callers in _callers)
            {
                var (raw, hub) = (new List<Run>(), new List<Run>());
                for (var round = 0; round < rounds; round++)
                {
                    raw.Add(await RawAsync(Path.Combine(folder.FullName, $"raw-{callers}-{round}.db"), callers, seconds));
                    hub.Add(await WriterAsync(Path.Combine(folder.FullName, $"hub-{callers}-{round}.db"), callers, seconds));
                }

                var (bare, ours) = (Run.Median(raw), Run.Median(hub));
                Console.WriteLine($"{callers,3} callers, SQLite alone    {bare.Took} {bare.Rate,12:0}");
                Console.WriteLine($"{callers,3} callers, the writer      {ours.Took} {ours.Rate,12:0}");
                lines.Add(new { callers, sqlite = bare, writer = ours });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Outcome.Write(args, "commits", lines);
        return 0;
    }

    private static async Task<Run> RawAsync(string path, int callers, int seconds)
    {
        var file = new DataFile(path);
        Migrations.Run(file);
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var set = connection.CreateCommand();
        set.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        await set.ExecuteNonQueryAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO audit (at, act, thing, thing_id) VALUES ('2026-01-01T00:00:00.000Z', 'bench', 'bench', '1')";
        using var turn = new SemaphoreSlim(1);
        return await AllAsync(callers, seconds, async () =>
        {
            await turn.WaitAsync();
            try
            {
                insert.ExecuteNonQuery(); // in a transaction of its own: one flush for each
            }
            finally
            {
                turn.Release();
            }
        });
    }

    private static async Task<Run> WriterAsync(string path, int callers, int seconds)
    {
        var file = new DataFile(path);
        Migrations.Run(file);
        using var writer = new Writer(file, TimeProvider.System, NullLogger<Writer>.Instance);
        await writer.StartAsync(CancellationToken.None);
        var run = await AllAsync(callers, seconds, () => writer.RunAsync(writes => writes.Execute(
            "INSERT INTO audit (at, act, thing, thing_id) VALUES (@Now, 'bench', 'bench', '1')", new { writes.Now })));
        await writer.StopAsync(CancellationToken.None);
        return run;
    }

    private static async Task<Run> AllAsync(int callers, int seconds, Func<Task> one)
    {
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(one))); // warms up
        var start = Stopwatch.GetTimestamp();
        var took = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                var begun = Stopwatch.GetTimestamp();
                await one();
                mine.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return mine;
        })));
        return new Run(Figures.Of(took.SelectMany(mine => mine)), took.Sum(mine => mine.Count) / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private sealed record Run(Figures Took, double Rate)
    {
        public static Run Median(IReadOnlyList<Run> runs) =>
            new(Figures.Median([.. runs.Select(run => run.Took)]), Figures.Middle(runs.Select(run => run.Rate)));
    }
}
