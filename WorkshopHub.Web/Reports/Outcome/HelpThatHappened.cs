using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 8: "find themselves willing to reach out to them to solve issues that might take months to solve without those relationships".</summary>
/// <param name="States">The matches of an offer or a request with a helper, by state; empty where there is none.</param>
/// <param name="Stories">What came of it, in the words of the two; the newest first.</param>
public sealed record HelpThatHappened(IReadOnlyList<MatchCount> States, IReadOnlyList<HelpStory> Stories);

/// <summary>How many matches are in a state.</summary>
/// <param name="State">Suggested, Agreed, Happened or FellThrough.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
public sealed record MatchCount(string State, string Words, int Count);

/// <summary>What came of somebody's help.</summary>
/// <param name="Need">What was needed.</param>
/// <param name="CameOfIt">What came of it.</param>
/// <param name="Helper">The set that the help came from, or null.</param>
/// <param name="Asker">The set that was helped, or null.</param>
/// <param name="MonthsSaved">Months that it may have saved: a guess of whoever said so; null for none.</param>
public sealed record HelpStory(string Need, string CameOfIt, OfSet? Helper, OfSet? Asker, int? MonthsSaved)
{
    /// <summary>Both are of one set: no way to another part of the organisation by itself, and told as what it is.</summary>
    [JsonIgnore]
    public bool IsWithin => Helper is { } helper && helper.Id == Asker?.Id;

    /// <summary>Between whom, in a few words.</summary>
    [JsonIgnore]
    public string Between => IsWithin ? $"within {Helper!.Name}" : $"{Helper?.Name ?? "somebody outside the sets"} for {Asker?.Name ?? "somebody outside the sets"}";
}
