using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>One snapshot of the file: every query made through it sees the same committed state.</summary>
public class Reads(SqliteConnection connection, SqliteTransaction? transaction)
{
    private Dictionary<object, object?>? _known;

    static Reads() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>The number of the newest committed batch that this snapshot holds.</summary>
    public long Revision { get; init; }

    /// <summary>The rows of a query, in order.</summary>
    public IReadOnlyList<T> Query<T>(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        connection.Query<T>(Stamp(sql, file, line), values, transaction).AsList();

    /// <summary>The first row of a query, or null (default) where there is none.</summary>
    public T? First<T>(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        connection.QueryFirstOrDefault<T>(Stamp(sql, file, line), values, transaction);

    /// <summary>
    /// What many parts of one page or push ask alike is read once in a snapshot, since it can't change in it. A writer's
    /// command, which does change things, asks each time.
    /// </summary>
    /// <param name="key">Names what is asked, with everything that the answer depends on.</param>
    /// <param name="read">Reads it.</param>
    public virtual T Once<T>(object key, Func<T> read)
    {
        _known ??= [];
        if (!_known.TryGetValue(key, out var known))
        {
            known = read();
            _known[key] = known;
        }

        return (T)known!;
    }

    /// <summary>The connection, for the few commands that are prepared by hand.</summary>
    protected SqliteConnection Connection => connection;

    /// <summary>The transaction that every command must carry; null in the writer, which begins and ends its own.</summary>
    protected SqliteTransaction? Transaction => transaction;

    /// <summary>Puts file and line of the caller into the SQL, so that a log or a profiler names the query.</summary>
    protected static string Stamp(string sql, string file, int line) => $"/* {Path.GetFileName(file)}:{line} */ {sql}";
}
