using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// Reporting back: "held responsible for these actions, learn from the results". Done, partly and not done are answers alike
/// and each has its learning; carried on without one is possible twice, then the set hears what is in the way.
/// </summary>
public static class Reporting
{
    /// <summary>How often an action is carried on before the set is warned.</summary>
    public const int Carries = 2;

    /// <summary>Notes what is told. The same id with the same content from the same person is the same report.</summary>
    /// <returns>False where somebody else changed the action since the form was shown, or the id has another report already.</returns>
    /// <exception cref="RefusedException">A field is not as it must be: State, Did, Happened, Learned, OnTo or Why.</exception>
    public static bool Add(Writes writes, SetAction seen, ToldAction told, long? by)
    {
        if (!Tokens.IsToken(told.Key))
        {
            throw new RefusedException("Key", "This page is too old. Load it again; your words are kept.");
        }

        if (WasSent(writes, seen, told, by) is { } same)
        {
            return same;
        }

        told = Checked(writes, seen, told);
        var goesOn = told.OnTo is not null;
        var changed = writes.Execute(
            """
            UPDATE set_action SET state = @state, due = ifnull(@OnTo, due), carried = carried + @counts, soon_at = NULL,
              version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @Id AND version = @Version AND state = 'Agreed'
            """,
            new
            {
                seen.Id,
                seen.Version,
                state = goesOn ? "Agreed" : told.State,
                told.OnTo,
                counts = goesOn && told.State != "Absent" ? 1 : 0,
                writes.Now,
                by,
            }) == 1;
        if (!changed)
        {
            return false;
        }

        writes.Execute(
            """
            INSERT INTO set_action_report (action_id, round, key, meeting_id, state, did, happened, learned, why, due, on_to, created_at, created_by, changed_at, changed_by)
            SELECT @Id, 1 + ifnull(max(round), 0), @Key, @MeetingId, @State, @Did, @Happened, @Learned, @Why, @Due, @OnTo, @Now, @by, @Now, @by
            FROM set_action_report WHERE action_id = @Id
            """,
            new
            {
                seen.Id,
                told.Key,
                told.MeetingId,
                told.State,
                told.Did,
                told.Happened,
                told.Learned,
                told.Why,
                seen.Due,
                told.OnTo,
                writes.Now,
                by,
            });
        ActionSoon.Plan(writes, seen.Id, goesOn ? LocalDay.Parse(told.OnTo!) : null);
        return true;
    }

    /// <summary>Whether this very report is there already; null where nothing was sent with its id, false where it was something else.</summary>
    internal static bool? WasSent(Writes writes, SetAction seen, ToldAction told, long? by)
    {
        var clean = Clean(told);
        // Where it was told is not compared: what waited may have been read out since.
        return writes.First<bool?>(
            """
            SELECT action_id = @Id AND created_by IS @by AND state = @State AND did = @Did AND happened = @Happened AND learned = @Learned
              AND why = @Why AND on_to IS @OnTo
            FROM set_action_report WHERE key = @Key
            """, new { seen.Id, by, clean.State, clean.Did, clean.Happened, clean.Learned, clean.Why, clean.OnTo, clean.Key });
    }

    /// <summary>
    /// Takes back what was told last: the action is open again, as it was. False where somebody else was quicker, or the
    /// meeting at which it was told is over.
    /// </summary>
    public static bool TakeBack(Writes writes, SetAction seen, long by)
    {
        if (seen.Last is not { } last || writes.First<string>("SELECT state FROM set_meeting WHERE id = @MeetingId", new { last.MeetingId }) == "Held")
        {
            return false;
        }

        var changed = writes.Execute(
            """
            UPDATE set_action SET state = 'Agreed', due = @Due, carried = max(0, carried - @counts), version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @Id AND version = @Version
            """,
            new { seen.Id, seen.Version, last.Due, counts = last.OnTo is not null && last.State != "Absent" ? 1 : 0, writes.Now, by }) == 1;
        if (changed)
        {
            writes.Execute("DELETE FROM set_action_report WHERE action_id = @Id AND round = @Round", new { seen.Id, last.Round });
            ActionSoon.Plan(writes, seen.Id, LocalDay.Parse(last.Due));
        }

        return changed;
    }

    /// <summary>What was written before the meeting is read out there. False where it was changed since it was shown.</summary>
    public static bool ReadOut(Writes writes, SetAction seen, long meeting, long by) => seen.Last is { Waits: true } last && writes.Execute(
        """
        UPDATE set_action_report SET meeting_id = @meeting, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE action_id = @Id AND round = @Round AND version = @Version AND meeting_id IS NULL
        """, new { seen.Id, last.Round, last.Version, meeting, writes.Now, by }) == 1;

    private static ToldAction Checked(Writes writes, SetAction seen, ToldAction told)
    {
        var (wrong, clean) = (new Refusals(), Clean(told));
        var needs = clean.State is "Done" or "Partly" or "NotDone";
        wrong.If(!needs && clean.State is not ("Carried" or "Absent" or "Dropped"), "State", "How did it go? Choose one. “Not done” is an answer too.");

        // Carried over and dropped need no words; those that are there are kept with it, or were typed and are told.
        foreach (var (text, field, missing) in new[]
        {
            (clean.Did, "Did", "What did you do? “Nothing yet” counts too."),
            (clean.Happened, "Happened", "What happened? Half a sentence is enough."),
            (clean.Learned, "Learned", "Half a sentence is enough. “Nothing yet” counts too."),
        }.Where(one => needs || one.Item1.Length > 0))
        {
            wrong.Of(() => Words(text, field, missing));
        }

        if (clean.OnTo is not null || clean.State is "Carried" or "Absent")
        {
            wrong.Of(() => clean = Onward(writes, seen, clean));
        }

        wrong.Throw();
        return clean;
    }

    private static ToldAction Clean(ToldAction told) => told with
    {
        Did = Lines.Clean(told.Did),
        Happened = Lines.Clean(told.Happened),
        Learned = Lines.Clean(told.Learned),
        Why = Line.Clean(told.Why),
        OnTo = told.State is "Done" or "Dropped" || string.IsNullOrWhiteSpace(told.OnTo) ? null
            : LocalDay.Read(told.OnTo) is { } day ? LocalDay.Text(day) : told.OnTo,
    };

    private static ToldAction Onward(Writes writes, SetAction seen, ToldAction told)
    {
        var day = ActionCommands.Day(told.OnTo, "OnTo");
        if (told.State != "Absent" && day < LocalDay.Today(writes, Utc.Parse(writes.Now)))
        {
            throw new RefusedException("OnTo", ActionCommands.Past);
        }

        if (day <= seen.Day)
        {
            throw new RefusedException("OnTo", $"It is due on {LocalDay.WithMonth(seen.Day)}. Choose a later day.");
        }

        if (told.State != "Absent" && seen.Carried >= Carries)
        {
            ActionCommands.Check(told.Why, "Why", "It was carried over twice already. What is in the way? A sentence, and it goes on.", ActionCommands.Sentence);
        }

        return told with { OnTo = LocalDay.Text(day) };
    }

    private static void Words(string text, string field, string missing) => ActionCommands.Check(text, field, missing, ToldAction.Limit);
}
