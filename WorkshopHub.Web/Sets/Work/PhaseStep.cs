using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// A set came to a phase of its work: "1) study the issue, 2) develop a solution, and 3) work with the appropriate client to
/// implement". A set can return to an earlier one; the history stays.
/// </summary>
public sealed record PhaseStep
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Study, Develop or Implement.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Since which day (local date).</summary>
    public string OnDate { get; init; } = "";

    /// <summary>What sent the set there, where it was said.</summary>
    public string Why { get; init; } = "";

    /// <summary>The phases in their order.</summary>
    public static IReadOnlyList<string> All { get; } = ["Study", "Develop", "Implement"];

    /// <summary>The steps of some sets, each set's in order; the sets as JSON.</summary>
    public static IReadOnlyList<PhaseStep> Of(Reads reads, string sets) => reads.Query<PhaseStep>(
        "SELECT id, set_id, phase, on_date, why FROM phase_step WHERE set_id IN (SELECT value FROM json_each(@sets)) ORDER BY set_id, id", new { sets });

    /// <summary>The steps of one set in order: where it stands is the last.</summary>
    public static IReadOnlyList<PhaseStep> Of(Reads reads, long set) => Of(reads, $"[{set}]");

    /// <summary>The phases as a strip of time, until the programme's last day.</summary>
    /// <param name="steps">A set's steps in order.</param>
    /// <param name="today">Today.</param>
    /// <param name="end">The last day of the programme, or null.</param>
    public static PhaseChart Strip(IReadOnlyList<PhaseStep> steps, DateOnly today, DateOnly? end) => new()
    {
        Title = "Phases",
        Phases = [.. steps.Select(step => new PhaseSpan(step.Phase, LocalDay.Parse(step.OnDate)))],
        From = steps.Count > 0 ? LocalDay.Parse(steps[0].OnDate) : today,
        To = end is { } last && last > today ? last : today,
        Today = today,
    };

    /// <summary>The set goes to a phase, on or back, from the step that was seen (0: none). False where it stands elsewhere by now.</summary>
    /// <exception cref="RefusedException">It is no phase, or it is there already (Phase.To); the day is wrong (Phase.On); the words are too long (Phase.Why).</exception>
    public static bool Go(Writes writes, long set, long seen, PhaseForm typed, DateOnly today, long? by)
    {
        var wrong = new Refusals();
        var on = wrong.Of(() => Typed.Past("Phase.On", typed.On, today), today);
        var why = wrong.Of(() => Typed.Lines("Phase.Why", typed.Why, 280), "");
        var last = Of(writes, set) is [.., var end] ? end : null;
        if ((last?.Id ?? 0) != seen)
        {
            return false;
        }

        wrong.If(typed.To is not { } step || !All.Contains(step) || step == last?.Phase, "Phase.To", "Choose where the set goes now.");
        if (last is not null)
        {
            var came = LocalDay.Parse(last.OnDate);
            wrong.If(on < came, "Phase.On", $"The set came to {last.Phase} on {LocalDay.WithMonth(came)}. Not before that.");
        }

        wrong.Throw();
        writes.Execute(
            "INSERT INTO phase_step (set_id, phase, on_date, why, by, at) VALUES (@set, @to, @day, @why, @by, @Now)",
            new { set, to = typed.To, day = LocalDay.Text(on), why, by, writes.Now });
        return true;
    }
}

/// <summary>A phase as chosen.</summary>
public sealed class PhaseForm
{
    /// <summary>Study, Develop or Implement.</summary>
    public string? To { get; set; }

    /// <summary>Since which day; empty is today.</summary>
    public string? On { get; set; }

    /// <summary>What sends the set there; may be empty.</summary>
    public string? Why { get; set; }

    /// <summary>The step that was seen; 0 where there was none.</summary>
    public long Seen { get; set; }
}
