using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 4: "set meetings ... in between set members take action", as the timeline and in counts. What was said in a meeting stays there.</summary>
/// <param name="From">The first day of the timeline, or null: nothing is dated.</param>
/// <param name="Until">Its last day, or null.</param>
/// <param name="Workshops">The workshops by day.</param>
/// <param name="Lanes">Each set with its meetings, by position.</param>
/// <param name="Actions">Each set's actions by state, by position. Sets with fewer than five actions stand together in one row without a set, with the next where that is still fewer than five.</param>
public sealed record SetsWork(
    DateOnly? From, DateOnly? Until, IReadOnlyList<WorkshopOn> Workshops, IReadOnlyList<MeetingLane> Lanes, IReadOnlyList<ActionBar> Actions)
{
    /// <summary>The sets of which no action is recorded, by position: that they are in no bar is said.</summary>
    public IReadOnlyList<OfSet> WithoutActions { get; init; } = [];

    /// <summary>The same as a sentence; empty where each has some, or none has.</summary>
    [JsonIgnore]
    public string NotRecorded => Actions.Count == 0 || WithoutActions.Count == 0 ? ""
        : $"Of {(WithoutActions.Count == 1 ? WithoutActions[0].Name : $"{string.Join(", ", WithoutActions.SkipLast(1).Select(set => set.Name))} and {WithoutActions[^1].Name}")} no action is recorded.";
}

/// <summary>A workshop of all sets on the timeline.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Kind">KickOff, MidTerm or Final.</param>
/// <param name="Title">Its title.</param>
/// <param name="On">Its day.</param>
/// <param name="IsHeld">Whether it was held.</param>
public sealed record WorkshopOn(long Id, string Kind, string Title, DateOnly On, bool IsHeld);

/// <summary>A set's meetings on the timeline.</summary>
/// <param name="Set">The set.</param>
/// <param name="Meetings">By number; cancelled ones stand beside them.</param>
public sealed record MeetingLane(OfSet Set, IReadOnlyList<MeetingOn> Meetings)
{
    /// <summary>The days of those that were cancelled; null in versions that did not tell them.</summary>
    public IReadOnlyList<DateOnly>? Cancelled { get; init; }
}

/// <summary>A meeting of a set.</summary>
/// <param name="Number">Its number in the set, from 1.</param>
/// <param name="On">Its day.</param>
/// <param name="IsHeld">Whether it was held.</param>
/// <param name="FirstOn">The day for which it was planned first; another one: it was moved.</param>
public sealed record MeetingOn(int Number, DateOnly On, bool IsHeld, DateOnly FirstOn);

/// <summary>Actions by state. Each state counts five or more, or none; null where it counts fewer, or would tell what does, and stands together with others.</summary>
/// <param name="Set">The set; null for those that stand together: some have fewer than five actions each.</param>
/// <param name="Done">Done.</param>
/// <param name="Partly">Done in part.</param>
/// <param name="NotDone">Reported as not done: a full result.</param>
/// <param name="Dropped">Given up, with a reason.</param>
/// <param name="Open">Agreed, and nothing reported yet.</param>
public sealed record ActionBar(OfSet? Set, int? Done, int? Partly, int? NotDone, int? Dropped, int? Open)
{
    /// <summary>Those of the states that count fewer than five each, together; null where there are none, or they, or what they leave of a total, are fewer than five too.</summary>
    public int? Together { get; init; }

    /// <summary>The states by their words, in their order.</summary>
    public static IReadOnlyList<string> States { get; } = ["Done", "Partly done", "Not done", "Given up", "Not reported yet"];

    /// <summary>What stands over those together.</summary>
    public const string TogetherWords = "Other states together";

    /// <summary>The counts in the order of <see cref="States"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<int?> Counts => [Done, Partly, NotDone, Dropped, Open];

    /// <summary>Some states are withheld, and what they are together would tell of few: neither that nor the whole is told.</summary>
    [JsonIgnore]
    public bool HasFew => Together is null && Counts.Any(count => count is null);

    /// <summary>All of them; null where <see cref="HasFew"/>.</summary>
    public int? Total => HasFew ? null : Counts.Sum(count => count ?? 0) + (Together ?? 0);

    /// <summary>The bar as it is told. One that is told so already stays as it is.</summary>
    public static ActionBar Told(ActionBar bar)
    {
        if (bar.Counts.Any(count => count is null))
        {
            return bar;
        }

        int? Enough(int? count) => count is > 0 and < Figure.Enough ? null : count;
        var small = bar.Counts.Sum(count => Enough(count) is null ? count : 0) ?? 0;
        return new ActionBar(bar.Set, Enough(bar.Done), Enough(bar.Partly), Enough(bar.NotDone), Enough(bar.Dropped), Enough(bar.Open)) { Together = small < Figure.Enough ? null : small };
    }
}
