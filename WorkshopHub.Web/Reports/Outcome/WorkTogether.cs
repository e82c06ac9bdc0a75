using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 7: whether the organisation works together differently. Nobody stands in it, only counts of at least five.</summary>
/// <param name="Statements">The statements on how people work together, in the house's order.</param>
/// <param name="Then">Who knew whom at the first time; null where it was not asked, or fewer than five answered.</param>
/// <param name="Now">The same at the last time, or null.</param>
/// <param name="Words">One word at the end of a workshop, then and now; empty where it was not asked.</param>
public sealed record WorkTogether(
    IReadOnlyList<StatementThenNow> Statements, NetworkOn? Then, NetworkOn? Now, IReadOnlyList<WordsOn> Words);

/// <summary>The connections of one moment between people of different parts of the organisation.</summary>
public sealed record NetworkOn
{
    /// <summary>The day of the workshop.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Its title.</summary>
    public required string Workshop { get; init; }

    /// <summary>How many answered.</summary>
    public required int Answered { get; init; }

    /// <summary>How many were asked.</summary>
    public int Expected { get; init; }

    /// <summary>Pairs that could be: who answered, and everybody of other parts.</summary>
    public required int Possible { get; init; }

    /// <summary>Of them: knows at least the name (1 or more).</summary>
    public required int Known { get; init; }

    /// <summary>Of them: has talked with (2 or more).</summary>
    public required int Talked { get; init; }

    /// <summary>Of them: would ring for help (3).</summary>
    public required int Ring { get; init; }

    /// <summary>What is said where a picture has marks and no line.</summary>
    public const string NoLines = "No line is drawn: between no two groups, nor within one, were there five of a kind, and a line of fewer would show who.";

    /// <summary>For each mark of the picture the place of its set, in an order that tells nobody. Empty once only counts are kept.</summary>
    public IReadOnlyList<int> Dots { get; init; } = [];

    /// <summary>
    /// The lines of the picture between two marks: have talked (2) or would ring (3), in either direction. Between two groups five of
    /// a kind at least or none; what the matrix withholds is told as 2.
    /// </summary>
    public IReadOnlyList<DotLine> Lines { get; init; } = [];

    /// <summary>
    /// Who would ring whom, group by group: sets, and those in which fewer than five answered put together. Empty where there are
    /// not two groups of five.
    /// </summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Of each group the place of its set; 0 where several stand together.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>The cells of the matrix, row by row: from a group to a group.</summary>
    public IReadOnlyList<MatrixCell> Cells { get; init; } = [];

    /// <summary>The share that would ring, in per cent; null where no pair could be.</summary>
    public double? RingShare => Possible == 0 ? null : 100.0 * Ring / Possible;

    /// <summary>The share that have talked, in per cent, or null.</summary>
    public double? TalkedShare => Possible == 0 ? null : 100.0 * Talked / Possible;
}

/// <summary>A line of the picture.</summary>
/// <param name="From">Number of a mark, from 0.</param>
/// <param name="To">Number of another mark.</param>
/// <param name="Strength">2 or 3.</param>
public sealed record DotLine(int From, int To, int Strength);

/// <summary>A cell of the matrix.</summary>
/// <param name="From">Number of the group that was asked, from 0.</param>
/// <param name="To">Number of the group that it was asked about.</param>
/// <param name="Possible">How many pairs of different parts there are; 0: none, e.g. within one part.</param>
/// <param name="Ring">Of them: would ring. Null where it is fewer than five, which is not told.</param>
public sealed record MatrixCell(int From, int To, int Possible, int? Ring);

/// <summary>The words that people gave at the end of a workshop.</summary>
/// <param name="On">The day.</param>
/// <param name="Workshop">The workshop's title.</param>
/// <param name="N">How many gave some.</param>
/// <param name="Most">The words that were said most, with how often.</param>
public sealed record WordsOn(DateOnly On, string Workshop, int N, IReadOnlyList<WordSaid> Most);

/// <summary>A word and how often it was said.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How often; null where fewer than five said it.</param>
public sealed record WordSaid(string Word, int? Count)
{
    /// <summary>The word and its number, where that is told: together (6), and braver.</summary>
    [JsonIgnore]
    public string Words => Count is { } count ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Word} ({count})") : Word;

    /// <summary>A word that was said so often.</summary>
    public static WordSaid Of(string word, long? count) => new(word, count >= Figure.Enough ? (int)count.Value : null);
}
