using System.Runtime.CompilerServices;
using Dapper;

namespace WorkshopHub.Web.Data;

/// <summary>What a writer command may do: read and write in the transaction of its batch.</summary>
public sealed class Writes : Reads
{
    /// <summary>Writes through the writer's connection.</summary>
    internal Writes(KeptConnection connection, TimeProvider time)
        : base(connection) => Now = Utc.Text(time.GetUtcNow());

    /// <summary>The moment of this command, in the one text form (<see cref="Utc"/>).</summary>
    public string Now { get; }

    /// <inheritdoc />
    public override T Once<T>(object key, Func<T> read) => read();

    /// <summary>Runs a statement and answers how many rows it changed.</summary>
    public int Execute(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        On(Stamp(sql, file, line), out var stamped).Execute(stamped, values);

    /// <summary>Runs an INSERT and answers the new row's id.</summary>
    public long Insert(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        On(Stamp(sql, file, line) + "; SELECT last_insert_rowid()", out var stamped).ExecuteScalar<long>(stamped, values);
}
