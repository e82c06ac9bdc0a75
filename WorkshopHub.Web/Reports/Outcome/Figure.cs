using System.Globalization;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>A number of the report with what stands behind it, so that nobody has to believe it.</summary>
/// <param name="Section">Key of the section that it is of.</param>
/// <param name="Key">Its own key, each once in a report, e.g. actions-done.</param>
/// <param name="Name">What is counted or measured.</param>
/// <param name="Value">The number; null where nothing was recorded (never zero in its place), or where it is withheld.</param>
/// <param name="Unit">What it is in: %, days, of 5; empty for a plain count.</param>
/// <param name="N">Out of how many people or things, where it is out of some; else null.</param>
/// <param name="Source">Where it comes from, in words for people.</param>
/// <param name="AsOf">The day that it holds for; null where none was recorded: never the day on which somebody reads it in its place.</param>
/// <param name="About">What one should know beside it; may be empty.</param>
public sealed record Figure(
    string Section, string Key, string Name, double? Value, string Unit, int? N, string Source, DateOnly? AsOf, string About)
{
    /// <summary>What stands where there is nothing.</summary>
    public const string NotRecorded = "not recorded";

    /// <summary>What stands where the day that a figure holds for is not known.</summary>
    public const string NoDay = "date not recorded";

    /// <summary>What stands where fewer than five people or things would be told of.</summary>
    public const string FewerThanFive = "fewer than five";

    /// <summary>What stands where fewer than five are missing from the whole: who they are not would be told of them.</summary>
    public const string AllButFew = "all but fewer than five";

    /// <summary>What stands where it would tell of others that are few.</summary>
    public const string NotAlone = "not told alone";

    /// <summary>Of fewer people only that there are fewer than five is told.</summary>
    public const int Enough = 5;

    /// <summary>There is a number, and it is not told because it would be of fewer than five.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The same, withheld where it would tell what few people said: of one to four.</summary>
    public Figure ForFew(long people) => IsFew(people) ? this with { Value = null, IsWithheld = true } : this;

    /// <summary>The same, withheld too where it, or what it leaves of these people, is one to four: each can be read from the other.</summary>
    public Figure ForFewOf(long people) => Value is not { } value || !TellsFew((long)value, people) ? ForFew(people)
        : this with { Value = null, IsWithheld = true, Open = IsFew(people) || IsFew((long)value) ? null : AllButFew };

    /// <summary>Whether a count of some people tells of one to four: it, those whom it leaves, or all of them are so few.</summary>
    public static bool TellsFew(long count, long of) => IsFew(count) || IsFew(of - count) || IsFew(of);

    private static bool IsFew(long count) => count is > 0 and < Enough;

    /// <summary>What stands in place of a number that cannot be there yet, e.g. 12 asked, none has answered yet, or that is withheld because few are left of the whole; null where nothing is to be said.</summary>
    public string? Open { get; init; }

    /// <summary>The set that it is of, or null: of the whole programme.</summary>
    public OfSet? Set { get; init; }

    /// <summary>On how many of the sets it rests where some have told nothing of it, e.g. 2 of 6 sets; null where all have, or none.</summary>
    public string? Sets { get; init; }

    /// <summary>The page on which one sees what it was counted from, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Who may follow the link: those who read this artefact of the programme; null for every reader.</summary>
    public string? Needs { get; init; }

    /// <summary>The same, of these sets: what is told of it says so where others have told nothing.</summary>
    public Figure From(int told, int sets) => told == 0 || told >= sets || Value is null ? this : this with
    {
        Sets = string.Create(CultureInfo.InvariantCulture, $"{told} of {sets} sets"),
        About = string.Create(CultureInfo.InvariantCulture, $"{About} {told} of {sets} sets have told.").TrimStart(),
    };

    /// <summary>The number as people read it, with its unit where that is short.</summary>
    public string Words => IsWithheld ? Open ?? FewerThanFive : Value is { } value ? Say(value, Unit) : Open ?? NotRecorded;

    /// <summary>A value with its unit behind it: 34%, 12 days, 3.4 of 5.</summary>
    public static string Say(double value, string unit) => Amount.Say(value, unit);
}
