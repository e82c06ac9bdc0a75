namespace WorkshopHub.Web.Activities;

/// <summary>What became of an answer.</summary>
public enum AnsweredAs
{
    /// <summary>Stored, or stored before under the same id with the same content.</summary>
    Taken,

    /// <summary>Something typed is wrong (422).</summary>
    Invalid,

    /// <summary>The activity is not open (409); the phone keeps the text and may ask to let it in.</summary>
    Closed,

    /// <summary>The id stands for another content of the same author (409).</summary>
    Conflict,

    /// <summary>Not this person's to do (403).</summary>
    Refused,
}

/// <summary>What became of an answer, with the sentence for its author.</summary>
/// <param name="As">The outcome.</param>
/// <param name="Message">What happened and what to do; empty when taken.</param>
/// <param name="Field">The field that is wrong, if one is.</param>
public sealed record Answered(AnsweredAs As, string Message, string? Field = null)
{
    /// <summary>What else is wrong, where several fields are: each with its message.</summary>
    public IReadOnlyList<(string Field, string Message)> Others { get; init; } = [];

    /// <summary>Of what was stored, what the kind needs to announce it and the answer does not say; null for most.</summary>
    public object? About { get; init; }

    /// <summary>Stored.</summary>
    public static Answered Taken { get; } = new(AnsweredAs.Taken, "");

    /// <summary>Something typed is wrong.</summary>
    public static Answered Invalid(string field, string message) => new(AnsweredAs.Invalid, message, field);

    /// <summary>All that is wrong with a form at once, the first before the others; null where nothing is.</summary>
    public static Answered? All(params IEnumerable<Answered?> wrong) => wrong.OfType<Answered>().ToList() is [var first, .. var others]
        ? first with { Others = [.. others.Select(one => (one.Field ?? "", one.Message))] } : null;

    /// <summary>Too late.</summary>
    public static Answered Closed(string message) => new(AnsweredAs.Closed, message);

    /// <summary>The id stands for another content.</summary>
    public static Answered Conflict(string message) => new(AnsweredAs.Conflict, message);

    /// <summary>Not this person's to do.</summary>
    public static Answered Refused(string message) => new(AnsweredAs.Refused, message);

    /// <summary>The HTTP status that says it.</summary>
    public int Status => As switch
    {
        AnsweredAs.Taken => StatusCodes.Status200OK,
        AnsweredAs.Invalid => StatusCodes.Status422UnprocessableEntity,
        AnsweredAs.Refused => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
