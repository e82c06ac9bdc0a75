using System.Globalization;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The fields of a problem as typed; each step of the wizard sends its own.</summary>
public sealed class ProblemForm
{
    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What happens.</summary>
    public string? Description { get; set; }

    /// <summary>Why it matters and why it is hard.</summary>
    public string? WhyItMatters { get; set; }

    /// <summary>How one would see that it is better.</summary>
    public string? SuccessLooksLike { get; set; }

    /// <summary>Nobody is clearly the expert, or Somebody is; empty where it was not answered.</summary>
    public string? Expert { get; set; }

    /// <summary>What is meant by it.</summary>
    public string? NoClearExpertiseNote { get; set; }

    /// <summary>None is known, those that are Failed here, or one is Known; empty where it was not answered.</summary>
    public string? Answer { get; set; }

    /// <summary>What is meant by it.</summary>
    public string? NoKnownAnswerNote { get; set; }

    /// <summary>The client.</summary>
    public long? ClientId { get; set; }

    /// <summary>What was tried before, row by row.</summary>
    public IList<AttemptForm> Attempts { get; } = [];

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    private IReadOnlyList<FailedAttempt> Tried =>
    [
        .. Attempts.Select(one => new FailedAttempt
        {
            Year = string.IsNullOrWhiteSpace(one.Year) ? null : int.TryParse(one.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
            What = one.What ?? "",
            WhyItFailed = one.Why ?? "",
        }),
    ];

    /// <summary>What a problem says when the answers of one step are put into it.</summary>
    /// <param name="now">What it says so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="asIs">While somebody still types: attempts that don't say yet what was tried are left out.</param>
    public ProblemDetails Into(ProblemDetails now, string step, bool asIs) => step switch
    {
        ProblemSteps.Hurts => now with { Title = Title, Description = Description, WhyItMatters = WhyItMatters },
        ProblemSteps.Hard => now with { NoClearExpertise = Expert == "Nobody", NoClearExpertiseNote = NoClearExpertiseNote },
        ProblemSteps.Tried => now with
        {
            Attempts = asIs ? [.. Tried.Where(one => one.What.Trim().Length > 0)] : Tried,
            NoKnownAnswer = Answer == "None",
            AnswerIsKnown = Answer == "Known",
            NoKnownAnswerNote = NoKnownAnswerNote,
        },
        ProblemSteps.Good => now with { SuccessLooksLike = SuccessLooksLike },
        _ => now with { ClientId = ClientId },
    };

    /// <summary>Rows without a word go, so that those that are left have the places by which faults name them.</summary>
    public ProblemForm Trim()
    {
        foreach (var empty in Attempts.Where(one => $"{one.What}{one.Why}".Trim().Length == 0 && (one.Year ?? "").Trim().Length == 0).ToList())
        {
            Attempts.Remove(empty);
        }

        return this;
    }

    /// <summary>Room for at least two attempts, and one more where it is asked for.</summary>
    public ProblemForm WithRoom(bool more = false)
    {
        var rows = Math.Min(ProblemDetails.AttemptsMax, Math.Max(2, Attempts.Count + (more ? 1 : 0)));
        while (Attempts.Count < rows)
        {
            Attempts.Add(new AttemptForm());
        }

        return this;
    }

    /// <summary>The form of a problem as it stands.</summary>
    public static ProblemForm Of(ProblemRow row, IReadOnlyList<FailedAttempt> attempts)
    {
        var form = new ProblemForm
        {
            Title = row.Title,
            Description = row.Description,
            WhyItMatters = row.WhyItMatters,
            SuccessLooksLike = row.SuccessLooksLike,
            Expert = row.NoClearExpertise ? "Nobody" : row.NoClearExpertiseNote.Length > 0 ? "Somebody" : "",
            NoClearExpertiseNote = row.NoClearExpertiseNote,
            Answer = row.AnswerIsKnown ? "Known" : row.NoKnownAnswer ? "None" : attempts.Count > 0 ? "Failed" : "",
            NoKnownAnswerNote = row.NoKnownAnswerNote,
            ClientId = row.ClientId,
            Version = row.Version,
        };
        foreach (var attempt in attempts)
        {
            form.Attempts.Add(new AttemptForm { Year = attempt.Year?.ToString(CultureInfo.InvariantCulture), What = attempt.What, Why = attempt.WhyItFailed });
        }

        return form;
    }
}

/// <summary>A failed attempt as typed.</summary>
public sealed class AttemptForm
{
    /// <summary>The year.</summary>
    public string? Year { get; set; }

    /// <summary>What was tried.</summary>
    public string? What { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Why { get; set; }
}
