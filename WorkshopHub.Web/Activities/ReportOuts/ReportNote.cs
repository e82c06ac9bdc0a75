using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>What somebody noted while others reported.</summary>
public enum NoteKind
{
    /// <summary>One thing that I can use.</summary>
    Use,

    /// <summary>What I want to know.</summary>
    Question,
}

/// <summary>What became of a note.</summary>
public enum NoteState
{
    /// <summary>It is with those who reported; a question waits to be read out.</summary>
    Shown,

    /// <summary>A question that was read out.</summary>
    Asked,

    /// <summary>The facilitator took it off.</summary>
    Hidden,
}

/// <summary>A question, or one thing that somebody can use.</summary>
public sealed record ReportNote
{
    /// <summary>The characters that it may have.</summary>
    public const int TextMax = 280;

    /// <summary>Its id, made by the phone.</summary>
    public string Id { get; init; } = "";

    /// <summary>The report that it is about.</summary>
    public long OutcomeId { get; init; }

    /// <summary>The author.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The author's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The author's set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The place of the author's set, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>What it is.</summary>
    public NoteKind Kind { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>What became of it.</summary>
    public NoteState State { get; init; }

    /// <summary>When it came (UTC).</summary>
    public string At { get; init; } = "";

    private const string Select =
        """
        SELECT n.id, n.outcome_id, n.participant_id, j.name, n.set_id, s.position AS SetPosition, n.kind, n.text, n.state, n.at
        FROM report_note n
        JOIN participant j ON j.id = n.participant_id
        LEFT JOIN sets s ON s.id = n.set_id
        """;

    /// <summary>The notes of a report-out, or of one report in it, newest first.</summary>
    public static IReadOnlyList<ReportNote> Of(Reads reads, long activity, long? outcome) => reads.Query<ReportNote>(
        $"{Select} WHERE n.activity_id = @activity AND (@outcome IS NULL OR n.outcome_id = @outcome) ORDER BY n.at DESC, n.id DESC",
        new { activity, outcome });

    /// <summary>Takes a note from a phone; the same id with the same words is the same note.</summary>
    public static Answered Add(Writes writes, ReportRun run, Turn turn, Answer answer, string field)
    {
        var fields = answer.Fields;
        var suffix = $".{turn.OutcomeId}";
        var kindField = fields.ContainsKey("kind" + suffix) ? "kind" + suffix : "kind";
        if (!Enum.TryParse<NoteKind>(fields[kindField], out var kind) || !Enum.IsDefined(kind))
        {
            return Answered.Invalid(kindField, "Choose: can you use it, or do you want to know something?");
        }

        var text = Slides.Clean(fields[field]);
        if (Slides.Count(text) is 0 or > TextMax)
        {
            return Answered.Invalid(field, text.Length == 0 ? "Write a few words first."
                : $"{Slides.Count(text)} characters. Keep it to {TextMax}.");
        }

        var values = new
        {
            answer.Id,
            activity = run.Activity.Id,
            outcome = turn.OutcomeId,
            answer.Seat.ParticipantId,
            answer.Seat.SetId,
            kind = kind.ToString(),
            text,
            writes.Now,
        };
        if (writes.First<ReportNote>($"{Select} WHERE n.id = @Id", values) is { } known)
        {
            return known.ParticipantId == answer.Seat.ParticipantId && known.Text == text && known.OutcomeId == turn.OutcomeId
                ? Answered.Taken : Answered.Conflict("This was sent before with other words. Load the page again.");
        }

        writes.Execute(
            """
            INSERT INTO report_note (id, activity_id, outcome_id, participant_id, set_id, kind, text, at)
            VALUES (@Id, @activity, @outcome, @ParticipantId, @SetId, @kind, @text, @Now)
            """,
            values);
        AnsweredMarks.Add(writes, run.Activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken;
    }
}
