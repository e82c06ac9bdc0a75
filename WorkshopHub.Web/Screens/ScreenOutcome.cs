namespace WorkshopHub.Web.Screens;

/// <summary>How an act on a screen ended.</summary>
public enum ScreenResult
{
    /// <summary>It is done and committed.</summary>
    Done,

    /// <summary>What was typed can't be taken; say the message beside the field (422).</summary>
    Invalid,

    /// <summary>Somebody changed the screen since this page was drawn; show what it is now (409).</summary>
    Stale,

    /// <summary>There is no such screen in this workshop (404).</summary>
    Missing,

    /// <summary>Too many wrong tries; wait (429).</summary>
    Wait,
}

/// <summary>The answer to an act on a screen.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="ScreenId">The screen; 0 where there is none.</param>
/// <param name="Field">The field that the message belongs to: code, name or post; empty otherwise.</param>
/// <param name="Message">What to say to the person; empty where all is well.</param>
public sealed record ScreenOutcome(ScreenResult Result, long ScreenId = 0, string Field = "", string Message = "")
{
    /// <summary>It is done.</summary>
    public bool Ok => Result == ScreenResult.Done;

    /// <summary>The act came too late.</summary>
    public static ScreenOutcome Stale(long screenId) =>
        new(ScreenResult.Stale, screenId, "", "Somebody changed this screen a moment ago. Look again, then decide.");

    /// <summary>No such screen here.</summary>
    public static ScreenOutcome Missing { get; } =
        new(ScreenResult.Missing, 0, "", "This screen is no longer paired.");

    /// <summary>A field can't be taken.</summary>
    public static ScreenOutcome Invalid(string field, string message) =>
        new(ScreenResult.Invalid, 0, field, message);
}
