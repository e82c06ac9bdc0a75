using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// A step on the way of a solution into its client's hands: understood, trial agreed, in trial, taken over. The set asks; the
/// client alone confirms, one by one, or says no with a reason.
/// </summary>
public sealed record AgreementStep
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set that asks.</summary>
    public long SetId { get; init; }

    /// <summary>Understood, TrialAgreed, InTrial or Adopted.</summary>
    public string Step { get; init; } = "";

    /// <summary>Asked, Confirmed, Declined or TakenBack.</summary>
    public string State { get; init; } = "";

    /// <summary>The version of the solution that it is about, or null.</summary>
    public long? SolutionId { get; init; }

    /// <summary>Which version that is, from 1, or null.</summary>
    public long? SolutionNumber { get; init; }

    /// <summary>What exactly, and where; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Since or from which day (local date).</summary>
    public string OnDate { get; init; } = "";

    /// <summary>Why the client said no; empty otherwise.</summary>
    public string Why { get; init; } = "";

    /// <summary>Who keeps it alive in the client's area; may be empty.</summary>
    public string Keeper { get; init; } = "";

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>Who asked.</summary>
    public long AskedById { get; init; }

    /// <summary>Their name.</summary>
    public string AskedBy { get; init; } = "";

    /// <summary>When the client answered (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>Who answered, or null.</summary>
    public long? AnsweredById { get; init; }

    /// <summary>Their name, or null.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<string> All { get; } = ["Understood", "TrialAgreed", "InTrial", "Adopted"];

    /// <summary>The step in plain words.</summary>
    public string Words => WordsOf(Step);

    /// <summary>A step in plain words.</summary>
    public static string WordsOf(string step) => step switch { "TrialAgreed" => "Trial agreed", "InTrial" => "In trial", "Adopted" => "Taken over", _ => step };

    /// <summary>The step that comes after what was confirmed; null where all of it was.</summary>
    public static string? Next(IReadOnlyList<AgreementStep> steps) =>
        All.FirstOrDefault(step => !steps.Any(one => one.Step == step && one.State == "Confirmed"));

    private const string Select =
        """
        SELECT a.id, a.set_id, a.step, a.state, a.solution_id, x.number AS SolutionNumber, a.text, a.on_date, a.why, a.keeper, a.version, a.asked_at,
          a.asked_by AS AskedById, p.name AS AskedBy, a.answered_at, a.answered_by AS AnsweredById, c.name AS AnsweredBy
        FROM agreement_step a
        JOIN person p ON p.id = a.asked_by
        LEFT JOIN solution x ON x.id = a.solution_id
        LEFT JOIN person c ON c.id = a.answered_by
        """;

    /// <summary>The steps of some sets, each set's in the order in which they were asked; without those taken back. The sets as JSON.</summary>
    public static IReadOnlyList<AgreementStep> Of(Reads reads, string sets) => reads.Query<AgreementStep>(
        $"{Select} WHERE a.set_id IN (SELECT value FROM json_each(@sets)) AND a.state <> 'TakenBack' ORDER BY a.set_id, a.id", new { sets });

    /// <summary>The steps of one set.</summary>
    public static IReadOnlyList<AgreementStep> Of(Reads reads, long set) => Of(reads, $"[{set}]");

    /// <summary>One step, or null.</summary>
    public static AgreementStep? Find(Reads reads, long id) => reads.First<AgreementStep>($"{Select} WHERE a.id = @id", new { id });

    /// <summary>The set asks its client to confirm the next step.</summary>
    /// <exception cref="RefusedException">There is no client, something is open already, or a field is wrong: Step.Text or Step.On.</exception>
    public static void Ask(Writes writes, Place place, StepForm typed, DateOnly today, long by)
    {
        var text = Typed.Lines("Step.Text", typed.Text, 280);
        var on = string.IsNullOrWhiteSpace(typed.On) ? today : LocalDay.Read(typed.On) ?? throw new RefusedException("Step.On", "A date, please, for example 2026-10-31.");
        if (place.ClientId is null)
        {
            throw new RefusedException("Step.Text", "This problem has no client yet. Ask the sponsor who it is.");
        }

        var steps = Of(writes, place.SetId);
        if (steps.Any(one => one.State == "Asked"))
        {
            throw new RefusedException("Step.Text", $"{place.ClientFirst} has not answered the last one yet.");
        }

        if (Next(steps) is not { } step || step != typed.Step)
        {
            throw new RefusedException("Step.Text", "The step has changed meanwhile. Look again which comes next.");
        }

        var decided = Solution.Of(writes, place.SetId, null).FirstOrDefault(one => one.DecidedOn is not null);
        if (step != "Understood" && decided is null)
        {
            throw new RefusedException("Step.Text", "Decide on a version of the solution first: the client agrees to that one.");
        }

        if (step == "Adopted" && on > today)
        {
            throw new RefusedException("Step.On", "That day is still to come.");
        }

        writes.Execute(
            """
            INSERT INTO agreement_step (set_id, step, solution_id, text, on_date, asked_at, asked_by)
            VALUES (@SetId, @step, @solution, @text, @day, @Now, @by)
            """,
            new { place.SetId, step, solution = decided?.Id, text, day = LocalDay.Text(on), by, writes.Now });
    }

    /// <summary>The set takes back what it asked, while nobody has answered.</summary>
    public static bool TakeBack(Writes writes, long set, long id) => writes.Execute(
        "UPDATE agreement_step SET state = 'TakenBack', version = version + 1 WHERE set_id = @set AND id = @id AND state = 'Asked'", new { set, id }) == 1;

    /// <summary>The client confirms. False where it was answered or taken back by now, or is another version.</summary>
    public static bool Confirm(Writes writes, AgreementStep step, long version, long by) => writes.Execute(
        """
        UPDATE agreement_step SET state = 'Confirmed', answered_at = @Now, answered_by = @by, version = version + 1
        WHERE id = @Id AND version = @version AND state = 'Asked'
        """,
        new { step.Id, version, by, writes.Now }) == 1;

    /// <summary>The client says no. False as above.</summary>
    /// <exception cref="RefusedException">The reason is missing or too long (Why).</exception>
    public static bool Decline(Writes writes, AgreementStep step, long version, string? why, long by)
    {
        var words = Typed.Lines("Why", why, 400, "A no needs its reason. It often shows the set another way.");
        return writes.Execute(
            """
            UPDATE agreement_step SET state = 'Declined', why = @words, answered_at = @Now, answered_by = @by, version = version + 1
            WHERE id = @Id AND version = @version AND state = 'Asked'
            """,
            new { step.Id, version, words, by, writes.Now }) == 1;
    }

    /// <summary>The client takes the answer back, while nothing was asked after it: it waits again.</summary>
    public static bool Undo(Writes writes, AgreementStep step, long version) => writes.Execute(
        """
        UPDATE agreement_step SET state = 'Asked', why = '', keeper = '', answered_at = NULL, answered_by = NULL, version = version + 1
        WHERE id = @Id AND version = @version AND state IN ('Confirmed', 'Declined')
          AND NOT EXISTS (SELECT 1 FROM agreement_step n WHERE n.set_id = agreement_step.set_id AND n.id > agreement_step.id AND n.state <> 'TakenBack')
        """,
        new { step.Id, version }) == 1;

    /// <summary>The client says who keeps it alive in their area.</summary>
    /// <exception cref="RefusedException">It is too long (Keeper).</exception>
    public static bool Keep(Writes writes, AgreementStep step, long version, string? keeper)
    {
        var words = Typed.Lines("Keeper", keeper, 120);
        return writes.Execute(
            "UPDATE agreement_step SET keeper = @words, version = version + 1 WHERE id = @Id AND version = @version AND state = 'Confirmed'",
            new { step.Id, version, words }) == 1;
    }
}

/// <summary>What a set asks its client, as typed.</summary>
public sealed class StepForm
{
    /// <summary>The step that is asked: the one that was shown as the next.</summary>
    public string? Step { get; set; }

    /// <summary>What exactly, and where.</summary>
    public string? Text { get; set; }

    /// <summary>From which day; empty is today.</summary>
    public string? On { get; set; }
}
