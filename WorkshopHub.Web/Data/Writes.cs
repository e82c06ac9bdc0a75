using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>What a writer command may do: read and write in the transaction of its batch.</summary>
public sealed class Writes(SqliteConnection connection, SqliteTransaction? transaction, TimeProvider time)
    : Reads(connection, transaction)
{
    private List<Action>? _afterCommit;

    /// <summary>The moment of this command, in the one text form (<see cref="Utc"/>).</summary>
    public string Now { get; } = Utc.Text(time.GetUtcNow());

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

    /// <summary>Something short of this room to do after the commit, before the caller is answered; it must not throw.</summary>
    internal void AfterCommit(Action act) => (_afterCommit ??= []).Add(act);

    /// <summary>Called by the writer after the commit.</summary>
    internal void Committed() => _afterCommit?.ForEach(act => act());
}
