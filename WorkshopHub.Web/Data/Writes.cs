using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>What a writer command may do: read and write in the transaction of its batch.</summary>
public sealed class Writes(SqliteConnection connection, SqliteTransaction? transaction, TimeProvider time)
    : Reads(connection, transaction)
{
    /// <summary>The moment of this command, in the one text form (<see cref="Utc"/>).</summary>
    public string Now { get; } = Utc.Text(time.GetUtcNow());

    /// <inheritdoc />
    public override T Once<T>(object key, Func<T> read) => read();

    /// <summary>Runs a statement and answers how many rows it changed.</summary>
    public int Execute(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Connection.Execute(Stamp(sql, file, line), values, Transaction);

    /// <summary>Runs an INSERT and answers the new row's id.</summary>
    public long Insert(
        string sql, object? values = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Connection.ExecuteScalar<long>(
            Stamp(sql, file, line) + "; SELECT last_insert_rowid()", values, Transaction);
}
