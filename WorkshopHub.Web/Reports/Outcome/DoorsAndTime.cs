using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 5: "can open doors as needed", and whether the promised time was there.</summary>
/// <param name="States">All doors that were asked for, by state; empty where none was.</param>
/// <param name="Champions">
/// The same by the person who was asked, with the days that it took; those asked for fewer than five doors stand together in one
/// row without a name, with the next where they would be alone or fewer than five doors in all.
/// </param>
/// <param name="Statements">What people said half-way of time and doors.</param>
public sealed record DoorsAndTime(
    IReadOnlyList<DoorCount> States, IReadOnlyList<ChampionDoors> Champions, IReadOnlyList<StatementThenNow> Statements)
{
    /// <summary>Who was asked, as a row says it.</summary>
    public string NameOf(ChampionDoors row) => row.Name ?? (Champions.Count == 1 ? "All who were asked" : "Others together");
}

/// <summary>How many doors are in a state.</summary>
/// <param name="State">Asked, Accepted, Opened or NotPossible.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
public sealed record DoorCount(string State, string Words, int Count);

/// <summary>The doors that somebody was asked to open.</summary>
/// <param name="Name">Their name; null for those who stand together.</param>
/// <param name="Sets">The sets that asked.</param>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Opened">How many of them are open.</param>
/// <param name="MedianDays">Median of the days from asked to open; null where fewer than five are.</param>
public sealed record ChampionDoors(string? Name, IReadOnlyList<OfSet> Sets, int Asked, int Opened, double? MedianDays)
{
    /// <summary>The days as people read them.</summary>
    [JsonIgnore]
    public string Days => MedianDays is { } days ? Figure.Say(days, "") : Opened > 0 ? Figure.FewerThanFive : Figure.NotRecorded;
}

/// <summary>A statement that people agreed with from 1 (not at all) to 5 (fully), before and after.</summary>
/// <param name="Number">Its number in the house's list, from 1; 0 for one of the programme's own.</param>
/// <param name="Text">Its words.</param>
/// <param name="Then">What was answered the first time; null where it was asked once, or by fewer than five.</param>
/// <param name="Now">What was answered the last time; null where fewer than five answered.</param>
public sealed record StatementThenNow(int Number, string Text, Agreement? Then, Agreement? Now);

/// <summary>How far people agreed with a statement at one workshop. There are always five answers or more.</summary>
/// <param name="N">How many answered.</param>
/// <param name="Mean">The mean, 1 to 5, with one decimal as in the room; in versions from before that was so, with two.</param>
/// <param name="Bins">How many gave each value; neighbouring values stand together where fewer than five gave one.</param>
/// <param name="On">The day of the workshop.</param>
/// <param name="Workshop">The workshop's title.</param>
public sealed record Agreement(int N, double Mean, IReadOnlyList<ValueBin> Bins, DateOnly On, string Workshop)
{
    /// <summary>From five counts, for 1 to 5.</summary>
    public static Agreement Of(IReadOnlyList<int> counts, DateOnly on, string workshop) => new(
        counts.Sum(), MeanOf(counts), ValueBin.Merge(counts), on, workshop);

    /// <summary>The mean of counts for 1, 2 and so on, with one decimal as in the room, so that no form of the report says another one.</summary>
    public static double MeanOf(IReadOnlyList<int> counts) => (double)OneDecimal(counts.Select((count, at) => (decimal)count * (at + 1)).Sum() / counts.Sum());

    /// <summary>A mean with one decimal; a half goes up, as on every chart.</summary>
    public static decimal OneDecimal(decimal mean) => Math.Round(mean, 1, MidpointRounding.AwayFromZero);
}
