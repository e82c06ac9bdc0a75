namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 3: what a set (or a member) asks to be decided, by when, with whom, and what was answered.</summary>
public sealed record AskedDecision
{
    /// <summary>The outcome that it stands in, in the file.</summary>
    public required long OutcomeId { get; init; }

    /// <summary>The set.</summary>
    public required OfSet Set { get; init; }

    /// <summary>The member who asks; null where the set does.</summary>
    public string? Member { get; init; }

    /// <summary>What is asked; empty where nothing is, and there is an answer all the same.</summary>
    public string Asked { get; init; } = "";

    /// <summary>By when, or null.</summary>
    public DateOnly? By { get; init; }

    /// <summary>With whom; may be empty.</summary>
    public string With { get; init; } = "";

    /// <summary>The client of the problem, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The answer; null while it is waited for.</summary>
    public AnswerGiven? Answer { get; init; }

    /// <summary>What the client does next, as they said beside it; null where they did not.</summary>
    public StepPromised? ClientStep { get; init; }
}

/// <summary>What the sponsor (a member's supervisor) answered.</summary>
/// <param name="Decision">Adopt, Extend, Stop, Later or Other.</param>
/// <param name="Text">In their own words; may be empty.</param>
/// <param name="NextStep">What happens next; may be empty.</param>
/// <param name="Owner">Who does it; may be empty.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="By">Who answered.</param>
/// <param name="On">The day of the answer.</param>
public sealed record AnswerGiven(string Decision, string Text, string NextStep, string Owner, DateOnly? Due, string By, DateOnly On)
{
    /// <summary>What became of the next step, as whoever answered said; null where nobody has.</summary>
    public StepSaid? Step { get; init; }

    /// <summary>Whether the day of the next step was over when the report was made, and nobody had told what became of it.</summary>
    public bool IsUntold(DateOnly on) => NextStep.Length > 0 && Due < on && Step is null;

    /// <summary>The decision in a word.</summary>
    public string Words => WordsOf(Decision);

    /// <summary>The next step, who does it and by when; empty where none was named.</summary>
    public string Next(Func<DateOnly, string> day) => NextStep.Length == 0 ? ""
        : $"Next: {NextStep.TrimEnd('.')}{(Owner.Length > 0 ? $", {Owner}" : "")}{(Due is { } due ? $", by {day(due)}" : "")}";

    /// <summary>A decision in a word, as on every other page.</summary>
    public static string WordsOf(string decision) => Programmes.Outcomes.AskedDecision.WordsOf(Enum.TryParse<Programmes.Outcomes.Decision>(decision, out var known) ? known : null);
}

/// <summary>What became of the next step of an answer.</summary>
/// <param name="State">Done or NotDone.</param>
/// <param name="Note">In a sentence; may be empty.</param>
/// <param name="By">Who said so.</param>
/// <param name="On">The day on which they did.</param>
public sealed record StepSaid(string State, string Note, string By, DateOnly On)
{
    /// <summary>It in words: Done: the managers know. Ruth Lindqvist, 2 October 2026.</summary>
    public string Words(Func<DateOnly, string> day) =>
        $"{(State == "Done" ? "Done" : "Not done")}{(Note.Length > 0 ? $": {Note.TrimEnd('.')}" : "")}. {By}, {day(On)}";
}

/// <summary>What a client does next.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="By">Who said it.</param>
public sealed record StepPromised(string Text, DateOnly? Due, string By);
