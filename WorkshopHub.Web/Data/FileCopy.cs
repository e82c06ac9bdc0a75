using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>A copy of the file, made by SQLite itself so that it is whole while others write, and tried out.</summary>
internal static class FileCopy
{
    /// <summary>Copies the file and opens the copy: only one that SQLite finds in order gets its name.</summary>
    /// <exception cref="DataFileException">It could not be made, or is not in order.</exception>
    public static void Make(DataFile file, string target)
    {
        var part = target + ".part";
        try
        {
            File.Delete(part);
            using (var connection = Open(file.Path, SqliteOpenMode.ReadOnly))
            {
                Ask(connection, "VACUUM INTO $target", part);
            }

            Folders.OwnerOnly(part);
            Check(part);
            File.Move(part, target);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            throw new DataFileException($"""
                The file {file.Path} could not be copied to {target}: {problem.Message}
                Nothing was changed. See that there is room and that the folder may be written, then try again.
                """, problem);
        }
    }

    /// <summary>The names of the changes that a file has had.</summary>
    public static IReadOnlyList<string> Changes(string path)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM schema_migration ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>Opens a copy as its user would and lets SQLite read all of it.</summary>
    /// <exception cref="IOException">It is not in order.</exception>
    public static void Check(string path)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        var answer = (string)Ask(connection, "PRAGMA integrity_check", null)!;
        if (answer != "ok" || (long)Ask(connection, "SELECT count(*) FROM schema_migration", null)! == 0)
        {
            throw new IOException($"the copy is not in order ({answer})");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string sql, string? target)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of this file come here
        command.CommandText = sql;
#pragma warning restore CA2100
        if (target is not null)
        {
            command.Parameters.AddWithValue("$target", target);
        }

        return command.ExecuteScalar();
    }
}
