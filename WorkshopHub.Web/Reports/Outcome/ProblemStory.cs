using System.Text.Json.Serialization;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 2: one problem or opportunity from what it was to what is next, in the words of those who worked on it.</summary>
public sealed record ProblemStory
{
    /// <summary>The set.</summary>
    public required OfSet Set { get; init; }

    /// <summary>The member whose problem it is; null where it is the set's.</summary>
    public string? Member { get; init; }

    /// <summary>What it is called; empty while none is chosen.</summary>
    public string Title { get; init; } = "";

    /// <summary>Why it matters; may be empty.</summary>
    public string WhyItMatters { get; init; } = "";

    /// <summary>Who owns the place where the solution lives: the client, or the member's supervisor. Null: none is named.</summary>
    public string? Client { get; init; }

    /// <summary>Who worked on it, by name.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The day on which it was told to all; null where it wasn't, and then its words are not here.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The problem in their words, line by line.</summary>
    public IReadOnlyList<string> Problem { get; init; } = [];

    /// <summary>What they tried, line by line.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>What happened: "it did not work" is a full result.</summary>
    public IReadOnlyList<string> Happened { get; init; } = [];

    /// <summary>What they learned.</summary>
    public IReadOnlyList<string> Learned { get; init; } = [];

    /// <summary>What is next.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>The solution as it was decided last; empty where none was.</summary>
    public string Solution { get; init; } = "";

    /// <summary>The day on which that was decided, or null.</summary>
    public DateOnly? SolutionOn { get; init; }

    /// <summary>Its measures in their order; the first is the main one.</summary>
    public IReadOnlyList<MeasureStory> Measures { get; init; } = [];

    /// <summary>The phases that were entered, in order; a set can go back to an earlier one. Empty where members have problems of their own.</summary>
    public IReadOnlyList<PhaseFrom> Phases { get; init; } = [];

    /// <summary>From when to when a strip of the phases goes: the programme's days; null where they are not dated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the strip, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What was asked of the client and what they said, in order.</summary>
    public IReadOnlyList<ClientWord> ClientSteps { get; init; } = [];

    /// <summary>How it ended: Implemented, HandedOver or Stopped; null while it is in work.</summary>
    public string? Ended { get; init; }

    /// <summary>The same as people say it, or null.</summary>
    [JsonIgnore]
    public string? EndedWords => Ended == "HandedOver" ? "Handed over" : Ended;

    /// <summary>The day on which it ended so, or null.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What became of it ninety days after the final, as those who brought it and its client said; empty where nobody has.</summary>
    public IReadOnlyList<BecameOf> Became { get; init; } = [];

    /// <summary>What people of it said and released, as the facilitator chose.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];
}

/// <summary>What became of an outcome, as somebody said who lives with it.</summary>
/// <param name="By">Who said it.</param>
/// <param name="Words">Kept, Changed or Stopped, as people say it.</param>
/// <param name="Figure">The figure of the main measure then, in its unit, or null.</param>
/// <param name="Text">In their words; may be empty.</param>
/// <param name="On">The day on which they said so.</param>
public sealed record BecameOf(string By, string Words, double? Figure, string Text, DateOnly On);

/// <summary>What a measure was, what it should become, and what it is.</summary>
public sealed record MeasureStory
{
    /// <summary>Its id in the file.</summary>
    public required long Id { get; init; }

    /// <summary>What is measured.</summary>
    public required string Name { get; init; }

    /// <summary>The unit; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether less of it is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>What it was before, or null.</summary>
    public double? Baseline { get; init; }

    /// <summary>Where that comes from; may be empty.</summary>
    public string BaselineNote { get; init; } = "";

    /// <summary>The last day that it counts, or null.</summary>
    public DateOnly? BaselineOn { get; init; }

    /// <summary>Whether the client (a member's supervisor) has confirmed what it was.</summary>
    public bool IsBaselineConfirmed { get; init; }

    /// <summary>What it should become, or null.</summary>
    public double? Target { get; init; }

    /// <summary>What it is: the result, else the last reading; null while there is no figure.</summary>
    public double? Now { get; init; }

    /// <summary>Where that comes from; may be empty.</summary>
    public string NowNote { get; init; } = "";

    /// <summary>The day of that, or null.</summary>
    public DateOnly? NowOn { get; init; }

