namespace WorkshopHub.Web.Shared;

/// <summary>The same thing was saved elsewhere while a form was open: both versions, for the person to choose.</summary>
/// <param name="Who">Who saved, or null where it is not known.</param>
/// <param name="At">When, in local words, e.g. 15:20.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Form">DOM id of the form that puts the own version in its place when it is sent again.</param>
public sealed record Stale(string? Who, string At, IReadOnlyList<StaleField> Fields, string Form)
{
    /// <summary>Who reads it saved it, in another window.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Who saved, as it stands over what they saved.</summary>
    public string By => IsOwn ? "You, in another window" : Who ?? "Somebody else";

    /// <summary>What happened, in a sentence without its full stop.</summary>
    public string Words => IsOwn ? $"You changed this in another window at {At}" : $"{By} changed this at {At}";
}

/// <summary>One field of which there are two versions.</summary>
/// <param name="Label">What the field is called.</param>
/// <param name="Mine">What was typed here and is not saved.</param>
/// <param name="Theirs">What stands now.</param>
public sealed record StaleField(string Label, string Mine, string Theirs)
{
    /// <summary>The fields of which the two versions differ.</summary>
    public static IReadOnlyList<StaleField> Different(params IEnumerable<StaleField> fields) =>
        [.. fields.Where(field => field.Mine != field.Theirs)];
}
