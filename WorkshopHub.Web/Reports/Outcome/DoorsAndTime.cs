namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 5: "can open doors as needed", and whether the promised time was there.</summary>
/// <param name="States">All doors that were asked for, by state; empty where none was.</param>
/// <param name="Champions">
/// The same by the person who was asked, with the days that it took; those asked for fewer than five doors stand together in one
/// row without a name.
/// </param>
/// <param name="Statements">What people said half-way of time and doors.</param>
public sealed record DoorsAndTime(
    IReadOnlyList<DoorCount> States, IReadOnlyList<ChampionDoors> Champions, IReadOnlyList<StatementThenNow> Statements);

/// <summary>How many doors are in a state.</summary>
/// <param name="State">Asked, Accepted, Opened or NotPossible.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
public sealed record DoorCount(string State, string Words, int Count);

/// <summary>The doors that somebody was asked to open.</summary>
/// <param name="Name">Their name; null for those together who were asked for fewer than five each.</param>
/// <param name="Sets">The sets that asked.</param>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Opened">How many of them are open.</param>
/// <param name="MedianDays">Median of the days from asked to open; null where none is open.</param>
public sealed record ChampionDoors(string? Name, IReadOnlyList<OfSet> Sets, int Asked, int Opened, double? MedianDays);

/// <summary>A statement that people agreed with from 1 (not at all) to 5 (fully), before and after.</summary>
/// <param name="Number">Its number in the house's list, from 1; 0 for one of the programme's own.</param>
/// <param name="Text">Its words.</param>
/// <param name="Then">What was answered the first time; null where it was asked once, or by fewer than five.</param>
/// <param name="Now">What was answered the last time; null where fewer than five answered.</param>
public sealed record StatementThenNow(int Number, string Text, FiveCounts? Then, FiveCounts? Now);

/// <summary>How often each of 1 to 5 was said, when and by how many. There are always five answers or more.</summary>
/// <param name="Counts">Five counts, for 1 to 5.</param>
/// <param name="On">The day of the workshop.</param>
/// <param name="Workshop">The workshop's title.</param>
public sealed record FiveCounts(IReadOnlyList<int> Counts, DateOnly On, string Workshop)
{
    /// <summary>How many answered.</summary>
    public int N => Counts.Sum();

    /// <summary>The mean, 1 to 5.</summary>
    public double Mean => N == 0 ? 0 : Counts.Select((count, at) => (double)count * (at + 1)).Sum() / N;
}
