namespace WorkshopHub.Web.Data;

/// <summary>The commands of one commit.</summary>
internal static class Batch
{
    /// <summary>
    /// Runs each command in its own savepoint and commits once. A failing command rolls back alone and keeps its
    /// problem; the callers are answered by the writer.
    /// </summary>
    /// <exception cref="StorageException">Nothing of the batch was kept.</exception>
    public static void Run(List<WriterJob> jobs, WriterConnection connection, TimeProvider time)
    {
        connection.Run("BEGIN IMMEDIATE");
        var kept = 0;
        foreach (var job in jobs)
        {
            kept += Keep(job, connection, time) ? 1 : 0;
        }

        if (kept == 0)
        {
            connection.Run("ROLLBACK");
            return;
        }

        connection.Run("UPDATE revision SET number = number + 1");
        connection.Run("COMMIT");
    }

    /// <summary>What a caller is told when its batch was lost.</summary>
    public static StorageException Trouble(Exception cause) =>
        new("It could not be stored just now. Nothing was lost on your side: try again in a moment.", cause);

    /// <summary>Runs one command; true if it is in the transaction now.</summary>
    private static bool Keep(WriterJob job, WriterConnection connection, TimeProvider time)
    {
        if (!job.Wanted)
        {
            job.Problem = new OperationCanceledException("Cancelled before it began.");
            return false;
        }

        try
        {
            connection.Run("SAVEPOINT command");
            job.Run(connection.Writes(time));
            connection.Run("RELEASE command");
            return true;
        }
        catch (Exception problem) when (!Lost(problem, connection))
        {
            connection.Run("ROLLBACK TO command; RELEASE command");
            job.Problem = problem;
            return false;
        }
        catch (Exception problem)
        {
            throw Trouble(problem);
        }
    }

    /// <summary>
    /// A savepoint doesn't protect from everything: on a full disk, an I/O error or RAISE(ROLLBACK) SQLite drops the
    /// whole transaction, and the next savepoint would commit by itself.
    /// </summary>
    private static bool Lost(Exception problem, WriterConnection connection) =>
        connection.OutsideTransaction || WriterConnection.IsFileTrouble(problem);
}
