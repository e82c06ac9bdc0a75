namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The fields of a problem as typed.</summary>
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

    /// <summary>Nobody is clearly the expert.</summary>
    public bool NoClearExpertise { get; set; }

    /// <summary>What is meant by it.</summary>
    public string? NoClearExpertiseNote { get; set; }

    /// <summary>Nobody knows an answer.</summary>
    public bool NoKnownAnswer { get; set; }

    /// <summary>What is meant by it.</summary>
    public string? NoKnownAnswerNote { get; set; }

    /// <summary>The client.</summary>
    public long? ClientId { get; set; }

    /// <summary>What was tried before, row by row.</summary>
    public IList<AttemptForm> Attempts { get; } = [];

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned.</summary>
    public ProblemDetails Details => new()
    {
        Title = Title,
        Description = Description,
        WhyItMatters = WhyItMatters,
        SuccessLooksLike = SuccessLooksLike,
        NoClearExpertise = NoClearExpertise,
        NoClearExpertiseNote = NoClearExpertiseNote,
        NoKnownAnswer = NoKnownAnswer,
        NoKnownAnswerNote = NoKnownAnswerNote,
        ClientId = ClientId,
        Attempts = [.. Attempts.Select(one => new FailedAttempt
        {
            Year = string.IsNullOrWhiteSpace(one.Year) ? null : int.TryParse(one.Year, out var year) ? year : 0,
            What = one.What ?? "",
            WhyItFailed = one.Why ?? "",
        })],
    };

    /// <summary>Room for at least three attempts, and one more than there are.</summary>
    public ProblemForm WithRoom()
    {
        while (Attempts.Count < 3 || (Attempts.Count < ProblemDetails.AttemptsMax && !string.IsNullOrEmpty(Attempts[^1].What)))
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
            NoClearExpertise = row.NoClearExpertise,
            NoClearExpertiseNote = row.NoClearExpertiseNote,
            NoKnownAnswer = row.NoKnownAnswer,
            NoKnownAnswerNote = row.NoKnownAnswerNote,
            ClientId = row.ClientId,
            Version = row.Version,
        };
        foreach (var attempt in attempts)
        {
            form.Attempts.Add(new AttemptForm { Year = attempt.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), What = attempt.What, Why = attempt.WhyItFailed });
        }

        return form.WithRoom();
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
