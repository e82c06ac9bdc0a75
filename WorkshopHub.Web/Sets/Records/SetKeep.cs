using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>Whether and until when a set's airtime notes are kept: two of the set keep them, by saying so each for themselves.</summary>
public sealed record SetKeep
{
    /// <summary>How many must say so.</summary>
    public const int Needed = 2;

    /// <summary>Who wants them kept, in the order in which they said it.</summary>
    public IReadOnlyList<Keeper> Keepers { get; init; } = [];

    /// <summary>The day on which the notes are deleted; null while the programme goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many days after the closing that is.</summary>
    public int Days { get; init; }

    /// <summary>How many days later the last backup with them is gone.</summary>
    public int BackupDays { get; init; }

    /// <summary>When they were deleted (local day), or null.</summary>
    public DateOnly? Forgotten { get; init; }

    /// <summary>Two have said so: the set keeps them.</summary>
    public bool IsKept => Keepers.Count >= Needed;

    /// <summary>What the set's page says, in one plain sentence.</summary>
    public string Words =>
        Forgotten is { } gone ? $"The airtime notes were deleted on {LocalDay.Whole(gone)}, and the last backup with them {BackupDays} days later."
        : IsKept ? "The set keeps its airtime notes after the programme: two of you said so."
        : Until is { } day ? $"The airtime notes are deleted on {LocalDay.Whole(day)}, and from backups at the latest on {LocalDay.Whole(day.AddDays(BackupDays))}."
        : $"The airtime notes are deleted {Days} days after the programme is closed, and from backups {BackupDays} days later.";

    /// <summary>How it stands for a set.</summary>
    public static SetKeep Of(Reads reads, long set, long programme)
    {
        var zone = LocalTime.ZoneOf(reads);
        return new SetKeep
        {
            Keepers = reads.Query<Keeper>(
                "SELECT k.person_id, p.name FROM set_keep k JOIN person p ON p.id = k.person_id WHERE k.set_id = @set ORDER BY k.at, p.name COLLATE NAMES", new { set }),
            Until = Day(KeptFor.Until(reads, programme), zone),
            Days = KeptFor.NoteDays(reads),
            BackupDays = KeptFor.BackupDays(reads),
            Forgotten = reads.First<string>("SELECT at FROM set_forgotten WHERE set_id = @set", new { set }) is { } at ? Day(Utc.Parse(at), zone) : null,
        };
    }

    /// <summary>Somebody of the set wants the notes kept, or no longer.</summary>
    public static void Say(Writes writes, long set, long person, bool keep)
    {
        var changed = writes.Execute(
            keep ? "INSERT INTO set_keep (set_id, person_id, at) VALUES (@set, @person, @Now) ON CONFLICT DO NOTHING"
                : "DELETE FROM set_keep WHERE set_id = @set AND person_id = @person", new { set, person, writes.Now });
        if (changed > 0)
        {
            Audit.Note(writes, person, null, keep ? "keep-airtime" : "let-airtime-go", "sets", set);
        }

        // The day may be over on which they would have gone: then they are kept no longer from a new day on, which is told again.
        if (!keep && changed > 0 && writes.First<long?>(
            """
            SELECT g.id FROM sets s JOIN programme g ON g.id = s.programme_id AND g.state = 'Closed'
            WHERE s.id = @set AND (SELECT count(*) FROM set_keep k WHERE k.set_id = s.id) < @Needed
              AND NOT EXISTS (SELECT 1 FROM set_forgotten f WHERE f.set_id = s.id)
            """, new { set, Needed }) is { } programme && KeptFor.Until(writes, programme) is null)
        {
            KeptFor.Plan(writes, programme);
        }
    }

    private static DateOnly? Day(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null;
}

/// <summary>Somebody who wants a set's notes kept.</summary>
public sealed record Keeper
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";
}
