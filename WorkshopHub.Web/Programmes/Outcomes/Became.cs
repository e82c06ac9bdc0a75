using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>What became of an outcome, ninety days after the final.</summary>
public enum BecameState
{
    /// <summary>It is in place as it was reported.</summary>
    Kept,

    /// <summary>It goes on in another form.</summary>
    Changed,

    /// <summary>It is done no longer.</summary>
    Stopped,
}

/// <summary>Who is asked: those who brought it, or the client (of a member's own: the supervisor).</summary>
public enum BecamePart
{
    /// <summary>The set, or the member.</summary>
    Owner,

    /// <summary>Whoever lives with the result.</summary>
    Client,
}

/// <summary>
/// "What became of it": the results are monitored also when the programme is over. Ninety days after the final those who brought
/// an outcome and its client are asked, each for themselves.
/// </summary>
public sealed record Became
{
    /// <summary>The kind of due work that asks; its thing is the final.</summary>
    public const string Work = "OutcomeNinetyDays";

    /// <summary>The kind of due work that makes the report anew; its thing is the final.</summary>
    public const string Renewal = "ReportAfterNinetyDays";

    /// <summary>How many days after the final people are asked.</summary>
    public const int Days = 90;

    /// <summary>How many days an answer has time before the page says that it is late.</summary>
    public const int DaysToAnswer = 7;

    /// <summary>Characters of the words.</summary>
    public const int TextMax = 280;

    private static readonly TimeOnly _morning = new(8, 0);

    /// <summary>The outcome.</summary>
    public long OutcomeId { get; init; }

    /// <summary>Who is asked.</summary>
    public BecamePart Part { get; init; }

    /// <summary>Since when (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>What became of it; null while it waits.</summary>
    public BecameState? State { get; init; }

    /// <summary>The figure that it is now, in the unit of the first measure, or null.</summary>
    public double? Figure { get; init; }

    /// <summary>In their words; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>Who said it, or null.</summary>
    public string? By { get; init; }

    /// <summary>When (UTC), or null.</summary>
    public string? At { get; init; }

    /// <summary>A state as people say it.</summary>
    public static string WordsOf(BecameState? state) => state switch
    {
        BecameState.Kept => "Kept",
        BecameState.Changed => "Changed",
        BecameState.Stopped => "Stopped",
        _ => "Not said yet",
    };

    private const string Select =
        """
        SELECT b.outcome_id, b.part, b.asked_at, b.state, b.figure, b.text, b.version, p.name AS "By", b.at
        FROM outcome_became b LEFT JOIN person p ON p.id = b.by
        """;

    /// <summary>What was asked of a programme's outcomes, and what was said.</summary>
    public static IReadOnlyList<Became> Of(Reads reads, long programme) => reads.Query<Became>(
        $"""
        {Select} JOIN outcome o ON o.id = b.outcome_id JOIN workshop w ON w.id = o.workshop_id
        WHERE w.programme_id = @programme ORDER BY b.outcome_id, b.part DESC
        """, new { programme });

    /// <summary>What was asked of one outcome: the owner's first.</summary>
    public static IReadOnlyList<Became> OfOutcome(Reads reads, long outcome) =>
        reads.Query<Became>($"{Select} WHERE b.outcome_id = @outcome ORDER BY b.part DESC", new { outcome });

    /// <summary>What was said of a measure, where it is the first of its set or member: figures beside its readings, and none of them.</summary>
    public static IReadOnlyList<Became> OfMeasure(Reads reads, Measure measure) => reads.Query<Became>(
        $"""
        {Select} JOIN outcome o ON o.id = b.outcome_id
        WHERE o.set_id = @SetId AND o.person_id IS @PersonId AND b.state IS NOT NULL AND b.figure IS NOT NULL AND @Id = (
          SELECT m.id FROM measure m WHERE m.set_id = @SetId AND m.person_id IS @PersonId ORDER BY m.position, m.id LIMIT 1)
        ORDER BY b.at DESC
        """, new { measure.Id, measure.SetId, measure.PersonId });

