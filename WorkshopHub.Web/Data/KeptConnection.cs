using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>
/// A connection whose statements stay prepared: the same SQL is compiled once and from then on only bound and run. To be
/// used by one thread at a time.
/// </summary>
internal sealed class KeptConnection(string connect) : SqliteConnection(connect)
{
    // There are some hundred statements in the house; lists of values make further ones.
    private const int Most = 400;

    private readonly Dictionary<string, KeptCommand> _kept = new(StringComparer.Ordinal);
    private string? _next;
    private bool _closing;

    /// <summary>Says which SQL the next command will have, so that it comes prepared.</summary>
    public SqliteConnection For(string sql)
    {
        _next = sql;
        return this;
    }

    /// <summary>Runs a statement without values.</summary>
    public void Run(string sql)
    {
        using var command = For(sql).CreateCommand();
#pragma warning disable CA2100 // only constants of this folder come here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override SqliteCommand CreateCommand()
    {
        var sql = _next;
        _next = null;
        return sql is not null && _kept.Remove(sql, out var kept)
            ? kept
            : new KeptCommand { Key = sql, Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };
    }

    /// <inheritdoc />
    public override void Close()
    {
        _closing = true;
        _kept.Clear();
        base.Close();
    }

    /// <summary>True where the command was taken back for the next time.</summary>
    private bool Keep(string? sql, KeptCommand command) =>
        !_closing && sql is not null && sql == command.CommandText && !command.IsReading
        && _kept.Count < Most && _kept.TryAdd(sql, command);

    /// <summary>A command that goes back to its connection instead of being disposed of.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        /// <summary>The SQL by which it is found again; null for what runs once.</summary>
        public string? Key { get; init; }

        public bool IsReading => DataReader is not null;

        protected override void Dispose(bool disposing)
        {
            if (disposing && Connection is KeptConnection owner)
            {
                Parameters.Clear();
                if (owner.Keep(Key, this))
                {
                    return;
                }
            }

            base.Dispose(disposing);
        }
    }
}
