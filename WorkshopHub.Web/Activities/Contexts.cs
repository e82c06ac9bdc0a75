namespace WorkshopHub.Web.Activities;

/// <summary>A timer as pages show it: running until a moment, or standing with so many seconds left.</summary>
/// <param name="EndsUnixMs">When it ends, in Unix milliseconds; null while it stands.</param>
/// <param name="LeftSeconds">What is left while it stands; may be negative.</param>
public sealed record TimerView(long? EndsUnixMs, long LeftSeconds);

/// <summary>Where the run of show stands: what every wall and phone says around the activity.</summary>
public record StageContext
{
    /// <summary>The workshop's number.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The workshop's title, e.g. Kick-off.</summary>
    public string WorkshopTitle { get; init; } = "";

    /// <summary>The programme's name.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>The item that is now; 0 where nothing runs.</summary>
    public long ItemId { get; init; }

    /// <summary>Its place among the items, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How many items there are.</summary>
    public int Of { get; init; }

    /// <summary>The activity that is now, or null.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The timer of what is now, or null.</summary>
    public TimerView? Timer { get; init; }

    /// <summary>Title of the next item, or null.</summary>
    public string? NextTitle { get; init; }

    /// <summary>When the next item should start: local time, e.g. 10:55; null where there is none.</summary>
    public string? NextAt { get; init; }

    /// <summary>What the kind says for this view (see <see cref="ActivityKind"/>).</summary>
    public object? Model { get; init; }

    /// <summary>The kind's settings, as its own type.</summary>
    public object? Settings { get; init; }
}

/// <summary>What a phone shows of the activity that is now: the same for everybody who takes part.</summary>
public sealed record PhoneContext : StageContext
{
    /// <summary>What stands on top.</summary>
    public string Heading { get; init; } = "";

    /// <summary>When the timer ends on the room's clock, for pages that cannot count down; null while it stands.</summary>
    public string? EndsAt { get; init; }

    /// <summary>What was typed and could not be taken, on a page that works without scripts; null in pushes.</summary>
    public Typed? Typed { get; init; }
}

/// <summary>One's own answer, to be changed: the model of a kind's _Edit.cshtml, whatever runs now.</summary>
/// <param name="WorkshopId">The workshop.</param>
/// <param name="Activity">The activity that it answers.</param>
/// <param name="Partial">The kind's partial.</param>
/// <param name="Settings">The kind's settings, as its own type.</param>
/// <param name="Model">The kind's own part of the phone's model.</param>
/// <param name="Id">The answer.</param>
/// <param name="Version">The version that is changed.</param>
/// <param name="Typed">What stands in it, or what was typed and could not be taken.</param>
public sealed record EditContext(
    long WorkshopId, Activity Activity, string Partial, object? Settings, object? Model, string Id, long Version, Typed Typed);

/// <summary>What was typed and could not be taken.</summary>
/// <param name="Fields">The form as it was sent.</param>
/// <param name="Field">The field that is wrong, if one is.</param>
/// <param name="Problem">What is wrong and what to do.</param>
public sealed record Typed(IFormCollection Fields, string? Field, string? Problem)
{
    /// <summary>What else is wrong, by field.</summary>
    public IReadOnlyList<(string Field, string Message)> Others { get; init; } = [];

    /// <summary>What is wrong with a field, or null.</summary>
    public string? At(string field) => Field == field ? Problem : Others.FirstOrDefault(one => one.Field == field).Message;
}

/// <summary>What a wall shows of the activity that is now.</summary>
public sealed record WallContext : StageContext
{
    /// <summary>What people type to join, e.g. hub.wendmere/j; null while the room is closed.</summary>
    public string? JoinAddress { get; init; }

    /// <summary>The whole address that the QR holds; null while the room is closed.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>The room's code, e.g. 482713; null while the room is closed.</summary>
    public string? RoomCode { get; init; }

    /// <summary>The organisation's name.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>When the next item begins, as it moves on with the clock; null where there is none.</summary>
    public TimeAhead? Next { get; init; }

    /// <summary>In a break: what was said last; null where nothing was.</summary>
    public LookBack? Back { get; init; }

    /// <summary>The sets that this wall shows (0: everybody without one); empty means all.</summary>
    public IReadOnlyList<long> Sets { get; init; } = [];
}
