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
        var wrong = new Refusals();
        wrong.If(Title!.Length == 0, "Form.Title", "What is it called? A few words that people will use.");
        wrong.If(Title.Length > TitleMax, "Form.Title", $"{Title.Length} characters. Keep it to {TitleMax}: it stands over a column on the wall.");
        Limit(wrong, "Form.Description", Description!);
        Limit(wrong, "Form.WhyItMatters", WhyItMatters!);
        Limit(wrong, "Form.SuccessLooksLike", SuccessLooksLike!);
        Limit(wrong, "Form.NoClearExpertiseNote", NoClearExpertiseNote!);
        Limit(wrong, "Form.NoKnownAnswerNote", NoKnownAnswerNote!);
        wrong.If(Attempts.Count > AttemptsMax, "Attempts", $"Keep the {AttemptsMax} attempts that tell most.");
        foreach (var (field, attempt) in Rows)
        {
            wrong.If(attempt.What.Length == 0, $"{field}.What", "Say what was tried.");
            wrong.If(attempt.Year is < 1900 or > 9999, $"{field}.Year", "A year in four figures, e.g. 2022.");
            wrong.If(attempt.Year > thisYear, $"{field}.Year", $"{attempt.Year} is still to come. When was it tried?");
            Limit(wrong, $"{field}.What", attempt.What);
            Limit(wrong, $"{field}.Why", attempt.WhyItFailed);
        }

        wrong.Throw();
    }

    /// <summary>Refuses attempts that would not count, before one goes on from them.</summary>
    /// <exception cref="RefusedException">One has no year, or doesn't say why it failed.</exception>
    public void CheckCounting()
    {
        var wrong = new Refusals();
        foreach (var (field, attempt) in Rows)
        {
            wrong.If(attempt.Year is null, $"{field}.Year", "Roughly when? Without a year it can’t count.");
            wrong.If(attempt.WhyItFailed.Length == 0, $"{field}.Why", "Say why, or it can’t count as an attempt. One sentence is enough.");
        }

        wrong.Throw();
    }

    /// <summary>The attempts with the names of their fields.</summary>
    private IEnumerable<(string Field, FailedAttempt Attempt)> Rows =>
        Attempts.Index().Select(row => (string.Create(CultureInfo.InvariantCulture, $"Form.Attempts[{row.Index}]"), row.Item));

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

    private static void Limit(Refusals wrong, string field, string text) =>
        wrong.If(text.Length > TextMax, field, $"{text.Length} characters. Keep it to {TextMax}.");
}
