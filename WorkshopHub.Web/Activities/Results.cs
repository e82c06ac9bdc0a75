namespace WorkshopHub.Web.Activities;

/// <summary>Something that was said in an activity.</summary>
/// <param name="Label">What sort of thing it is, e.g. Learning.</param>
/// <param name="Text">The words.</param>
/// <param name="SetId">The set that it stands with, or null.</param>
/// <param name="Who">The name that stands beside it, or null.</param>
/// <param name="At">When (UTC), or null where no time is kept.</param>
public sealed record Said(string Label, string Text, long? SetId = null, string? Who = null, string? At = null)
{
    /// <summary>The one word that it is filtered by, where the label says more.</summary>
    public string Kind { get; init; } = Label;

    /// <summary>The set that it is said to, or null.</summary>
    public long? ToSetId { get; init; }

    /// <summary>Whether a question has its answer; null where it is none.</summary>
    public bool? IsAnswered { get; init; }

    /// <summary>How many dots chose it to be kept; null where none were given.</summary>
    public long? Dots { get; init; }

    /// <summary>How many dots everybody had.</summary>
    public int DotsEach { get; init; }
}

/// <summary>A table for the facilitator's export.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows: text, long, double or null.</param>
public sealed record ActivitySheet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>A field of an answer that was given on paper.</summary>
/// <param name="Name">The name that the phone's form gives it.</param>
/// <param name="Label">What stands over it.</param>
/// <param name="Choices">Value and word of each choice; empty for free text.</param>
/// <param name="MaxLength">Characters of free text.</param>
public sealed record PaperField(string Name, string Label, IReadOnlyList<(string Value, string Word)> Choices, int MaxLength = 280);
