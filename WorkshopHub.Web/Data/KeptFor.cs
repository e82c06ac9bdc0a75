using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>How long confidential things are kept, in days; set once for the whole house.</summary>
public static class KeptFor
{
    /// <summary>The setting: how long after a programme's closing airtime notes are kept.</summary>
    public const string Notes = "Keep:RetentionDays";

    /// <summary>The setting: how old a backup may become.</summary>
    public const string Backups = "Keep:BackupDays";

    /// <summary>The kind of due work that deletes; its thing is the programme.</summary>
    public const string Work = "Retention";

    /// <summary>How many days after the closing airtime notes are deleted: 90 where nothing else is set.</summary>
    public static int NoteDays(Reads reads) => Days(reads, Notes, 90);

    /// <summary>How many days old a backup may become: 30 where nothing else is set.</summary>
    public static int BackupDays(Reads reads) => Days(reads, Backups, 30);

    /// <summary>A programme is closed: plans the deleting.</summary>
    public static void Plan(Writes writes, long programme) =>
        Due.Plan(writes, Work, programme, Utc.Parse(writes.Now).AddDays(NoteDays(writes)));

    /// <summary>When a programme's airtime notes will be deleted; null where nothing is planned.</summary>
    public static DateTimeOffset? Until(Reads reads, long programme) => reads.First<string>(
        "SELECT due_at FROM due WHERE kind = @Work AND thing_id = @programme AND done_at IS NULL", new { Work, programme }) is { } at ? Utc.Parse(at) : null;

    private static int Days(Reads reads, string name, int usual) =>
        int.TryParse(Settings.Get(reads, name), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : usual;
}
