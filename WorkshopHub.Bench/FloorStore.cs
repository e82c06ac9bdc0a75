using Microsoft.Data.Sqlite;

namespace WorkshopHub.Bench;

/// <summary>
/// The part of the floor that a hub leaves out: each post is a row of a SQLite file, committed by itself and flushed to the disk
/// before anybody hears of it. One connection, one statement that stays prepared, nothing else.
/// </summary>
internal sealed class FloorStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _id;
    private readonly SqliteParameter _text;

    public FloorStore(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var set = _connection.CreateCommand();
        set.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE post (id TEXT PRIMARY KEY, text TEXT NOT NULL)";
        set.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO post (id, text) VALUES ($id, $text)";
        (_id, _text) = (_insert.Parameters.Add("$id", SqliteType.Text), _insert.Parameters.Add("$text", SqliteType.Text));
    }

    /// <summary>Comes back when the row is on the disk.</summary>
    public void Keep(string id, string text)
    {
        lock (_gate)
        {
            (_id.Value, _text.Value) = (id, text);
            _insert.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
