namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The questions that help to write a good problem, step by step.</summary>
public static class ProblemSteps
{
    /// <summary>What hurts: name, what happens, why it matters.</summary>
    public const string Hurts = "hurts";

    /// <summary>Why it is hard: nobody is the expert.</summary>
    public const string Hard = "hard";

    /// <summary>What has been tried, and whether somebody knows an answer.</summary>
    public const string Tried = "tried";

    /// <summary>What good looks like.</summary>
    public const string Good = "good";

    /// <summary>Who lives with it: the client.</summary>
    public const string Lives = "lives";

    /// <summary>All of them in order, with their names.</summary>
    public static IReadOnlyList<(string Key, string Name)> All { get; } =
    [
        (Hurts, "What hurts"), (Hard, "Why it is hard"), (Tried, "What has been tried"), (Good, "What good looks like"), (Lives, "Who lives with it"),
    ];

    /// <summary>The step after one, or null after the last.</summary>
    public static string? After(string key) => All.SkipWhile(step => step.Key != key).Skip(1).Select(step => step.Key).FirstOrDefault();

    /// <summary>The step before one, or null before the first.</summary>
    public static string? Before(string key) => All.TakeWhile(step => step.Key != key).Select(step => step.Key).LastOrDefault();

    /// <summary>The name of a step.</summary>
    public static string Name(string key) => All.First(step => step.Key == key).Name;
}
