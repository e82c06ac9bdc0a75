using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// How a problem came from being worked on to being in place, or was stopped: the essay's "develops a solution and then implements
/// that solution". The history stays with its days.
/// </summary>
public sealed record ProblemStage
{
    /// <summary>InWork, Implemented, HandedOver or Stopped.</summary>
    public string State { get; init; } = "";

    /// <summary>Since which day (local date).</summary>
    public string OnDate { get; init; } = "";

    /// <summary>Why, where it was said: always when it stopped.</summary>
    public string Why { get; init; } = "";

    /// <summary>Who said so, or null.</summary>
    public string? By { get; init; }

    /// <summary>The state in words.</summary>
    public string Words => WordsOf(State);

    /// <summary>A state in words.</summary>
    public static string WordsOf(string state) => state switch
    {
        "InWork" => "In work",
        "HandedOver" => "Handed over",
        _ => state,
    };

    /// <summary>Where a problem can go from where it is.</summary>
    public static IReadOnlyList<string> Next(string state) => state switch
    {
        "Chosen" or "Agreed" => ["InWork"],
        "InWork" => ["Implemented", "Stopped"],
        "Implemented" => ["HandedOver", "InWork", "Stopped"],
        "HandedOver" => ["Implemented"],
        "Stopped" => ["InWork"],
        _ => [],
    };

    /// <summary>The stages of a problem in their order.</summary>
    public static IReadOnlyList<ProblemStage> Of(Reads reads, long problem) => reads.Query<ProblemStage>(
        """
        SELECT s.state, s.on_date, s.why, p.name AS "By"
        FROM problem_stage s LEFT JOIN person p ON p.id = s.by
        WHERE s.problem_id = @problem
        ORDER BY s.id
        """,
        new { problem });

    /// <summary>Moves a problem on, or back, from the state that was seen. False where it stands elsewhere by now.</summary>
    /// <exception cref="RefusedException">It can't go there (State.To), the day is to come (State.On), or a stop has no reason (State.Why).</exception>
    public static bool Move(Writes writes, long problem, string seen, string? to, DateOnly on, DateOnly today, string? why, long? by)
    {
        var (wrong, words) = (new Refusals(), Line.Clean(why));
        wrong.If(to is null || !Next(seen).Contains(to), "State.To", "Choose where it stands now.");
        wrong.If(on > today, "State.On", "That day is still to come.");
        wrong.If(to == "Stopped" && words.Length == 0, "State.Why", "Say why in a sentence. That it did not work is a result too.");
        wrong.If(words.Length > 280, "State.Why", $"{words.Length} characters. Keep it to 280.");
        wrong.Throw();
        return Put(writes, problem, seen, to!, on, words, by);
    }

    /// <summary>The same without the set's own rules: the client took it over, or took that back.</summary>
    public static bool Put(Writes writes, long problem, string seen, string to, DateOnly on, string why, long? by)
    {
        if (writes.Execute(
            "UPDATE problem SET state = @to, version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @problem AND state = @seen",
            new { problem, seen, to, by, writes.Now }) == 0)
        {
            return false;
        }

        writes.Execute(
            "INSERT INTO problem_stage (problem_id, state, on_date, why, by, at) VALUES (@problem, @to, @day, @why, @by, @Now)",
            new { problem, to, day = LocalDay.Text(on), why, by, writes.Now });
        Audit.Note(writes, by, null, "problem-state", "problem", problem);
        return true;
    }
}
