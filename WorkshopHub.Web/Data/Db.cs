using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>Where the file lies.</summary>
public sealed record DataFile(string Path)
{
    /// <summary>The folder of the file; keys and copies lie beside it.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
}

/// <summary>Reading: pooled read-only connections, a bounded number at once, never waiting for the writer.</summary>
public sealed class Db(DataFile file) : IDisposable
{
    private readonly SemaphoreSlim _places = new(Math.Max(4, Environment.ProcessorCount * 2));

    /// <summary>Runs the queries of one page in one read transaction.</summary>
    public async Task<T> ReadAsync<T>(Func<Reads, T> work, CancellationToken cancellation = default)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            using var connection = new SqliteConnection($"Data Source={file.Path};Mode=ReadOnly");
            connection.Open();
            using var transaction = connection.BeginTransaction(deferred: true);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT number FROM revision";
            var revision = (long)command.ExecuteScalar()!;
            return work(new Reads(connection, transaction) { Revision = revision });
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();
}
