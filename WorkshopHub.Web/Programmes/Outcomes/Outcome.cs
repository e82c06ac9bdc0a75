using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>What a set, or a member with a problem of their own, reports at a workshop.</summary>
public sealed record Outcome
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The workshop at which it is reported.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The member who reports; null for the whole set.</summary>
    public long? PersonId { get; init; }

    /// <summary>The decision that is asked for; may be empty.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? AskedBy { get; init; }

    /// <summary>With whom; may be empty.</summary>
    public string AskedWith { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one that it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Its slides, as far as something is written.</summary>
    public IReadOnlyList<SlideText> Written { get; init; } = [];

    /// <summary>A slide; empty where nothing is written.</summary>
    public SlideText this[Slide slide] => Written.FirstOrDefault(one => one.Slide == slide) ?? new SlideText { Slide = slide };

    private const string Select =
        """
        SELECT o.id, o.workshop_id, o.set_id, o.person_id, o.asked, o.asked_by, o.asked_with, o.version, o.changed_at, p.name AS ChangedBy
        FROM outcome o
        LEFT JOIN person p ON p.id = o.changed_by
        """;

    /// <summary>One outcome with its slides, or null.</summary>
    public static Outcome? Find(Reads reads, long id) =>
        reads.First<Outcome>($"{Select} WHERE o.id = @id", new { id }) is { } found ? WithSlides(reads, found) : null;

    /// <summary>What a set (or one member of it) reports at a workshop, or null while nothing is written.</summary>
    public static Outcome? Find(Reads reads, long workshop, long set, long? person) => reads.First<Outcome>(
        $"{Select} WHERE o.workshop_id = @workshop AND o.set_id = @set AND o.person_id IS @person",
        new { workshop, set, person }) is { } found ? WithSlides(reads, found) : null;

    private static Outcome WithSlides(Reads reads, Outcome outcome) => outcome with
    {
        Written = reads.Query<SlideText>("SELECT slide, text, note FROM outcome_slide WHERE outcome_id = @Id", outcome),
    };
}

/// <summary>What is decided about an outcome.</summary>
public enum Decision
{
    /// <summary>It becomes the way things are done.</summary>
    Adopt,

    /// <summary>It goes on, or to more places.</summary>
    Extend,

    /// <summary>It ends here.</summary>
    Stop,

    /// <summary>Not yet.</summary>
    Later,

    /// <summary>In other words.</summary>
    Other,
}

/// <summary>The answer to an outcome: the sponsor's, or a supervisor's to a member.</summary>
public sealed record OutcomeAnswer
{
    /// <summary>The outcome.</summary>
    public long OutcomeId { get; init; }

    /// <summary>The set that reported.</summary>
    public long SetId { get; init; }

    /// <summary>The member who reported; null where the set as a whole is answered.</summary>
    public long? PersonId { get; init; }

    /// <summary>What is decided.</summary>
    public Decision Decision { get; init; }

    /// <summary>In their own words; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>What happens next; may be empty.</summary>
    public string NextStep { get; init; } = "";

    /// <summary>Who does it; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>Who answered.</summary>
    public long By { get; init; }

    /// <summary>Their name.</summary>
    public string ByName { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one that it was shown, 0 where there was none.</summary>
    public long Version { get; init; }

    /// <summary>The answers given at a workshop.</summary>
    public static IReadOnlyList<OutcomeAnswer> Of(Reads reads, long workshop) => reads.Query<OutcomeAnswer>(
        """
        SELECT a.outcome_id, o.set_id, o.person_id, a.decision, a.text, a.next_step, a.owner, a.due, a.by, p.name AS ByName, a.at, a.version
        FROM outcome_answer a JOIN outcome o ON o.id = a.outcome_id JOIN person p ON p.id = a.by
        WHERE o.workshop_id = @workshop
        ORDER BY a.at
        """,
        new { workshop });
}