    /// <summary>A report was presented: plans the day on which is asked, where the workshop is a final. Planned again it moves.</summary>
    public static void Plan(Writes writes, long workshop)
    {
        if (writes.First<string>("SELECT date FROM workshop WHERE id = @workshop AND kind = 'Final'", new { workshop }) is { } date)
        {
            Due.Plan(writes, Work, workshop, LocalTime.Moment(LocalDay.Parse(date).AddDays(Days).ToDateTime(_morning), LocalTime.ZoneOf(writes)));
        }
    }

    /// <summary>
    /// A figure was read, corrected or confirmed. Where its programme is closed, the report is made anew within the hour, once for all
    /// that comes until then; where it is planned already, it stays so.
    /// </summary>
    public static void Read(Writes writes, long measure)
    {
        if (writes.First<long?>(
            """
            SELECT w.id FROM measure x JOIN sets s ON s.id = x.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state = 'Closed' AND g.archived_at IS NULL
            JOIN workshop w ON w.programme_id = g.id AND w.kind = 'Final' AND w.state = 'Held'
            WHERE x.id = @measure ORDER BY w.date DESC LIMIT 1
            """, new { measure }) is { } final && !Due.IsPlanned(writes, Renewal, final))
        {
            Due.Plan(writes, Renewal, final, Utc.Parse(writes.Now).AddHours(1));
        }
    }

    /// <summary>
    /// Asks about everything that was presented at a final: those who brought it, and its client or supervisor where there is one.
    /// What was asked already stays as it is; of a programme in the archive nothing is asked.
    /// </summary>
    public static int Ask(Writes writes, long workshop) => writes.Execute(
        """
        INSERT INTO outcome_became (outcome_id, part, asked_at)
        SELECT o.id, part.name, @Now
        FROM outcome o
        JOIN workshop w ON w.id = o.workshop_id
        JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL
        JOIN sets s ON s.id = o.set_id
        JOIN (SELECT 'Owner' AS name UNION ALL SELECT 'Client') part
        WHERE o.workshop_id = @workshop
          AND EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = o.id AND t.tell_at IS NOT NULL)
          AND (part.name = 'Owner' OR CASE WHEN o.person_id IS NULL
            THEN EXISTS (SELECT 1 FROM problem b WHERE b.id = s.problem_id AND b.client_id IS NOT NULL)
            ELSE EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = o.person_id AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL) END)
        ON CONFLICT DO NOTHING
        """, new { workshop, writes.Now });

    /// <summary>Says what became of it, by a form that was shown a version; false where it reads otherwise by now, or nobody asks.</summary>
    /// <exception cref="RefusedException">A field is wrong: State or Text.</exception>
    public static bool Say(Writes writes, Became said, long by)
    {
        Check(said);
        var text = Slides.Clean(said.Text);
        return writes.Execute(
            """
            UPDATE outcome_became SET state = @state, figure = @Figure, text = @text, by = @by, at = @Now, version = version + 1
            WHERE outcome_id = @OutcomeId AND part = @part AND version = @Version
            """,
            new { said.OutcomeId, part = said.Part.ToString(), said.Version, state = said.State.ToString(), said.Figure, text, by, writes.Now }) == 1;
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is wrong: State or Text.</exception>
    public static void Check(Became said)
    {
        var (wrong, text) = (new Refusals(), Slides.Clean(said.Text));
        wrong.If(said.State is not { } state || !Enum.IsDefined(state), "State", "What became of it? Choose one. “Stopped” is an honest answer.");
        OutcomeCommands.Longest(wrong, "Text", text, TextMax);
        wrong.If(said.State == BecameState.Changed && text.Length == 0, "Text", "What is different now? One sentence.");
        wrong.If(said.State == BecameState.Stopped && text.Length == 0, "Text", "Why did it end? One sentence; others learn from it.");
        wrong.Throw();
    }

    /// <summary>Whether everybody who was asked about a final has said something.</summary>
    public static bool AllSaid(Reads reads, long workshop) => reads.First<long?>(
        "SELECT 1 FROM outcome_became b JOIN outcome o ON o.id = b.outcome_id WHERE o.workshop_id = @workshop AND b.state IS NULL LIMIT 1",
        new { workshop }) is null;
}
