using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkshopHub.Web.Data;

/// <summary>The writer's connection and the few statements that make a batch.</summary>
internal sealed class WriterConnection : IDisposable
{
    // FULL, IOERR, NOMEM, CORRUPT, NOTADB, CANTOPEN, READONLY, PROTOCOL, BUSY, LOCKED: the file is the trouble, not the command.
    private static readonly int[] _fileTroubles =
    [
        raw.SQLITE_FULL, raw.SQLITE_IOERR, raw.SQLITE_NOMEM, raw.SQLITE_CORRUPT, raw.SQLITE_NOTADB, raw.SQLITE_CANTOPEN,
        raw.SQLITE_READONLY, raw.SQLITE_PROTOCOL, raw.SQLITE_BUSY, raw.SQLITE_LOCKED,
    ];

    private readonly KeptConnection _connection;

    /// <summary>Opens the file with the house's pragmas.</summary>
    /// <param name="file">The file; it must be there.</param>
    /// <param name="patience">How long to wait for another program that holds the file.</param>
    /// <param name="opened">Called with the open connection; for tests.</param>
    public WriterConnection(DataFile file, TimeSpan patience, Action<SqliteConnection>? opened)
    {
        _connection = new KeptConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file.Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString());
        try
        {
            _connection.Open();
            Alphabet.Teach(_connection);
            _ = raw.sqlite3_busy_timeout(_connection.Handle, (int)patience.TotalMilliseconds);
            // The commit that moves the log's pages into the file waits for the disk twice. At 16 MB of log it is one in some 250 posts.
            Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
            opened?.Invoke(_connection);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>True when SQLite is in no transaction, e.g. because it has dropped it after an error.</summary>
    public bool OutsideTransaction => raw.sqlite3_get_autocommit(_connection.Handle) != 0;

    /// <summary>True when this error says that the file can't take anything now.</summary>
    public static bool IsFileTrouble(Exception problem) =>
        problem is SqliteException sqlite && _fileTroubles.Contains(sqlite.SqliteErrorCode);

    /// <summary>What a command of the present batch writes with.</summary>
    public Writes Writes(TimeProvider time) => new(_connection, time);

    /// <summary>Runs one of the writer's own statements.</summary>
    public void Run(string sql) => _connection.Run(sql);

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();
}
