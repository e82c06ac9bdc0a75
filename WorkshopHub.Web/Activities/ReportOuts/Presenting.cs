using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>Whose turn it is, in which order, and how far it has come.</summary>
public static class Presenting
{
    /// <summary>Gives every turn its row, in the order in which they stand, and answers them.</summary>
    private static List<long> Settle(Writes writes, ReportRun run)
    {
        var outcomes = new List<long>();
        foreach (var turn in run.Turns)
        {
            outcomes.Add(OutcomeCommands.Ensure(writes, run.Activity.WorkshopId, turn.SetId, turn.PersonId));
            writes.Execute(
                """
                INSERT INTO report_turn (activity_id, outcome_id, position) VALUES (@Id, @outcome, @position)
                ON CONFLICT (activity_id, outcome_id) DO UPDATE SET position = excluded.position
                """,
                new { run.Activity.Id, outcome = outcomes[^1], position = outcomes.Count });
        }

        return outcomes;
    }

    /// <summary>A turn begins, or goes on where it stood.</summary>
    public static void Begin(Writes writes, ReportRun run, Turn turn)
    {
        var outcome = Settle(writes, run)[run.Turns.Index().First(one => one.Item.Key == turn.Key).Index];
        writes.Execute(
            "UPDATE report_turn SET tell_at = ifnull(tell_at, @Now) WHERE activity_id = @Id AND outcome_id = @outcome",
            new { run.Activity.Id, outcome, writes.Now });
        if (run.Settings is { PerMember: true, IsShort: false })
        {
            // The sponsor answers the set as a whole: that waits from now on too.
            OutcomeCommands.Ensure(writes, run.Activity.WorkshopId, turn.SetId, null);
        }

        Became.Plan(writes, run.Activity.WorkshopId);
        Set(writes, run.Activity.Id, outcome, board: false);
    }

    /// <summary>Nobody's turn: walls show the order.</summary>
    public static void Rest(Writes writes, ReportRun run) => Set(writes, run.Activity.Id, null, board: false);

    /// <summary>Walls show the answers, or the slides again.</summary>
    public static void Board(Writes writes, ReportRun run, bool board) => Set(writes, run.Activity.Id, run.Now?.OutcomeId, board);

    /// <summary>Goes to a step of the turn that is now.</summary>
    public static void Go(Writes writes, ReportRun run, int step) => writes.Execute(
        """
        UPDATE report_turn SET step = @step, seen = max(seen, @step),
          ask_at = CASE WHEN @step = @AllStep THEN ifnull(ask_at, @Now) ELSE ask_at END,
          write_at = CASE WHEN @step > @AllStep THEN ifnull(write_at, @Now) ELSE write_at END
        WHERE activity_id = @Id AND outcome_id = @OutcomeId
        """,
        new { run.Activity.Id, run.Now!.OutcomeId, step, run.Settings.AllStep, writes.Now });

    /// <summary>Moves a turn one place up or down. False where it stands at the end already.</summary>
    public static bool Move(Writes writes, ReportRun run, Turn turn, int by)
    {
        var order = run.Turns.ToList();
        var from = order.FindIndex(one => one.Key == turn.Key);
        if (from + by < 0 || from + by >= order.Count)
        {
            return false;
        }

        (order[from], order[from + by]) = (order[from + by], order[from]);
        Settle(writes, run with { Turns = order });
        Set(writes, run.Activity.Id, run.Now?.OutcomeId, run.Board);
        return true;
    }

    private static void Set(Writes writes, long activity, long? outcome, bool board) => writes.Execute(
        """
        INSERT INTO report_now (activity_id, outcome_id, board) VALUES (@activity, @outcome, @board)
        ON CONFLICT (activity_id) DO UPDATE SET outcome_id = excluded.outcome_id, board = excluded.board, version = version + 1
        """,
        new { activity, outcome, board });
}
