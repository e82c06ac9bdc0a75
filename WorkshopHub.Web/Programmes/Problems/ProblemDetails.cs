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
                .Where(one => one.What.Length + one.WhyItFailed.Length > 0),
        ];
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is missing or too long.</exception>
    public void Check()
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

        foreach (var attempt in Attempts)
        {
            if (attempt.What.Length == 0)
            {
                throw new RefusedException("Attempts", "Say for each what was tried.");
            }

            if (attempt.Year is < 1900 or > 2200)
            {
                throw new RefusedException("Attempts", string.Create(
                    CultureInfo.InvariantCulture, $"{attempt.Year} is no year. Leave it empty where nobody knows it."));
            }

            CheckLength("Attempts", attempt.What);
            CheckLength("Attempts", attempt.WhyItFailed);
        }
    }

    private static void CheckLength(string field, string text)
    {
        if (text.Length > TextMax)
        {
            throw new RefusedException(field, $"{text.Length} characters. Keep it to {TextMax}.");
        }
    }
}
