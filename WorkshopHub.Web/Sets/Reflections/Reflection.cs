using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>
/// "Reflection on action": a learning written down after action, by a person or by the set. A person's is read by them alone,
/// the set's by its members and its advisor, until it is shared on purpose.
/// </summary>
public sealed record Reflection
{
    /// <summary>Its id, made with the form.</summary>
    public string Id { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Whose it is; null for the set's own.</summary>
    public long? AuthorId { get; init; }

    /// <summary>The meeting, or null.</summary>
    public long? MeetingId { get; init; }

    /// <summary>The number of that meeting, or null.</summary>
    public long? Number { get; init; }

    /// <summary>The action that it is about, or null.</summary>
    public long? ActionId { get; init; }

    /// <summary>What that action is, or null.</summary>
    public string? Action { get; init; }

    /// <summary>What did we set out to do today?</summary>
    public string SetOut { get; init; } = "";

    /// <summary>What happened?</summary>
    public string Happened { get; init; } = "";

    /// <summary>Why the difference?</summary>
    public string Why { get; init; } = "";

    /// <summary>What will we do otherwise?</summary>
    public string Otherwise { get; init; } = "";

    /// <summary>How did we ask today?</summary>
    public string Asking { get; init; } = "";

    /// <summary>In one piece.</summary>
    public string Text { get; init; } = "";

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was written first (UTC).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>When it was changed last (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Everything that it says, in one piece.</summary>
    public string Words => string.Join('\n', new[] { SetOut, Happened, Why, Otherwise, Asking, Text }.Where(part => part.Length > 0));

    /// <summary>The questions with what was answered, in order: the four of an after-action review, and how the set asked.</summary>
    public IReadOnlyList<(string Field, string Question, string Answer)> Answers =>
    [
        (nameof(SetOut), "What did we set out to do today?", SetOut),
        (nameof(Happened), "What happened?", Happened),
        (nameof(Why), "Why the difference?", Why),
        (nameof(Otherwise), "What will we do otherwise?", Otherwise),
        (nameof(Asking), "And how did we ask today?", Asking),
    ];

    private const string Select =
        """
        SELECT r.id, r.set_id, r.author_id, r.meeting_id, m.number, r.action_id, a.text AS Action, r.set_out, r.happened, r.why, r.otherwise,
          r.asking, r.text, r.version, r.created_at, r.changed_at, c.name AS ChangedBy
        FROM reflection r
        LEFT JOIN set_meeting m ON m.id = r.meeting_id
        LEFT JOIN set_action a ON a.id = r.action_id
        LEFT JOIN person c ON c.id = r.changed_by
        """;

    /// <summary>One, or null. Whoever calls asks who may.</summary>
    public static Reflection? Find(Reads reads, string id) => reads.First<Reflection>($"{Select} WHERE r.id = @id", new { id });

    /// <summary>The set's own of a meeting, or null.</summary>
    public static Reflection? OfMeeting(Reads reads, long meeting) =>
        reads.First<Reflection>($"{Select} WHERE r.meeting_id = @meeting AND r.author_id IS NULL", new { meeting });

    /// <summary>The set's own, the newest first.</summary>
    public static IReadOnlyList<Reflection> OfSet(Reads reads, long set) =>
        reads.Query<Reflection>($"{Select} WHERE r.set_id = @set AND r.author_id IS NULL ORDER BY r.created_at DESC, r.id", new { set });

    /// <summary>The set's own that are about one of its actions, the oldest first.</summary>
    public static IReadOnlyList<Reflection> About(Reads reads, long set, long action) => reads.Query<Reflection>(
        $"{Select} WHERE r.set_id = @set AND r.author_id IS NULL AND r.action_id = @action ORDER BY r.created_at, r.id", new { set, action });

    /// <summary>What somebody wrote for themselves in a set, the newest first; of one meeting or of all.</summary>
    public static IReadOnlyList<Reflection> Own(Reads reads, long set, long person, long? meeting = null) => reads.Query<Reflection>(
        $"{Select} WHERE r.set_id = @set AND r.author_id = @person AND (@meeting IS NULL OR r.meeting_id = @meeting) ORDER BY r.created_at DESC, r.id",
        new { set, person, meeting });
}
