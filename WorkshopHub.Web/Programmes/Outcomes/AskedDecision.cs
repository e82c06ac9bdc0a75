using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>
/// What was presented at the final and what somebody decides about it: "the set reports to the sponsor on the outcomes it has
/// achieved". The sponsor answers each set; where members report each for themselves, the supervisor answers the member, and the
/// sponsor the set as a whole.
/// </summary>
public sealed record AskedDecision
{
    /// <summary>The outcome.</summary>
    public long OutcomeId { get; init; }

    /// <summary>The workshop at which it was presented.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place in the programme, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The member who reported; null for a set.</summary>
    public long? PersonId { get; init; }

    /// <summary>The member's name, or null.</summary>
    public string? Member { get; init; }

    /// <summary>What the work is called, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Whose problem it is: its client, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The decision that is asked for; empty where none was written.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? AskedBy { get; init; }

    /// <summary>With whom; may be empty.</summary>
    public string AskedWith { get; init; } = "";

    /// <summary>When it was presented (UTC): from then on it waits.</summary>
    public string ToldAt { get; init; } = "";

    /// <summary>What was decided; null while it waits.</summary>
    public Decision? Decision { get; init; }

    /// <summary>In the words of whoever answered; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>What happens next; may be empty.</summary>
    public string NextStep { get; init; } = "";

    /// <summary>Who does it; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>What became of the next step: Done or NotDone; null where nobody has said.</summary>
    public string? StepState { get; init; }

    /// <summary>The note to that; may be empty.</summary>
    public string StepNote { get; init; } = "";

    /// <summary>What the client does next; may be empty.</summary>
    public string ClientStep { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? ClientDue { get; init; }

    /// <summary>Nobody has answered yet.</summary>
    public bool Waits => Decision is null;

    /// <summary>Whose it is: the member's name, else the set's.</summary>
    public string Name => Member ?? SetName;

    /// <summary>The decision as people say it; "Waits" where there is none.</summary>
    public string Words => WordsOf(Decision);

    /// <summary>What the next step, whoever does it and the day make together, e.g. Two bays. Clio, by 30 October; empty where nothing was said.</summary>
    public string Next => string.Join(", ", new[]
    {
        NextStep.Length > 0 && Owner.Length > 0 ? $"{NextStep.TrimEnd('.')}. {Owner}" : NextStep + Owner,
        LocalDay.Read(Due) is { } day ? $"by {LocalDay.WithMonth(day, AnsweredAt is { } at ? Utc.Parse(at) : default)}" : "",
        StepState is null ? "" : $"{Outcomes.NextStep.WordsOf(StepState)}{(StepNote.Length > 0 ? $": {StepNote.TrimEnd('.')}" : "")}",
    }.Where(part => part.Length > 0));

    /// <summary>Whether the next step is somebody's own: the answer says in words who does it, and where it says nobody, whoever answered does.</summary>
    public bool IsStepOf(string name) =>
        Owner.Length == 0 ? string.Equals(AnsweredBy, name, StringComparison.Ordinal)
        : Owner.Contains(name, StringComparison.OrdinalIgnoreCase) || string.Equals(Owner, Called.First(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the day of the next step is past, and nobody has said what became of it.</summary>
    public bool IsStepOverdue(DateOnly today) => !Waits && NextStep.Length > 0 && StepState is null && LocalDay.Read(Due) is { } due && due < today;

    /// <summary>A decision as people say it.</summary>
    public static string WordsOf(Decision? decision) => decision switch
    {
        Outcomes.Decision.Adopt => "Adopted",
        Outcomes.Decision.Extend => "Extended",
        Outcomes.Decision.Stop => "Stopped",
        Outcomes.Decision.Later => "Not yet",
        Outcomes.Decision.Other => "Otherwise",
        _ => "Waits",
    };

    /// <summary>The same as it is chosen in the room and shown on its walls.</summary>
    public static string Chosen(Decision decision) => decision switch
    {
        Outcomes.Decision.Later => "Not yet",
        Outcomes.Decision.Other => "Otherwise",
        _ => decision.ToString(),
    };

    /// <summary>Everything that was presented at a programme's final, set by set, with what was answered: one statement.</summary>
    public static IReadOnlyList<AskedDecision> Of(Reads reads, long programme) => reads.Query<AskedDecision>(Select, new { programme, sponsor = (long?)null });

    /// <summary>The same of all programmes outside the archive whose sponsor somebody is.</summary>
    /// <param name="reads">The file.</param>
    /// <param name="sponsor">The person.</param>
    /// <param name="name">Their name.</param>
    public static IReadOnlyList<AskedDecision> OfSponsor(Reads reads, long sponsor, out string name)
    {
        name = reads.First<string>("SELECT name FROM person WHERE id = @sponsor", new { sponsor }) ?? "";
        return reads.Query<AskedDecision>(Select, new { programme = (long?)null, sponsor });
    }

    private const string Select =
        """
        WITH told AS (
          SELECT o.id, o.workshop_id, o.set_id, o.person_id, o.asked, o.asked_by, o.asked_with, min(t.tell_at) AS told_at
          FROM outcome o
          JOIN workshop w ON w.id = o.workshop_id AND w.kind = 'Final' AND (w.programme_id = @programme OR w.programme_id IN (
            SELECT r.programme_id FROM role_assignment r JOIN programme g ON g.id = r.programme_id AND g.archived_at IS NULL
            WHERE r.person_id = @sponsor AND r.role = 'Sponsor'))
          JOIN report_turn t ON t.outcome_id = o.id AND t.tell_at IS NOT NULL
          GROUP BY o.id),
        line AS (
          SELECT * FROM told
          UNION ALL
          -- Where members report, their set as a whole is answered too.
          SELECT o.id, o.workshop_id, o.set_id, NULL, o.asked, o.asked_by, o.asked_with, min(told.told_at)
          FROM told JOIN outcome o ON o.workshop_id = told.workshop_id AND o.set_id = told.set_id AND o.person_id IS NULL
          WHERE told.person_id IS NOT NULL GROUP BY o.id)
        SELECT line.id AS OutcomeId, line.workshop_id, s.id AS SetId, s.position, s.name AS SetName, line.person_id, p.name AS Member,
          b.title AS Problem, c.name AS Client, line.asked, line.asked_by, line.asked_with, line.told_at,
          a.decision, ifnull(a.text, '') AS Text, ifnull(a.next_step, '') AS NextStep, ifnull(a.owner, '') AS Owner, a.due, y.name AS AnsweredBy,
          a.at AS AnsweredAt, q.state AS StepState, ifnull(q.note, '') AS StepNote, ifnull(n.text, '') AS ClientStep, n.due AS ClientDue
        FROM line
        JOIN sets s ON s.id = line.set_id
        LEFT JOIN person p ON p.id = line.person_id
        LEFT JOIN problem b ON b.id = CASE WHEN line.person_id IS NULL THEN s.problem_id ELSE (
          SELECT max(own.id) FROM problem own WHERE own.programme_id = s.programme_id AND own.owner_id = line.person_id
            AND (own.sent_at IS NOT NULL OR own.state <> 'Proposed')) END
        LEFT JOIN person c ON c.id = b.client_id
        LEFT JOIN outcome_answer a ON a.outcome_id = line.id
        LEFT JOIN person y ON y.id = a.by
        LEFT JOIN next_step_said q ON q.outcome_id = a.outcome_id AND q.step = a.next_step AND q.due IS a.due
        LEFT JOIN client_step n ON n.outcome_id = line.id
        ORDER BY s.position, line.person_id IS NOT NULL, p.name COLLATE NAMES, line.id
        """;
}
