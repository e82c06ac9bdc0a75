using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>The log beside the file, in which pages stand as they were before.</summary>
public static class Wal
{
    /// <summary>Takes everything into the file and empties the log. False where somebody reads for so long that it must be tried again.</summary>
    public static bool Empty(DataFile file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file.Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=10000; PRAGMA secure_delete=ON; PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
                if (reader.FieldCount == 3)
                {
                    return reader.GetInt64(0) == 0;
                }
            }
        }
        while (reader.NextResult());
        return false;
    }
}
