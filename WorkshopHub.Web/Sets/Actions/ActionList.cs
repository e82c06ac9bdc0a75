using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>The actions of a set as one of its people reads them: mine first, then the others', then what came of them.</summary>
public sealed record ActionList
{
    /// <summary>All of them, by number.</summary>
    public required IReadOnlyList<SetAction> All { get; init; }

    /// <summary>Who reads.</summary>
    public required long Me { get; init; }

    /// <summary>Today in the organisation's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the reader promised at workshops: it is answered there.</summary>
    public required IReadOnlyList<WorkshopPromise> Promises { get; init; }

    /// <summary>The reader's own that are open, the next first.</summary>
    public IReadOnlyList<SetAction> Mine => [.. Open.Where(action => action.OwnerId == Me)];

    /// <summary>The others' that are open: whose owner has left, then who asks for help, then the next.</summary>
    public IReadOnlyList<SetAction> Others => [.. Open.Where(action => action.OwnerId != Me).OrderBy(action => !action.OwnerLeft).ThenBy(action => !action.WantsHelp)];

    /// <summary>What was told or dropped, the newest first.</summary>
    public IReadOnlyList<SetAction> Told => [.. All.Where(action => !action.IsOpen).OrderByDescending(action => action.ChangedAt, StringComparer.Ordinal)];

    private IEnumerable<SetAction> Open => All.Where(action => action.IsOpen).OrderBy(action => action.Due, StringComparer.Ordinal).ThenBy(action => action.Number);

    /// <summary>How many were told: done, partly or not.</summary>
    public int Reported => All.Count(action => action.State is "Done" or "Partly" or "NotDone");

    /// <summary>Reads them.</summary>
    public static ActionList Read(Reads reads, long set, long programme, long me, DateOnly today) => new()
    {
        All = SetAction.Of(reads, set),
        Me = me,
        Today = today,
        Promises = reads.Query<WorkshopPromise>(
            """
            SELECT c.id, c.text, c.due, c.state, w.title AS Workshop,
              EXISTS (SELECT 1 FROM commitment_asked k WHERE k.commitment_id = c.id AND k.answered_at IS NULL) AS IsAsked
            FROM commitment c
            JOIN activity a ON a.id = c.activity_id
            JOIN workshop w ON w.id = a.workshop_id
            WHERE c.person_id = @me AND c.set_id = @set AND w.programme_id = @programme AND c.state <> 'Dropped'
            ORDER BY c.due IS NULL, c.due, c.id
            """, new { me, set, programme }),
    };

    /// <summary>How a day is said in a list: Tuesday, 16 June, 3 days late.</summary>
    public string When(SetAction action) => Day(action.Day, Today);

    /// <summary>How a day is said beside one action: Due Tuesday, Due 16 June, 3 days late.</summary>
    public static string When(DateOnly day, DateOnly today) => day < today ? Day(day, today) : $"Due {Day(day, today) switch { "Today" => "today", "Tomorrow" => "tomorrow", var word => word }}";

    private static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        < -1 and var late => $"{-late} days late",
        -1 => "1 day late",
        0 => "Today",
        1 => "Tomorrow",
        < 7 => $"{day.DayOfWeek}",
        _ => LocalDay.WithMonth(day),
    };

    /// <summary>Whether it is late, or due within three days.</summary>
    public bool IsNear(SetAction action) => action.Day.DayNumber - Today.DayNumber <= ActionSoon.Days;
}

/// <summary>What somebody promised at a workshop.</summary>
public sealed record WorkshopPromise
{
    /// <summary>The commitment.</summary>
    public long Id { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>By when (local date), or null.</summary>
    public string? Due { get; init; }

    /// <summary>Agreed, Done, Partly or NotDone.</summary>
    public string State { get; init; } = "";

    /// <summary>The workshop.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>Its day has come, and its owner is asked what became of it.</summary>
    public bool IsAsked { get; init; }
}
