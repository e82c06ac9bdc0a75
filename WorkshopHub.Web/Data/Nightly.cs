using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Makes a backup each night and lets old ones go. Backup:Folder says where (backups beside the data where nothing is said,
/// off for none), Backup:At when (02:30 local time). What failed is tried again in an hour, and the page of the server says so.
/// </summary>
internal sealed class Nightly(IConfiguration configuration, DataFile file, Writer writer, Db db, TimeProvider time, ILogger<Nightly> log)
    : IDueWork, IHostedService
{
    /// <summary>The setting that holds how the last one went: the moment (UTC), then nothing or why it failed.</summary>
    public const string Last = "Backup:Last";

    private static readonly TimeSpan _again = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public string Kind => "Backup";

    private string? Folder => configuration["Backup:Folder"] is not { Length: > 0 } set ? Path.Combine(file.Folder, "backups")
        : set.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : Path.GetFullPath(set, file.Folder);

    private TimeOnly Hour => TimeOnly.TryParse(configuration["Backup:At"], CultureInfo.InvariantCulture, out var at) ? at : new TimeOnly(2, 30);

    /// <summary>How the last one went: when, and why it failed; null where none was made yet.</summary>
    public static (DateTimeOffset At, string? Problem)? LastOf(Reads reads) =>
        Settings.Get(reads, Last)?.Split('|', 2) is [var at, var problem] ? (Utc.Parse(at), problem.Length > 0 ? problem : null) : null;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        if (Folder is not null)
        {
            Due.Plan(writes, Kind, thing, Next(LocalTime.ZoneOf(writes)));
        }
    }

    /// <inheritdoc />
    public async Task TellAsync(long thing, CancellationToken cancellation)
    {
        if (Folder is not { } folder)
        {
            return;
        }

        string? problem = null;
        try
        {
            var name = await Task.Run(() => Backup.Run(file, folder, time.GetUtcNow()), cancellation);
            await db.ReadAsync(reads => BackupLimit.Sweep(file, reads, time.GetUtcNow()), cancellation);
            log.LogInformation("A backup lies in {Folder}", name);
        }
        catch (DataFileException trouble)
        {
            problem = trouble.Message;
            log.LogError(trouble, "No backup could be made; it is tried again in an hour.");
        }

        await writer.RunAsync(
            writes =>
            {
                Settings.Set(writes, Last, $"{writes.Now}|{problem}");
                if (problem is not null)
                {
                    Due.Plan(writes, Kind, thing, time.GetUtcNow() + _again);
                }

                return true;
            },
            cancellation);
    }

    /// <summary>Plans the first one, and moves it where the hour was changed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) => await writer.RunAsync(
        writes =>
        {
            var planned = writes.First<string>("SELECT due_at FROM due WHERE kind = @Kind AND thing_id = 0 AND done_at IS NULL", new { Kind });
            if (Folder is null)
            {
                Due.Cancel(writes, Kind, 0);
            }
            else if (planned is null || Utc.Parse(planned) > time.GetUtcNow())
            {
                Due.Plan(writes, Kind, 0, Next(LocalTime.ZoneOf(writes)));
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private DateTimeOffset Next(TimeZoneInfo zone)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var today = LocalTime.Moment(now.Date + Hour.ToTimeSpan(), zone);
        return today > now ? today : LocalTime.Moment(now.Date.AddDays(1) + Hour.ToTimeSpan(), zone);
    }
}
