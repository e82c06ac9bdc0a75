using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>What the client of a report does next, said beside the sponsor's answer.</summary>
public sealed record ClientStep
{
    /// <summary>The outcome.</summary>
    public long OutcomeId { get; init; }

    /// <summary>What they do.</summary>
    public string Text { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>Who said it.</summary>
    public long By { get; init; }

    /// <summary>Their name.</summary>
    public string ByName { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The steps that were said at a workshop.</summary>
    public static IReadOnlyList<ClientStep> Of(Reads reads, long workshop) => reads.Query<ClientStep>(
        """
        SELECT c.outcome_id, c.text, c.due, c.by, p.name AS ByName, c.at
        FROM client_step c JOIN outcome o ON o.id = c.outcome_id JOIN person p ON p.id = c.by
        WHERE o.workshop_id = @workshop
        ORDER BY c.at
        """,
        new { workshop });

    /// <summary>Says the next step, or changes it. Whoever calls has checked that it is the client.</summary>
    /// <exception cref="RefusedException">A field is wrong: Text or Due.</exception>
    public static void Say(Writes writes, long outcome, string? text, string? due, long by)
    {
        var clean = Line.Clean(text);
        var wrong = new Refusals();
        wrong.If(clean.Length == 0, "Text", "What do you do next? One sentence.");
        OutcomeCommands.Longest(wrong, "Text", clean, OutcomeCommands.AskMax);
        wrong.If(!OutcomeCommands.IsDate(due), "Due", OutcomeCommands.NoDate);
        wrong.Throw();
        writes.Execute(
            """
            INSERT INTO client_step (outcome_id, text, due, by, at) VALUES (@outcome, @clean, @due, @by, @Now)
            ON CONFLICT (outcome_id) DO UPDATE SET text = excluded.text, due = excluded.due, by = excluded.by, at = excluded.at
            """,
            new { outcome, clean, due = OutcomeCommands.NullIfEmpty(due), by, writes.Now });
    }

    /// <summary>Takes it back.</summary>
    public static void TakeBack(Writes writes, long outcome) =>
        writes.Execute("DELETE FROM client_step WHERE outcome_id = @outcome", new { outcome });
}
