namespace WorkshopHub.Web.Sets.Actions;

/// <summary>How the state of an action is said: words, icon and colour together. "Not done" is an answer and never red.</summary>
/// <param name="Word">What it is called.</param>
/// <param name="Icon">The symbol beside it.</param>
/// <param name="Pill">The class of its pill, or null.</param>
public sealed record ActionWords(string Word, string Icon, string? Pill)
{
    /// <summary>The words of a state, of an action or of what was told of it.</summary>
    public static ActionWords Of(string state) => state switch
    {
        "Done" => new("Done", "i-check", "pill-ok"),
        "Partly" => new("Partly", "i-clock", "pill-warn"),
        "NotDone" => new("Not done", "i-minus", null),
        "Dropped" => new("Dropped", "i-x", null),
        "Carried" => new("Carried over", "i-right", null),
        "Absent" => new("Was not there", "i-right", null),
        _ => new("Agreed", "i-clock", null),
    };

    /// <summary>What can be told of an action.</summary>
    public static IReadOnlyList<string> Told { get; } = ["Done", "Partly", "NotDone"];

    /// <summary>How often, in words.</summary>
    public static string Times(long count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
}
