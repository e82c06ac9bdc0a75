using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests;

/// <summary>Counts the SQL statements that a page or a command makes, as the database itself hears them.</summary>
public sealed class Statements
{
    private readonly ConcurrentQueue<string> _heard = [];

    /// <summary>Listens to what is read from now on.</summary>
    public static Statements Of(Db db)
    {
        var statements = new Statements();
        db.Opened = statements.Listen;
        return statements;
    }

    /// <summary>What was heard so far.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>Listens to a connection; for the writer, as its Opened.</summary>
    public void Listen(SqliteConnection connection) =>
        raw.sqlite3_trace(connection.Handle, (_, sql) => _heard.Enqueue(sql), null);

    /// <summary>
    /// How many statements something reads. What the program asks beside it by itself is kept out: it is done twice, and the less counts.
    /// </summary>
    public static async Task<int> ReadAsync(Site site, Func<Task> act)
    {
        var least = int.MaxValue;
        for (var look = 0; look < 2; look++)
        {
            var count = 0;
            site.Db.Done = asked => Interlocked.Add(ref count, asked);
            await act();
            site.Db.Done = null;
            least = Math.Min(least, count);
        }

        return least;
    }

    /// <summary>How many statements something makes.</summary>
    public async Task<int> CountAsync(Func<Task> act)
    {
        _heard.Clear();
        await act();
        return _heard.Count;
    }
}
