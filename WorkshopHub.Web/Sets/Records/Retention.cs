using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>
/// When the days after a programme's closing are over, airtime notes are deleted, really: the file overwrites them, its log is
/// emptied, and backups that hold them go when they reach their limit. A set keeps its own where two of it said so.
/// </summary>
public sealed class Retention(DataFile file, Db db, TimeProvider time, IEnumerable<IForgetting> rooms, ILogger<Retention> log) : IDueWork
{
    /// <inheritdoc />
    public string Kind => KeptFor.Work;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        if (writes.First<string>("SELECT state FROM programme WHERE id = @thing", new { thing }) != "Closed")
        {
            return;
        }

        foreach (var room in rooms)
        {
            room.OnClosing(writes, thing);
        }

        Due.Plan(writes, BackupLimitWork.Word, 0, Utc.Parse(writes.Now).AddDays(1));
    }

    /// <inheritdoc />
    public async Task TellAsync(long thing, CancellationToken cancellation) => await CleanAsync(file, db, time, log, cancellation);

    /// <summary>Empties the log and deletes the backups that are too old.</summary>
    internal static async Task CleanAsync(DataFile file, Db db, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        if (!Wal.Empty(file))
        {
            log.LogWarning("The log beside the file could not be emptied; it is tried again tomorrow.");
        }

        var gone = await db.ReadAsync(reads => BackupLimit.Sweep(file, reads, time.GetUtcNow()), cancellation);
        if (gone.Count > 0)
        {
            log.LogInformation("Backups that reached their limit are deleted: {Names}", string.Join(", ", gone));
        }
    }
}

/// <summary>Once a day after a deleting, until the last backup from before has reached its limit: the log is emptied, and what is too old goes.</summary>
public sealed class BackupLimitWork(DataFile file, Db db, TimeProvider time, ILogger<BackupLimitWork> log) : IDueWork
{
    /// <summary>Its kind.</summary>
    public const string Word = "BackupLimit";

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        var now = Utc.Parse(writes.Now);
        if (BackupLimit.Forgotten(writes) is { } last && now <= last.AddDays(KeptFor.BackupDays(writes) + 1))
        {
            Due.Plan(writes, Word, thing, now.AddDays(1));
        }
    }

    /// <inheritdoc />
    public Task TellAsync(long thing, CancellationToken cancellation) => Retention.CleanAsync(file, db, time, log, cancellation);
}
