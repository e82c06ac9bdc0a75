using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>Where the file lies.</summary>
public sealed record DataFile(string Path)
{
    /// <summary>The folder of the file; keys and copies lie beside it.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public string Keys => System.IO.Path.Combine(Folder, "keys");
}

/// <summary>Reading: kept read-only connections, a bounded number at once, never waiting for the writer.</summary>
public sealed class Db : IDisposable
{
    private readonly ConcurrentStack<KeptConnection> _idle = []; // the last used comes first: it has the most prepared
    private readonly SemaphoreSlim _places = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly string _connect;
    private volatile bool _disposed;

    /// <summary>Called after each read with the number of its statements; for tests.</summary>
    internal Action<int>? Done { get; set; }

    /// <summary>Reads of this file.</summary>
    public Db(DataFile file) => _connect = new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 5,
        Pooling = false,
    }.ToString();

    /// <summary>Called with each connection that is opened from now on; for tests. Those that were kept are closed.</summary>
    internal Action<SqliteConnection>? Opened
    {
        get;
        set
        {
            field = value;
            while (_idle.TryPop(out var kept))
            {
                kept.Dispose();
            }
        }
    }

    /// <summary>Runs the queries of one page in one read transaction.</summary>
    /// <param name="work">Synchronous queries; never an async lambda.</param>
    /// <param name="cancellation">Stops the waiting for a place.</param>
    public async Task<T> ReadAsync<T>(Func<Reads, T> work, CancellationToken cancellation = default)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return Read(work);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }

        _places.Dispose();
    }

    /// <summary>The same at once, for what is read once and kept.</summary>
    internal T Read<T>(Func<Reads, T> work)
    {
        var connection = _idle.TryPop(out var idle) ? idle : Open();
        var sound = false; // after a failure nobody knows in what state it is
        try
        {
            connection.Run("BEGIN");
            var reads = new Reads(connection) { Revision = Revision(connection) };
            var answer = work(reads);
            connection.Run("ROLLBACK");
            sound = true;
            Done?.Invoke(reads.Asked);
            return answer;
        }
        finally
        {
            if (sound && !_disposed)
            {
                _idle.Push(connection);
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>The first read fixes the snapshot.</summary>
    private static long Revision(KeptConnection connection)
    {
        const string Sql = "SELECT number FROM revision";
        using var command = connection.For(Sql).CreateCommand();
        command.CommandText = Sql;
        return (long)command.ExecuteScalar()!;
    }

    private KeptConnection Open()
    {
        var connection = new KeptConnection(_connect);
        try
        {
            connection.Open();
            Alphabet.Teach(connection);
            connection.Run("PRAGMA query_only=ON");
            Opened?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
