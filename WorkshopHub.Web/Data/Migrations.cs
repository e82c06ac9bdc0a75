using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>Brings the file up to this program: numbered scripts, each once, each in its own transaction.</summary>
public static class Migrations
{
    /// <summary>Applies what is missing.</summary>
    public static void Run(DataFile file)
    {
        Directory.CreateDirectory(file.Folder);
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL;
            CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY) STRICT;
            """;
        command.ExecuteNonQuery();
        var assembly = typeof(Migrations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            command.CommandText = $"SELECT count(*) FROM schema_migration WHERE name = '{name}'";
            if ((long)command.ExecuteScalar()! > 0)
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            command.CommandText = $"BEGIN IMMEDIATE; {reader.ReadToEnd()} INSERT INTO schema_migration VALUES ('{name}'); COMMIT;";
            command.ExecuteNonQuery();
        }
    }
}
