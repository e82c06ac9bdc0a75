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

    /// <summary>How many statements something makes.</summary>
    public async Task<int> CountAsync(Func<Task> act)
    {
        _heard.Clear();
        await act();
        return _heard.Count;
    }
}
