using System.Text.Json.Serialization;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 6: what people learned and said on purpose. Goals and ratings are never told by person.</summary>
/// <param name="Kept">What the room chose to keep with its dots, most dots first.</param>
/// <param name="Quotes">What people or sets wrote and released, as the facilitator chose; those of a problem stand beside it too.</param>
/// <param name="SharedCount">How many reflections and learnings were released altogether.</param>
/// <param name="Goals">How far members said to be with their goals, at each workshop at which at least five said so.</param>
/// <param name="Statements">What people said half-way of asking, risk and each other's experience.</param>
public sealed record WhatWasLearned(
    IReadOnlyList<KeptText> Kept, IReadOnlyList<Quote> Quotes, int SharedCount, IReadOnlyList<GoalMoment> Goals,
    IReadOnlyList<StatementThenNow> Statements)
{
    /// <summary>Five or more have said how far they are, and it is not told yet: it is when the question closes in its workshop, and when the report is published. Never so in a version.</summary>
    [JsonIgnore]
    public bool GoalsWait { get; init; }

    /// <summary>What stood here when it was published, and may be read no longer.</summary>
    [JsonIgnore]
    public TakenOut TakenOut { get; init; } = new(0, 0);
}

/// <summary>Texts that stood in a version and are not told any more, so that its counts are not read as a mistake: how many, never which.</summary>
/// <param name="ByAuthors">Those that their authors took back, or said no to.</param>
/// <param name="Others">Those that were hidden, undone or put into other words.</param>
public sealed record TakenOut(int ByAuthors, int Others)
{
    /// <summary>The same in sentences; empty where nothing was taken out.</summary>
    public string Words => string.Join(' ', new[]
    {
        ByAuthors switch { 0 => "", 1 => "1 text was taken back by its author since.", _ => $"{ByAuthors} texts were taken back by their authors since." },
        Others switch { 0 => "", 1 => "1 text that stood here is not shown any more.", _ => $"{Others} texts that stood here are not shown any more." },
    }.Where(words => words.Length > 0));

    /// <summary>Both together.</summary>
    public static TakenOut operator +(TakenOut one, TakenOut other) => new(one.ByAuthors + other.ByAuthors, one.Others + other.Others);
}

/// <summary>Something that the room chose with dots.</summary>
/// <param name="Text">The words.</param>
/// <param name="Who">Whose name stands beside it in the room; null where none does.</param>
/// <param name="Set">The set, or null.</param>
/// <param name="Dots">How many dots it has; null where fewer than five.</param>
/// <param name="Workshop">At which workshop.</param>
/// <param name="On">Its day.</param>
public sealed record KeptText(string Text, string? Who, OfSet? Set, int? Dots, string Workshop, DateOnly On)
{
    /// <summary>The dots in words; empty where they are not told.</summary>
    [JsonIgnore]
    public string DotWords => Dots is { } dots ? $"{dots} dots" : "";

    /// <summary>The same, without its dots where they are fewer than five.</summary>
    public KeptText Told() => Dots < Figure.Enough ? this with { Dots = null } : this;
}

/// <summary>How far members said to be with their goals at one workshop.</summary>
/// <param name="Moment">KickOff, MidTerm or Final.</param>
/// <param name="Words">The same in words.</param>
/// <param name="N">How many said so; null where fewer than five did.</param>
/// <param name="Of">How many members there are.</param>
/// <param name="Mean">The mean, 1 (not at all) to 5 (fully); null where fewer than five said so.</param>
/// <param name="Bins">How many gave each value; neighbouring values stand together where fewer than five gave one. Empty where fewer than five said so.</param>
public sealed record GoalMoment(string Moment, string Words, int? N, int Of, double? Mean, IReadOnlyList<ValueBin> Bins);

/// <summary>How many gave a value, or one of several neighbouring values.</summary>
/// <param name="From">The least of the values.</param>
/// <param name="To">The largest of them; the same where it is one.</param>
/// <param name="Count">How many: five or more, or none.</param>
public sealed record ValueBin(int From, int To, int Count)
{
    /// <summary>Puts neighbouring values together until none stands for one to four people.</summary>
    /// <param name="counts">How many gave each value, from 1.</param>
    public static IReadOnlyList<ValueBin> Merge(IReadOnlyList<int> counts) =>
        [.. Bin.Merge([.. counts.Select(count => (long)count)]).Select(bin => new ValueBin(bin.From, bin.To, (int)bin.Count))];
}
