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

    /// <summary>The kind of due work that tells everybody beforehand; its thing is the programme.</summary>
    public const string Told = "RetentionTold";

    /// <summary>How many days before the deleting they are told by mail.</summary>
    public const int ToldDays = 14;

    /// <summary>How many days after the closing airtime notes are deleted: 90 where nothing else is set.</summary>
    public static int NoteDays(Reads reads) => Days(reads, Notes, 90);

    /// <summary>How many days old a backup may become: 30 where nothing else is set.</summary>
    public static int BackupDays(Reads reads) => Days(reads, Backups, 30);

    /// <summary>The longest that notes may be kept, in days.</summary>
    public const int NotesMost = 730;

    /// <summary>The oldest that a backup may become, in days.</summary>
    public const int BackupsMost = 365;

    /// <summary>A programme is closed: plans the deleting, and that everybody is told before.</summary>
    public static void Plan(Writes writes, long programme)
    {
        var (now, days) = (Utc.Parse(writes.Now), NoteDays(writes));
        Due.Plan(writes, Work, programme, now.AddDays(days));
        Due.Plan(writes, Told, programme, now.AddDays(Math.Max(0, days - ToldDays)));
    }

    /// <summary>A programme goes on again: nothing is deleted, and nobody is told.</summary>
    public static void Cancel(Writes writes, long programme)
    {
        Due.Cancel(writes, Work, programme);
        Due.Cancel(writes, Told, programme);
    }

    /// <summary>When a programme's airtime notes will be deleted; null where nothing is planned.</summary>
    public static DateTimeOffset? Until(Reads reads, long programme) => reads.First<string>(
        "SELECT due_at FROM due WHERE kind = @Work AND thing_id = @programme AND done_at IS NULL", new { Work, programme }) is { } at ? Utc.Parse(at) : null;

    private static int Days(Reads reads, string name, int usual) =>
        int.TryParse(Settings.Get(reads, name), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : usual;
}
