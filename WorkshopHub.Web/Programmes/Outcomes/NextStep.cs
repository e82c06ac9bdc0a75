using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>
/// What became of the next step that an answer named. It has a state and a note of its own, as a promise has: the decision, and the
/// day on which it was made, stay as they are. A step or a day that is changed begins anew.
/// </summary>
public sealed record NextStep
{
    /// <summary>The outcome that was answered.</summary>
    public long OutcomeId { get; init; }

    /// <summary>The step as it read then.</summary>
    public string Step { get; init; } = "";

    /// <summary>Its day (local date), or null.</summary>
    public string? Due { get; init; }

    /// <summary>Done or NotDone.</summary>
    public string State { get; init; } = "";

    /// <summary>In a sentence; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Raised by each change; 0 where nothing was said.</summary>
    public long Version { get; init; }

    /// <summary>Who said it.</summary>
    public string ByName { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The states that there are.</summary>
    public static bool IsState(string? state) => state is "Done" or "NotDone";

    /// <summary>A state as people say it; empty where nothing was said.</summary>
    public static string WordsOf(string? state) => state switch
    {
        "Done" => "done",
        "NotDone" => "not done",
        _ => "",
    };

    private const string Select =
        "SELECT n.outcome_id, n.step, n.due, n.state, n.note, n.version, p.name AS ByName, n.at FROM next_step_said n JOIN person p ON p.id = n.by";

    /// <summary>What was said of an answer's step; null where nothing was.</summary>
    public static NextStep? Find(Reads reads, long outcome) => reads.First<NextStep>($"{Select} WHERE n.outcome_id = @outcome", new { outcome });

    /// <summary>What was said of the steps of a workshop's answers, as they stand now: what was said of another step, or of another day, is not among it.</summary>
    public static IReadOnlyList<NextStep> Of(Reads reads, long workshop) => reads.Query<NextStep>(
        $"{Select} JOIN outcome_answer a ON a.outcome_id = n.outcome_id AND a.next_step = n.step AND a.due IS n.due JOIN outcome o ON o.id = n.outcome_id WHERE o.workshop_id = @workshop",
        new { workshop });

    /// <summary>Says it, by a form that was shown what was said so far (version 0: nothing) and the answer. False where either reads otherwise by now.</summary>
    /// <exception cref="RefusedException">State: none is chosen. Note: it is too long.</exception>
    public static bool Say(Writes writes, OutcomeAnswer answer, long seen, NextStep said, long by)
    {
        var wrong = new Refusals();
        OutcomeCommands.Longest(wrong, "Note", said.Note, OutcomeCommands.AskMax);
        wrong.If(!IsState(said.State), "State", "Done, or not done?");
        wrong.Throw();
        if (answer.Version != seen || (Find(writes, answer.OutcomeId)?.Version ?? 0) != said.Version)
        {
            return false;
        }

        writes.Execute(
            """
            INSERT INTO next_step_said (outcome_id, step, due, state, note, by, at) VALUES (@OutcomeId, @NextStep, @Due, @State, @note, @by, @Now)
            ON CONFLICT (outcome_id) DO UPDATE SET step = excluded.step, due = excluded.due, state = excluded.state, note = excluded.note,
              by = excluded.by, at = excluded.at, version = version + 1
            """,
            new { answer.OutcomeId, answer.NextStep, answer.Due, said.State, note = Slides.Clean(said.Note), by, writes.Now });
        return true;
    }
}
