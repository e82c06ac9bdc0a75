namespace WorkshopHub.Web.Workshops;

/// <summary>
/// A press in the control room: by whom, and on what it was pressed. The second of two presses on the same thing
/// finds another version and is refused with what the first did.
/// </summary>
/// <param name="Workshop">The workshop of the control room.</param>
/// <param name="Person">Who pressed; null for a facilitator without a person (never in a running hub).</param>
/// <param name="Item">The agenda item that was seen; 0 where there was none.</param>
/// <param name="Version">The version of it that was seen.</param>
public sealed record Press(long Workshop, long? Person, long Item, long Version);

/// <summary>What a press led to.</summary>
public enum PressOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Somebody else was first, or it can no longer be done (409).</summary>
    Conflict,

    /// <summary>There is no such thing in this workshop (404).</summary>
    Unknown,

    /// <summary>What was typed can't be taken (422).</summary>
    Invalid,
}

/// <summary>What a press led to, with a sentence for the one who pressed.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Message">What happened, or what the other one did first.</param>
public sealed record Pressed(PressOutcome Outcome, string Message)
{
    /// <summary>There is no such thing in this workshop.</summary>
    public static Pressed Unknown { get; } = new(PressOutcome.Unknown, "That is not in this workshop.");

    /// <summary>It was done.</summary>
    public static Pressed Done(string message) => new(PressOutcome.Done, message);

    /// <summary>Somebody was first, or it is too late.</summary>
    public static Pressed Conflict(string message) => new(PressOutcome.Conflict, message);

    /// <summary>The field that is wrong, where one is and it is not the only one of its form.</summary>
    public string? Field { get; init; }

    /// <summary>What was typed can't be taken.</summary>
    public static Pressed Invalid(string message, string? field = null) => new(PressOutcome.Invalid, message) { Field = field };
}