    /// <summary>Whether <see cref="Now"/> is the result; else it is the last reading on the way.</summary>
    public bool IsResult { get; init; }

    /// <summary>Whether the result is dated before it can be known: each case is followed for some days.</summary>
    public bool IsTooEarly { get; init; }

    /// <summary>How many days each case is followed, or null.</summary>
    public int? FollowUpDays { get; init; }

    /// <summary>The first day of the trial, or null.</summary>
    public DateOnly? TrialFrom { get; init; }

    /// <summary>Where the figures come from; may be empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Confirmed or Disputed by the one whom it belongs to; null: nobody has said.</summary>
    public string? Standing { get; init; }

    /// <summary>Who said so, or null.</summary>
    public string? StandingBy { get; init; }

    /// <summary>When they said so, or null.</summary>
    public DateOnly? StandingOn { get; init; }

    /// <summary>The figure that they named instead, or null.</summary>
    public double? StandingValue { get; init; }

    /// <summary>Their remark; may be empty.</summary>
    public string StandingWhy { get; init; } = "";

    /// <summary>What was read on the way, by day.</summary>
    public IReadOnlyList<ReadOn> Readings { get; init; } = [];

    /// <summary>The readings that lead to what it is: until the day of the result, where there is one.</summary>
    [JsonIgnore]
    public IEnumerable<ReadOn> Counted => Readings.Where(reading => !IsAfter(reading));

    /// <summary>What was read when the result was there already: another figure, and nobody's confirmation of the result is one of it.</summary>
    [JsonIgnore]
    public IEnumerable<ReadOn> After => Readings.Where(IsAfter);

    /// <summary>How often it was read: the readings on the way, and the result where none of them is of its day. 0: never.</summary>
    [JsonIgnore]
    public int Times => Counted.Count() + (IsResult && Readings.All(reading => reading.On != NowOn) ? 1 : 0);

    /// <summary>Of how many cases the figure is that it is now, or null where nobody wrote that down.</summary>
    [JsonIgnore]
    public int? Cases => Readings.LastOrDefault(reading => reading.On == NowOn)?.N;

    /// <summary>The same in words, e.g. n = 5 readings, the last of 398 cases; empty while there is none.</summary>
    [JsonIgnore]
    public string TimesWords => Times == 0 ? "" : $"n = {(Times == 1 ? "1 reading" : $"{Times} readings")}{(Cases is { } of ? $", {(Times == 1 ? "" : "the last ")}of {(of == 1 ? "1 case" : $"{of} cases")}" : "")}";

    /// <summary>Whether there are two ends for an arrow.</summary>
    public bool IsWhole => Baseline is not null && Now is not null;

    /// <summary>A value of it as people read it.</summary>
    public string Say(double? value) => value is { } known ? Amount.Brief(known, Unit) : Figure.NotRecorded;

    private bool IsAfter(ReadOn reading) => IsResult && reading.On > NowOn;
}

/// <summary>A reading of a measure.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The figure.</param>
/// <param name="N">Of how many cases, or null.</param>
public sealed record ReadOn(DateOnly On, double Value, int? N);

/// <summary>A phase of the work: "1) study the issue, 2) develop a solution, and 3) work with the appropriate client to implement".</summary>
/// <param name="Phase">Study, Develop or Implement.</param>
/// <param name="On">The day on which the set came to it.</param>
public sealed record PhaseFrom(string Phase, DateOnly On);

/// <summary>What was asked of a client on the way of a solution into their hands.</summary>
/// <param name="Step">Understood, TrialAgreed, InTrial or Adopted.</param>
/// <param name="Words">The same in plain words.</param>
/// <param name="State">Asked, Confirmed or Declined.</param>
/// <param name="On">Since which day.</param>
/// <param name="Why">Why they said no; empty otherwise.</param>
public sealed record ClientWord(string Step, string Words, string State, DateOnly On, string Why);

/// <summary>Words that their author, or the set together, released for all of the programme to read.</summary>
/// <param name="Key">What they are: their kind and id in the file.</param>
/// <param name="Text">The words.</param>
/// <param name="Who">Whose name stands beside them; null for a set's, or without a name.</param>
/// <param name="Set">The set, or null.</param>
/// <param name="Place">Where they were said; may be empty.</param>
/// <param name="On">When, or null.</param>
public sealed record Quote(string Key, string Text, string? Who, OfSet? Set, string Place, DateOnly? On);
