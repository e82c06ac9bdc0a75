namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 1: all of it on one page. Its six numbers stand among the figures.</summary>
/// <param name="Opening">Who worked on what and how long, in a sentence made of figures.</param>
/// <param name="Lines">A line for each set, and where members have problems of their own for each member; in the sets' order.</param>
public sealed record OnePage(string Opening, IReadOnlyList<GlanceLine> Lines)
{
    /// <summary>The same without what is told of the problems: each set stands there with how it saw itself.</summary>
    public OnePage WithoutProblems() => this with { Lines = [.. Lines.Select(line => line with { Problem = "", Main = null })] };

    /// <summary>Keys of the six numbers, in their order.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["sets", "people", "units", "meetings-held", "actions-done", "decisions-asked"];
}

/// <summary>A set at a glance. Its order is its place: no set is ranked.</summary>
/// <param name="Set">The set.</param>
/// <param name="Member">The member whose problem it is; null where it is the set's.</param>
/// <param name="Problem">What the work is called; empty while none is chosen.</param>
/// <param name="Light">OnTrack, Slow or Stuck as the set saw itself last; null where it did not say.</param>
/// <param name="LightOn">The day on which it said so, or null.</param>
/// <param name="Main">The first measure; null where none is recorded.</param>
public sealed record GlanceLine(OfSet Set, string? Member, string Problem, string? Light, DateOnly? LightOn, MeasureStory? Main);
