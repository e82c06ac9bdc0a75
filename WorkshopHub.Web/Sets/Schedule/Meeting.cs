using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>A meeting of a set as stored.</summary>
public sealed record Meeting
{
    /// <summary>The meeting.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public long SetId { get; init; }

    /// <summary>Its number in the set, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>The date for which it was planned first.</summary>
    public string FirstDate { get; init; } = "";

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "08:30";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Why it was moved, in a sentence for everybody; may be empty.</summary>
    public string WhyMoved { get; init; } = "";

    /// <summary>Planned, Open, Held or Cancelled.</summary>
    public string State { get; init; } = "Planned";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Its local day.</summary>
    public DateOnly Day => LocalDay.Parse(Date);

    /// <summary>It may still be moved or cancelled.</summary>
    public bool IsPlanned => State == "Planned";

    /// <summary>The start as people write it, e.g. 8:30.</summary>
    public string Clock => Starts.StartsWith('0') ? Starts[1..] : Starts;

    private const string Select = """
        SELECT m.id, m.set_id, m.number, m.date, m.first_date, m.starts, m.place, m.why_moved, m.state, m.version, m.changed_at, p.name AS ChangedBy
        FROM set_meeting m LEFT JOIN person p ON p.id = m.changed_by
        """;

    /// <summary>The meetings of a set by number.</summary>
    public static IReadOnlyList<Meeting> Of(Reads reads, long set) =>
        reads.Query<Meeting>($"{Select} WHERE m.set_id = @set ORDER BY m.number", new { set });

    /// <summary>The meetings of all sets of a programme, by number.</summary>
    public static ILookup<long, Meeting> InProgramme(Reads reads, long programme) => reads.Query<Meeting>(
        $"{Select} JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme ORDER BY m.number", new { programme })
        .ToLookup(meeting => meeting.SetId);

    /// <summary>One meeting of a set, or null.</summary>
    public static Meeting? Find(Reads reads, long set, long id) =>
        reads.First<Meeting>($"{Select} WHERE m.set_id = @set AND m.id = @id", new { set, id });
}
