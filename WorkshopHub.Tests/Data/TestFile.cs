using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

/// <summary>A real file in a folder of its own, with the writer and the reader that the program uses.</summary>
internal sealed class TestFile : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    /// <param name="time">The clock of its writer.</param>
    /// <param name="content">What is in it; nothing yet where that is not said.</param>
    public TestFile(TimeProvider? time = null, byte[]? content = null)
    {
        File = new DataFile(Repo.NewFile(_folder.FullName, content));
        Db = new Db(File);
        Writer = new Writer(File, time ?? TimeProvider.System);
    }

    public DataFile File { get; }

    public Db Db { get; }

    public Writer Writer { get; }

    /// <summary>A file whose writer works.</summary>
    public static async Task<TestFile> WritingAsync(Action<Writer>? set = null)
    {
        var file = new TestFile();
        set?.Invoke(file.Writer);
        await file.Writer.StartAsync(TestContext.Current.CancellationToken);
        return file;
    }

    /// <summary>Writes a mark that can be looked for.</summary>
    public static int Mark(Writes writes, string name, string value = "") =>
        writes.Execute("INSERT INTO setting (name, value) VALUES (@name, @value)", new { name, value });

    /// <summary>Writes something that may be sent again under its id, as posts are.</summary>
    public static bool Post(Writes writes, string id)
    {
        if (writes.First<long>("SELECT count(*) FROM audit WHERE thing_id = @id", new { id }) > 0)
        {
            return false;
        }

        writes.Execute(
            "INSERT INTO audit (at, act, thing, thing_id) VALUES (@Now, 'Test', 'post', @id)", new { writes.Now, id });
        return true;
    }

    public Task<int> MarkAsync(string name, string value = "") =>
        Writer.RunAsync(writes => Mark(writes, name, value), CancellationToken.None);

    /// <summary>Asks over a connection of its own, as another program would.</summary>
    public T Ask<T>(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of the tests come here
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }

    public long Count(string name) => Ask<long>($"SELECT count(*) FROM setting WHERE name LIKE '{name}'");

    public long Posts(string id) => Ask<long>($"SELECT count(*) FROM audit WHERE thing_id = '{id}'");

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={File.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        Writer.Dispose();
        Db.Dispose();
        _folder.Delete(recursive: true);
    }
}
