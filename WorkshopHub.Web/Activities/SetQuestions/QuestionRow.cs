using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>A question as stored, with the names that stand beside it.</summary>
public sealed record QuestionRow
{
    /// <summary>Made by the phone that asked.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The set that asks.</summary>
    public long FromSet { get; init; }

    /// <summary>Its place in the programme.</summary>
    public long FromPosition { get; init; }

    /// <summary>Its name.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The set that is asked.</summary>
    public long ToSet { get; init; }

    /// <summary>Its place in the programme.</summary>
    public long ToPosition { get; init; }

    /// <summary>Its name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Who asked, in the room.</summary>
    public long ParticipantId { get; init; }

    /// <summary>Who asked, as a known person, or null.</summary>
    public long? PersonId { get; init; }

    /// <summary>The name of who asked; null where only the set stands beside it.</summary>
    public string? Who { get; init; }

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a facilitator has taken it off.</summary>
    public bool IsHidden { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>Rises with each press of the facilitator on it.</summary>
    public long Version { get; init; }

    /// <summary>What the asked set answers; empty while it has not.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Who typed the answer, by name; null where there is none.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Who typed it, as a known person.</summary>
    public long? AnsweredByPerson { get; init; }

    /// <summary>When it was last answered (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>Rises with each answer.</summary>
    public long AnswerVersion { get; init; }

    /// <summary>Whether the asked set has answered.</summary>
    public bool IsAnswered => Answer.Length > 0;

    /// <summary>Its place in the list of what was asked, newest first.</summary>
    public string SortKey => AskedAt + Id;

    /// <summary>Its place on the wall of answers: the newest answers first, then what waits for one.</summary>
    public string AnswerKey => IsAnswered ? $"1{AnsweredAt}{Id}" : $"0{AskedAt}{Id}";

    /// <summary>Who asked, in a few words: the name, or the set where names are kept back.</summary>
    public string Asker => Who ?? FromName;

    private const string Select =
        """
        SELECT q.id, q.activity_id, q.from_set, f.position AS FromPosition, f.name AS FromName, q.to_set, t.position AS ToPosition,
               t.name AS ToName, q.participant_id, j.person_id, CASE a.name_mode WHEN 'Named' THEN j.name END AS Who, q.text,
               q.state = 'Hidden' AS IsHidden, q.asked_at, q.version, q.answer, b.name AS AnsweredBy,
               b.person_id AS AnsweredByPerson, q.answered_at, q.answer_version
        FROM set_question q
        JOIN activity a ON a.id = q.activity_id
        JOIN sets f ON f.id = q.from_set
        JOIN sets t ON t.id = q.to_set
        JOIN participant j ON j.id = q.participant_id
        LEFT JOIN participant b ON b.id = q.answered_by
        """;

    /// <summary>Everything that was asked and not taken back, newest first; also what is hidden.</summary>
    public static IReadOnlyList<QuestionRow> All(Reads reads, long activity) => reads.Once($"set-questions-{activity}", () =>
        reads.Query<QuestionRow>(
            $"{Select} WHERE q.activity_id = @activity AND q.state <> 'TakenBack' ORDER BY q.asked_at DESC, q.id DESC",
            new { activity }));

    /// <summary>What the room may count: everything but what is hidden or taken back.</summary>
    public static IReadOnlyList<QuestionRow> Shown(Reads reads, long activity) =>
        [.. All(reads, activity).Where(question => !question.IsHidden)];

    /// <summary>One question as it is now, or null; also a hidden one.</summary>
    public static QuestionRow? Find(Reads reads, string id) =>
        reads.First<QuestionRow>($"{Select} WHERE q.id = @id AND q.state <> 'TakenBack'", new { id });
}
