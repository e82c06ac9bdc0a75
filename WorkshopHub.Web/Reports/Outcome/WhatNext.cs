using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 9: what goes on, who promised what, and what the next programme may take up.</summary>
/// <param name="Decided">The outcomes by what was decided, also those that wait.</param>
/// <param name="Promises">The commitments for the ninety days after the final: counts only, the words are their people's.</param>
/// <param name="Ideas">What people would do differently, as the room chose with its dots.</param>
/// <param name="OpenProblems">Problems that no set took and that the next programme may.</param>
/// <param name="Volunteers">What people offered to be next time, with how many; offers of fewer than five stand together, never one by itself.</param>
public sealed record WhatNext(
    IReadOnlyList<DecidedCount> Decided, PromiseCount? Promises, IReadOnlyList<KeptText> Ideas, IReadOnlyList<string> OpenProblems,
    IReadOnlyList<VolunteerCount> Volunteers)
{
    /// <summary>Ideas that stood here when it was published, and may be read no longer.</summary>
    [JsonIgnore]
    public TakenOut TakenOut { get; init; } = new(0, 0);
}

/// <summary>How many outcomes were decided in a way.</summary>
/// <param name="Decision">Adopt, Extend, Stop, Later, Other, or Waits.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
public sealed record DecidedCount(string Decision, string Words, int Count);

/// <summary>Commitments for the ninety days after the final.</summary>
/// <param name="Count">How many people made one.</param>
/// <param name="Witnessed">How many of them have a witness who said yes; null while no witness has said anything, and where these, those who are left, or all are one to four.</param>
/// <param name="Done">How many their owners reported as done, wholly or in part; null where fewer than five have said, and where these or those who are left are one to four.</param>
public sealed record PromiseCount(int Count, int? Witnessed, int? Done)
{
    /// <summary>How many have said what came of theirs; null in versions that did not tell it.</summary>
    public int? Said { get; init; }

    /// <summary>While no witness has said anything: how many were asked, in words; null where none was, or some have.</summary>
    public string? WitnessesOpen { get; init; }
}

/// <summary>What people offered to be.</summary>
/// <param name="Words">What, in the words of the workshop; empty where several offers stand together.</param>
/// <param name="Count">How many people.</param>
public sealed record VolunteerCount(string Words, int Count);
