using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Brings the file up to this program: numbered scripts, each once, each in its own transaction, after a copy of the
/// file. Written here and not taken from dbup: that takes $name$ in SQL for a variable of its own, keeps half of a
/// failed script by default, doesn't notice that an applied script was edited or that the file is newer than the
/// program, and needs one more pinned package; this needs none and is ten times quicker at start.
/// </summary>
public static class Migrations
{
    /// <summary>Applies what is missing.</summary>
    /// <exception cref="DataFileException">The file can't be used; the message says why and what to do.</exception>
    public static void Run(DataFile file) => Run(file, Script.Embedded(), TimeProvider.System.GetUtcNow());

    /// <summary>The same with given scripts and a given moment.</summary>
    internal static void Run(DataFile file, IReadOnlyList<Script> scripts, DateTimeOffset moment)
    {
        try
        {
            Folders.Make(file.Folder);
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file.Path, Pooling = false, ForeignKeys = false }.ToString());
            connection.Open();
            Folders.OwnerOnly(file.Path);
            var applied = Applied(connection, file);
            Refuse(applied, scripts, file);
            var missing = scripts.Where(script => !applied.ContainsKey(script.Name)).ToList();
            var copy = missing.Count > 0 && applied.Count > 0 ? Copy(file, applied.Keys.Last(), moment) : null;
            missing.ForEach(script => Apply(connection, script, file, copy, moment));
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"""
                The file {file.Path} can't be used: {problem.Message}
                See that it is a file of WorkshopHub, that its folder may be written, that the disk has room and that no
                other program holds it. Data:Path in the configuration names another file.
                """, problem);
        }
    }

    /// <summary>The names and hashes of what was applied, in order; of a new file none.</summary>
    private static SortedDictionary<string, string> Applied(SqliteConnection connection, DataFile file)
    {
        var applied = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*) FILTER (WHERE name = 'schema_migration') * 2 + (count(*) > 0) FROM sqlite_schema
            """;
        var found = (long)command.ExecuteScalar()!;
        if (found == 1)
        {
            throw new DataFileException(
                $"The file {file.Path} belongs to another program. Data:Path in the configuration names the file to use.");
        }

        command.CommandText = """
            PRAGMA journal_mode=WAL;
            CREATE TABLE IF NOT EXISTS schema_migration (
              name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;
            SELECT name, sha256 FROM schema_migration;
            """;
        using var reader = command.ExecuteReader();
        while (reader.FieldCount < 2 && reader.NextResult())
        {
        }

        while (reader.Read())
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static void Refuse(
        SortedDictionary<string, string> applied, IReadOnlyList<Script> scripts, DataFile file)
    {
        foreach (var (name, hash) in applied)
        {
            var script = scripts.FirstOrDefault(candidate => candidate.Name == name);
            if (script is null)
            {
                throw new DataFileException($"""
                    The file {file.Path} was used by a newer version of WorkshopHub: it has the change {name}, which this
                    version doesn't know. Start that newer version again; or, to go on with this one, stop WorkshopHub and
                    put back the copy that was made before the update ({CopyName(file, "NUMBER", "MOMENT")}).
                    Nothing was changed.
                    """);
            }

            if (script.Hash != hash)
            {
                throw new DataFileException($"""
                    db/migrations/{name} was edited after it had been applied to {file.Path}. Put the script back as it was
                    and write the change as a new script with the next number. Nothing was changed.
                    """);
            }
        }
    }

    private static string Copy(DataFile file, string newest, DateTimeOffset moment)
    {
        var target = CopyName(
            file, newest.Split('_')[0], moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        FileCopy.Make(file, target);
        return target;
    }

    /// <summary>Where a copy lies: beside the file, with the schema's number and the moment in its name.</summary>
    private static string CopyName(DataFile file, string schema, string moment) =>
        Path.Combine(file.Folder, $"{Path.GetFileNameWithoutExtension(file.Path)}.schema-{schema}.{moment}.db");

    private static void Apply(
        SqliteConnection connection, Script script, DataFile file, string? copy, DateTimeOffset moment)
    {
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = script.Sql;
            command.ExecuteNonQuery();
            command.CommandText = "PRAGMA foreign_key_check";
            using (var broken = command.ExecuteReader())
            {
                if (broken.Read())
                {
                    throw new InvalidOperationException($"a row of {broken.GetString(0)} refers to nothing");
                }
            }

            command.CommandText = "INSERT INTO schema_migration (name, sha256, applied_at) VALUES ($name, $hash, $at)";
            command.Parameters.AddWithValue("$name", script.Name);
            command.Parameters.AddWithValue("$hash", script.Hash);
            command.Parameters.AddWithValue("$at", Utc.Text(moment));
            command.ExecuteNonQuery();
            transaction.Commit();
        }
        catch (Exception problem) when (problem is SqliteException or InvalidOperationException)
        {
            throw new DataFileException($"""
                db/migrations/{script.Name} could not be applied to {file.Path}: {problem.Message}
                Nothing of this script was kept.{(copy is null ? "" : $" The file as it was before lies at {copy}.")}
                """, problem);
        }
    }
}
