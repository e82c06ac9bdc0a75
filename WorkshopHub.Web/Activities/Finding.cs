namespace WorkshopHub.Web.Activities;

/// <summary>
/// What an activity found out, as the outcome report tells it. The kind makes it with the query of its wall, so that "then and
/// now" is the same in the room and in the report; what the room may not see is not in it.
/// </summary>
public abstract record Finding;

/// <summary>How far people agreed with statements, from 1 to 5.</summary>
/// <param name="Statements">The statements in their order.</param>
/// <param name="Answered">How many answered.</param>
public sealed record StatementsFinding(IReadOnlyList<StatementFound> Statements, long Answered) : Finding;

/// <summary>One statement, then and now.</summary>
/// <param name="Number">Its number in the house's list, from 1; 0 for one of the programme's own.</param>
/// <param name="Text">Its words.</param>
/// <param name="Now">What was answered; null with fewer than five answers.</param>
/// <param name="Then">What was answered at the earlier workshop; null where it was not asked, or by fewer than five.</param>
public sealed record StatementFound(int Number, string Text, CountsFound? Now, CountsFound? Then);

/// <summary>Five counts and when they were given.</summary>
/// <param name="Counts">How often each of 1 to 5 was said.</param>
/// <param name="When">The workshop.</param>
public sealed record CountsFound(IReadOnlyList<long> Counts, OtherTimes When);

/// <summary>Who would ring whom among different units, then and now, without a name.</summary>
/// <param name="Now">As it was answered.</param>
/// <param name="Then">As it was answered at the earlier workshop; null where it was not, or by fewer than five.</param>
public sealed record NetworkFinding(NetworkFound Now, NetworkFound? Then) : Finding;

/// <summary>The connections of one moment.</summary>
public sealed record NetworkFound
{
    /// <summary>The workshop.</summary>
    public required OtherTimes When { get; init; }

    /// <summary>How many answered.</summary>
    public required int Answered { get; init; }

    /// <summary>How many people stand in the list, who could answer.</summary>
    public required int Expected { get; init; }

    /// <summary>Pairs that could be.</summary>
    public required int Possible { get; init; }

    /// <summary>Of them: knows at least the name.</summary>
    public required int Known { get; init; }

    /// <summary>Of them: has talked with, or more.</summary>
    public required int Talked { get; init; }

    /// <summary>Of them: would ring for help.</summary>
    public required int Ring { get; init; }

    /// <summary>The place of the set of each dot, in an order that tells nobody; empty where only counts are kept.</summary>
    public IReadOnlyList<long> Dots { get; init; } = [];

    /// <summary>The lines between two dots: have talked (2) or would ring (3), in either direction.</summary>
    public IReadOnlyList<(int From, int To, long Strength)> Lines { get; init; } = [];

    /// <summary>The groups of the matrix: name, and the set's place (0 where several stand together). Empty where there are not two of five.</summary>
    public IReadOnlyList<(string Name, long Place)> Groups { get; init; } = [];

    /// <summary>From group to group: the pairs that could be, and how many would ring; null for fewer than five.</summary>
    public IReadOnlyList<(int From, int To, int Possible, int? Ring)> Cells { get; init; } = [];
}

/// <summary>The words that people gave.</summary>
/// <param name="When">The workshop.</param>
/// <param name="Answered">How many gave some.</param>
/// <param name="Words">The words that may be read, with how often; most first.</param>
public sealed record WordsFinding(OtherTimes When, long Answered, IReadOnlyList<(string Word, long Count)> Words) : Finding;
