using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace WorkshopHub.Web.Data;

/// <summary>One snapshot of the file: every query made through it sees the same committed state.</summary>
public class Reads
{
    private readonly KeptConnection _connection;

    private Dictionary<object, object?>? _known;

    static Reads() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Reads through a connection that is in a transaction.</summary>
    internal Reads(KeptConnection connection) => _connection = connection;

    /// <summary>The number of the newest committed batch that this snapshot holds.</summary>
    public long Revision { get; init; }

    /// <summary>The rows of a query, in order.</summary>
    public IReadOnlyList<T> Query<T>(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        On(Stamp(sql, file, line), out var stamped).Query<T>(stamped, values).AsList();

    /// <summary>The first row of a query, or null (default) where there is none.</summary>
    public T? First<T>(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        On(Stamp(sql, file, line), out var stamped).QueryFirstOrDefault<T>(stamped, values);

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

    /// <summary>How many statements it was asked so far.</summary>
    internal int Asked { get; private set; }

    /// <summary>The connection, with this SQL prepared if it has run before.</summary>
    private protected IDbConnection On(string sql, out string stamped)
    {
        Asked++;
        return _connection.For(stamped = sql);
    }

    /// <summary>Puts file and line of the caller into the SQL, so that a log or a profiler names the query.</summary>
    protected static string Stamp(string sql, string file, int line) => $"/* {Path.GetFileName(file)}:{line} */ {sql}";
}
