namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>Something that dots can be put on.</summary>
public sealed record DotItem
{
    /// <summary>A post's id, or the place in a given list.</summary>
    public string Key { get; init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who wrote it, where the name may be told; else null.</summary>
    public string? Who { get; init; }

    /// <summary>The known person who wrote it, where the name may be told.</summary>
    public long? PersonId { get; init; }

    /// <summary>What somebody without a set is, e.g. Advisor; else null.</summary>
    public string? Role { get; init; }

    /// <summary>The set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's place, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>How many dots it has.</summary>
    public long Dots { get; init; }

    /// <summary>The words for a list, cut at a whole word.</summary>
    public string InBrief => Text.Length <= 90 ? Text : Text[..Math.Max(40, Text.LastIndexOf(' ', 85))] + "…";
}

/// <summary>A vote with all its dots.</summary>
public sealed record DotResult
{
    /// <summary>With fewer anonymous voters, only their number is told.</summary>
    public const int FewestAnonymous = 5;

    // What a column of the wall holds without becoming small, in characters.
    private const int ColumnHolds = 330;

    /// <summary>The activity.</summary>
    public Activity Activity { get; init; } = new();

    /// <summary>Its settings.</summary>
    public DotSettings Settings { get; init; } = new();

    /// <summary>What there is to choose from, in its own order.</summary>
    public IReadOnlyList<DotItem> Items { get; init; } = [];

    /// <summary>How many people gave dots.</summary>
    public long People { get; init; }

    /// <summary>How many of them gave them on paper.</summary>
    public long OnPaper { get; init; }

    /// <summary>All dots.</summary>
    public long Dots => Items.Sum(item => item.Dots);

    /// <summary>With dots, most first.</summary>
    public IReadOnlyList<DotItem> Ranked => [.. Items.Where(item => item.Dots > 0).OrderByDescending(item => item.Dots)];

    /// <summary>Whether there are too few anonymous voters to tell what they chose.</summary>
    public bool TooFew => Activity.NameMode == NameMode.Anonymous && People < FewestAnonymous;

    /// <summary>Whether counts may be told at all.</summary>
    public bool MayTell => Activity.Reveal != Reveal.Never && !TooFew;

    /// <summary>Whether the wall shows more than how many.</summary>
    public bool OnWall => Activity.IsRevealed && MayTell;

    /// <summary>What the room keeps: the first few, and those that have as many dots as the last of them.</summary>
    public IReadOnlyList<DotItem> Kept =>
        Ranked is { Count: > 0 } ranked && ranked[Math.Min(Settings.Keep, ranked.Count) - 1].Dots is var least
            ? [.. ranked.Where(item => item.Dots >= least)] : [];

    /// <summary>Three columns of the wall, each with the items of its place and, where they fit, of the place below.</summary>
    public IReadOnlyList<IReadOnlyList<DotItem>> Columns
    {
        get
        {
            var ranked = Ranked;
            return [.. Enumerable.Range(0, 3).Select(place => (IReadOnlyList<DotItem>)[.. ranked.Skip(place).Take(1),
                .. ranked.Skip(place + 3).Take(1).Where(below => below.Text.Length + ranked[place].Text.Length <= ColumnHolds)])];
        }
    }

    /// <summary>What was given, for the foot of a wall.</summary>
    public string InNumbers => People == 0 ? "No dots yet"
        : $"{Dots} {(Dots == 1 ? "dot" : "dots")} from {People} {(People == 1 ? "person" : "people")}{AnsweredMarks.PaperNote(OnPaper)}";
}

/// <summary>What one person has of a vote on their phone.</summary>
/// <param name="Result">The vote.</param>
/// <param name="Own">Keys of the items that one's dots are on; empty where they are anonymous.</param>
/// <param name="HasAnswered">Whether this person has given dots.</param>
public sealed record DotFeed(DotResult Result, IReadOnlyList<string> Own, bool HasAnswered);
