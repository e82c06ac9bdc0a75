using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>What the form says about a problem, cleaned.</summary>
public sealed record ProblemDetails
{
    /// <summary>The longest title, in characters; it stands over a column of the wall.</summary>
    public const int TitleMax = 80;

    /// <summary>The longest text of the other fields, in characters.</summary>
    public const int TextMax = 600;

    /// <summary>How many failed attempts are kept.</summary>
    public const int AttemptsMax = 8;

    private readonly IReadOnlyList<FailedAttempt> _attempts = [];

    /// <summary>What it is called.</summary>
    public string? Title { get; init => field = Line.Clean(value); } = "";

    /// <summary>What happens.</summary>
    public string? Description { get; init => field = Line.Clean(value); } = "";

    /// <summary>Why it matters and why it is hard.</summary>
    public string? WhyItMatters { get; init => field = Line.Clean(value); } = "";

    /// <summary>How one would see that it is better.</summary>
    public string? SuccessLooksLike { get; init => field = Line.Clean(value); } = "";

    /// <summary>Nobody is clearly the expert.</summary>
    public bool NoClearExpertise { get; init; }

    /// <summary>What is meant by it.</summary>
    public string? NoClearExpertiseNote { get; init => field = Line.Clean(value); } = "";

    /// <summary>Nobody knows an answer.</summary>
    public bool NoKnownAnswer { get; init; }

    /// <summary>What is meant by it.</summary>
    public string? NoKnownAnswerNote { get; init => field = Line.Clean(value); } = "";

    /// <summary>Somebody knows the answer, and it only has to be done: then it is no problem for a set.</summary>
    public bool AnswerIsKnown { get; init; }

    /// <summary>The client, or null.</summary>
    public long? ClientId { get; init; }

    /// <summary>The member whose own problem it is, or null.</summary>
    public long? OwnerId { get; init; }

    /// <summary>What was tried before; rows without words are left out.</summary>
    public IReadOnlyList<FailedAttempt> Attempts
    {
        get => _attempts;
        init => _attempts =
        [
            .. value.Select(one => one with { What = Line.Clean(one.What), WhyItFailed = Line.Clean(one.WhyItFailed) })
                .Where(one => one.Year is not null || one.What.Length + one.WhyItFailed.Length > 0),
        ];
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <param name="thisYear">The year it is: what failed lies behind us.</param>
    /// <exception cref="RefusedException">A field is missing, too long or still to come.</exception>
    public void Check(int thisYear)
    {
        if (Title!.Length is 0 or > TitleMax)
        {
            throw new RefusedException("Form.Title", Title.Length == 0
                ? "What is it called? A few words that people will use."
                : $"{Title.Length} characters. Keep it to {TitleMax}: it stands over a column on the wall.");
        }

        CheckLength("Form.Description", Description!);
        CheckLength("Form.WhyItMatters", WhyItMatters!);
        CheckLength("Form.SuccessLooksLike", SuccessLooksLike!);
        CheckLength("Form.NoClearExpertiseNote", NoClearExpertiseNote!);
        CheckLength("Form.NoKnownAnswerNote", NoKnownAnswerNote!);
        if (Attempts.Count > AttemptsMax)
        {
            throw new RefusedException("Attempts", $"Keep the {AttemptsMax} attempts that tell most.");
        }

        foreach (var (index, attempt) in Attempts.Index())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"Form.Attempts[{index}]");
            if (attempt.What.Length == 0)
            {
                throw new RefusedException($"{field}.What", "Say what was tried.");
            }

            if (attempt.Year is < 1900 or > 9999)
            {
                throw new RefusedException($"{field}.Year", "A year in four figures, e.g. 2022.");
            }

            if (attempt.Year > thisYear)
            {
                throw new RefusedException($"{field}.Year", $"{attempt.Year} is still to come. When was it tried?");
            }

            CheckLength($"{field}.What", attempt.What);
            CheckLength($"{field}.Why", attempt.WhyItFailed);
        }
    }

    /// <summary>Refuses attempts that would not count, before one goes on from them.</summary>
    /// <exception cref="RefusedException">One has no year, or doesn't say why it failed.</exception>
    public void CheckCounting()
    {
        foreach (var (index, attempt) in Attempts.Index())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"Form.Attempts[{index}]");
            if (attempt.Year is null)
            {
                throw new RefusedException($"{field}.Year", "Roughly when? Without a year it can’t count.");
            }

            if (attempt.WhyItFailed.Length == 0)
            {
                throw new RefusedException($"{field}.Why", "Say why, or it can’t count as an attempt. One sentence is enough.");
            }
        }
    }

    /// <summary>Each answer with the name of its question, in words; clients by their names.</summary>
    public IReadOnlyList<(string Label, string Words)> Each(Func<long, string> clientName) =>
    [
        ("What it is called", Title!), ("What happens", Description!), ("Why it matters", WhyItMatters!),
        ("Nobody is the expert", NoClearExpertise ? $"Yes. {NoClearExpertiseNote}".Trim() : NoClearExpertiseNote!),
        ("What has been tried", string.Join(" ", Attempts.Select(one => $"{(one.Year is { } year ? $"{year}: " : "")}{one.What}. {one.WhyItFailed}".Trim()))),
        ("An answer", AnswerIsKnown ? "It is known." : NoKnownAnswer ? $"Nobody knows one. {NoKnownAnswerNote}".Trim() : NoKnownAnswerNote!),
        ("What good looks like", SuccessLooksLike!), ("Client", ClientId is { } client ? clientName(client) : ""),
    ];

    /// <summary>What a problem says now.</summary>
    public static ProblemDetails Of(ProblemRow row, IReadOnlyList<FailedAttempt> attempts) => new()
    {
        Title = row.Title,
        Description = row.Description,
        WhyItMatters = row.WhyItMatters,
        SuccessLooksLike = row.SuccessLooksLike,
        NoClearExpertise = row.NoClearExpertise,
        NoClearExpertiseNote = row.NoClearExpertiseNote,
        NoKnownAnswer = row.NoKnownAnswer,
        NoKnownAnswerNote = row.NoKnownAnswerNote,
        AnswerIsKnown = row.AnswerIsKnown,
        ClientId = row.ClientId,
        OwnerId = row.OwnerId,
        Attempts = attempts,
    };

    private static void CheckLength(string field, string text)
    {
        if (text.Length > TextMax)
        {
            throw new RefusedException(field, $"{text.Length} characters. Keep it to {TextMax}.");
        }
    }
}
