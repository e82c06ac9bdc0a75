using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>
/// A measure as the set keeps it on the way: what it was before, locked once the client has confirmed it; readings; the
/// result. Whoever calls has checked whose it is.
/// </summary>
public static class MeasureKeeping
{
    /// <summary>Begins a measure: what is counted, and which way is better.</summary>
    /// <exception cref="RefusedException">It has no name, or there are enough; named New.Name or New.Unit.</exception>
    public static long Begin(Writes writes, long set, long? person, string? name, string? unit, bool lowerIsBetter, long by)
    {
        var (clean, of) = (Line.Clean(name), Line.Clean(unit));
        var there = Measure.Of(writes, set, person);
        var wrong = new Refusals();
        OutcomeCommands.Longest(wrong, "New.Name", clean, MeasureCommands.TextMax);
        OutcomeCommands.Longest(wrong, "New.Unit", of, MeasureCommands.UnitMax);
        wrong.If(clean.Length == 0, "New.Name", "What do you count? For example: digs opened again within 30 days.");
        wrong.If(there.Count >= MeasureCommands.Most, "New.Name", "Three measures are enough. A set that counts more follows none.");
        wrong.If(there.Any(one => one.Name.Equals(clean, StringComparison.OrdinalIgnoreCase)), "New.Name", "You count that already.");
        wrong.Throw();
        MeasureCommands.Save(writes, new Measure { SetId = set, PersonId = person, Name = clean, Unit = of, LowerIsBetter = lowerIsBetter }, by);
        return Measure.Of(writes, set, person)[^1].Id;
    }

    /// <summary>
    /// Changes a measure by a form that was shown a version of it; false where it reads otherwise by now. A confirmed baseline
    /// changes with a reason only, stays in the history, and is to be confirmed anew, as a result is whose figures changed.
    /// </summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the record, or Reason.</exception>
    public static bool Keep(Writes writes, Measure typed, long version, string? reason, long by)
    {
        if (Measure.Find(writes, typed.Id) is not { } old || old.Version != version)
        {
            return false;
        }

        var wrong = new Refusals();
        foreach (var (field, day) in new[]
        {
            ("BaselineDate", typed.BaselineDate), ("TrialFrom", typed.TrialFrom), ("LastCaseOn", typed.LastCaseOn), ("ResultDate", typed.ResultDate),
        })
        {
            wrong.If(!OutcomeCommands.IsDate(day), field, OutcomeCommands.NoDate);
        }

        wrong.If(Line.Clean(typed.Name).Length == 0, "Name", "What do you count?");
        wrong.If(typed is { Result: not null, ResultDate: null or "" }, "ResultDate", "Until which day does the result count?");
        var moved = old.Baseline != typed.Baseline || (old.BaselineDate ?? "") != (typed.BaselineDate ?? "");
        if (old.IsLocked && moved)
        {
            wrong.Of(() => Unlock(writes, old, Line.Clean(reason), by));
        }

        // Where something is wrong already nothing is kept, and a baseline that waits for its reason is not refused twice.
        var whole = typed with { SetId = old.SetId, PersonId = old.PersonId, Baseline = wrong.Any ? old.Baseline : typed.Baseline };
        wrong.Of(() => MeasureCommands.Save(writes, whole, by));
        wrong.Throw();
        writes.Execute(
            """
            UPDATE measure SET baseline_date = @BaselineDate, trial_from = @TrialFrom, last_case_on = @LastCaseOn WHERE id = @Id
            """,
            new
            {
                typed.Id,
                BaselineDate = OutcomeCommands.NullIfEmpty(typed.BaselineDate),
                TrialFrom = OutcomeCommands.NullIfEmpty(typed.TrialFrom),
                LastCaseOn = OutcomeCommands.NullIfEmpty(typed.LastCaseOn),
            });
        Became.Read(writes, old.Id);
        return true;
    }

    /// <summary>The client, or the member's supervisor, confirms what it was before. False where it reads otherwise by now.</summary>
    public static bool ConfirmBaseline(Writes writes, long id, long version, long by) => writes.Execute(
        """
        UPDATE measure SET baseline_confirmed_at = @Now, baseline_confirmed_by = @by, version = version + 1
        WHERE id = @id AND version = @version AND baseline IS NOT NULL AND baseline_confirmed_at IS NULL
        """,
        new { id, version, by, writes.Now }) == 1;

    /// <summary>Notes what was read on a day. Sent twice with the same token, it is noted once; another figure under that token is another reading.</summary>
    /// <exception cref="RefusedException">The figure or the day is wrong: Reading.Value, Reading.Date, Reading.N or Reading.Note.</exception>
    public static void Read(Writes writes, long measure, string token, ReadingForm typed, DateOnly today, long by)
    {
        var (value, n, day) = typed.Read(today);
        var (date, note) = (LocalDay.Text(day), Line.Clean(typed.Note));
        if (writes.First<long?>(
            "SELECT id FROM measure_reading WHERE token = @token AND measure_id = @measure AND date = @date AND value = @value AND n IS @n AND note = @note",
            new { token, measure, date, value, n, note }) is not null)
        {
            return;
        }

        var isFree = writes.First<long?>("SELECT id FROM measure_reading WHERE token = @token", new { token }) is null;
        writes.Execute(
            """
            INSERT INTO measure_reading (measure_id, token, date, value, n, note, by, at) VALUES (@measure, @token, @date, @value, @n, @note, @by, @Now)
            """,
            new { measure, token = isFree ? token : Tokens.New(), date, value, n, note, by, writes.Now });
        Became.Read(writes, measure);
    }

    /// <summary>Takes a reading back, or puts it back.</summary>
    public static bool TakeBack(Writes writes, long measure, long reading, bool back)
    {
        var taken = writes.Execute(
            "UPDATE measure_reading SET gone_at = iif(@back, NULL, @Now) WHERE id = @reading AND measure_id = @measure AND (gone_at IS NULL) <> @back",
            new { measure, reading, back, writes.Now }) == 1;
        if (taken)
        {
            Became.Read(writes, measure);
        }

        return taken;
    }

    private static void Unlock(Writes writes, Measure old, string reason, long by)
    {
        var wrong = new Refusals();
        OutcomeCommands.Longest(wrong, "Reason", reason, OutcomeCommands.AskMax);
        wrong.If(reason.Length == 0, "Reason", $"{old.BaselineConfirmedBy} has confirmed {old.With(old.Baseline)}. Say why it changes; they will read it.");
        wrong.Throw();
        writes.Execute(
            """
            INSERT INTO measure_baseline (measure_id, baseline, note, date, confirmed_by, confirmed_at, reason, by, at)
            SELECT id, baseline, baseline_note, baseline_date, baseline_confirmed_by, baseline_confirmed_at, @reason, @by, @Now FROM measure WHERE id = @Id
            """,
            new { old.Id, reason, by, writes.Now });
        writes.Execute("UPDATE measure SET baseline_confirmed_at = NULL, baseline_confirmed_by = NULL, client = NULL WHERE id = @Id", new { old.Id });
    }
}
