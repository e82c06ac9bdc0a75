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

/// <summary>Reading: pooled read-only connections, a bounded number at once, never waiting for the writer.</summary>
public sealed class Db : IDisposable
{
    private readonly SemaphoreSlim _places = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly string _connect;

    /// <summary>Reads of this file.</summary>
    public Db(DataFile file) => _connect = new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 5,
    }.ToString();

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
        using var connection = new SqliteConnection(_connect);
        SqliteConnection.ClearPool(connection);
        _places.Dispose();
    }

    /// <summary>The same at once, for what is read once and kept.</summary>
    internal T Read<T>(Func<Reads, T> work)
    {
        using var connection = new SqliteConnection(_connect);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only=ON";
        command.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction(deferred: true);
        command.Transaction = transaction;
        command.CommandText = "SELECT number FROM revision"; // the first read fixes the snapshot
        var revision = (long)command.ExecuteScalar()!;
        return work(new Reads(connection, transaction) { Revision = revision });
    }
}
