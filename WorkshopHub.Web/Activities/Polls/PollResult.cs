namespace WorkshopHub.Web.Activities.Polls;

/// <summary>An answer as the room's rules allow it to be read.</summary>
public sealed record PollRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who gave it in this room; null for anonymous ones.</summary>
    public long? ParticipantId { get; init; }

    /// <summary>The known person, or null.</summary>
    public long? PersonId { get; init; }

    /// <summary>The name; empty for anonymous ones.</summary>
    public string Who { get; init; } = "";

    /// <summary>The set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>Free text, or what stands beside the choice.</summary>
    public string Text { get; init; } = "";

    /// <summary>Rises with each change.</summary>
    public long Version { get; init; }

    /// <summary>When (UTC); null for anonymous ones.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>What was chosen, in the order of the list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The answer in words, to compare and to show.</summary>
    public string Words => Choices.Count > 0 ? string.Join(", ", Choices) : Text;
}

/// <summary>How many chose something.</summary>
/// <param name="Choice">The words.</param>
/// <param name="Count">How many.</param>
/// <param name="SetPosition">Place of the one set that said it, or null.</param>
public sealed record PollCount(string Choice, long Count, long? SetPosition = null);

/// <summary>What one set has said.</summary>
/// <param name="Set">The set.</param>
/// <param name="Answers">Its phones' answers, newest first.</param>
public sealed record PollOfSet(RoomSet Set, IReadOnlyList<PollRow> Answers)
{
    /// <summary>What the set says; null while nobody has answered or its phones differ.</summary>
    public PollRow? Agreed => Answers.Count > 0 && !Differ ? Answers[0] : null;

    /// <summary>Whether two phones of the set say different things.</summary>
    public bool Differ => Answers.Select(answer => answer.Words).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
}

/// <summary>A poll with all that was answered.</summary>
public sealed record PollResult
{
    /// <summary>With fewer anonymous answers, only their number is told.</summary>
    public const int FewestAnonymous = 5;

    /// <summary>The activity.</summary>
    public Activity Activity { get; init; } = new();

    /// <summary>Its settings.</summary>
    public PollSettings Settings { get; init; } = new();

    /// <summary>What people choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>All answers, newest first; anonymous ones by their random key.</summary>
    public IReadOnlyList<PollRow> Answers { get; init; } = [];

    /// <summary>How many chose what: in the order of the list, words of one's own by number.</summary>
    public IReadOnlyList<PollCount> Counts { get; init; } = [];

    /// <summary>How many people answered on paper.</summary>
    public long OnPaper { get; init; }

    /// <summary>The sets with what each says, where it is one answer a set.</summary>
    public IReadOnlyList<PollOfSet> Sets { get; init; } = [];

    /// <summary>Of words of one's own, as many as a wall holds without becoming small.</summary>
    public IReadOnlyList<PollCount> Shown
    {
        get
        {
            var letters = 0;
            return [.. Counts.TakeWhile(count => (letters += count.Choice.Length + 6) <= 1000)];
        }
    }

    /// <summary>How many have answered: sets, or people.</summary>
    public int Answered => Settings.PerSet ? Sets.Count(set => set.Agreed is not null) : Answers.Count;

    /// <summary>Whether there are too few anonymous answers to tell what they are.</summary>
    public bool TooFew => Activity.NameMode == NameMode.Anonymous && Answers.Count < FewestAnonymous;

    /// <summary>Whether the room may read words: numbers of private choices may be told, words never.</summary>
    public bool MayTell => Activity.Reveal != Reveal.Never && !TooFew
        && !(Activity.NameMode == NameMode.Private && Settings.Form == PollForm.Text);

    /// <summary>Whether the wall shows more than how many.</summary>
    public bool OnWall => Activity.IsRevealed && MayTell;

    /// <summary>Whether names may be read by the room's facilitator.</summary>
    public bool HasNames => Activity.NameMode == NameMode.Named;

    /// <summary>Who put up a hand: everybody whose answer isn't the last choice.</summary>
    public IEnumerable<PollRow> Hands =>
        Answers.Where(answer => answer.Choices.Any(choice => Choices.Count == 0 || choice != Choices[^1]));

    /// <summary>What was answered, or "Nobody has answered yet".</summary>
    public string InNumbers => (Answered, Settings.PerSet) switch
    {
        (0, true) => "No set has answered yet",
        (0, false) => "Nobody has answered yet",
        (1, true) => $"1 of {Sets.Count} sets has answered",
        (var n, true) => $"{n} of {Sets.Count} sets have answered",
        (1, _) => "1 person has answered",
        (var n, _) => $"{n} people have answered",
    } + AnsweredMarks.PaperNote(OnPaper);
}
