using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>Writes measures, and what the one that they belong to says of them.</summary>
public static class MeasureCommands
{
    /// <summary>How many measures a set or a member reports.</summary>
    public const int Most = 3;

    /// <summary>Characters of a unit.</summary>
    public const int UnitMax = 20;

    /// <summary>Characters of a name, a source or a remark.</summary>
    public const int TextMax = 100;

    /// <summary>
    /// Writes a measure: a new one where its id is 0; an existing one that has no name any longer goes away unless somebody
    /// has confirmed it. A changed figure must be confirmed anew.
    /// </summary>
    /// <exception cref="RefusedException">A field is wrong, or a confirmed baseline would change; named as in the record.</exception>
    public static void Save(Writes writes, Measure typed, long? by)
    {
        var measure = typed with
        {
            Name = Line.Clean(typed.Name),
            Unit = Line.Clean(typed.Unit),
            BaselineNote = Line.Clean(typed.BaselineNote),
            ResultNote = Line.Clean(typed.ResultNote),
            Source = Line.Clean(typed.Source),
        };
        var old = measure.Id == 0 ? null : Measure.Find(writes, measure.Id);
        Check(measure, old);
        if (measure.Name.Length == 0)
        {
            Remove(writes, old);
            return;
        }

        if (old is null)
        {
            writes.Insert(
                """
                INSERT INTO measure (set_id, person_id, position, name, unit, lower_is_better, baseline, baseline_note, target, result,
                  result_date, result_note, follow_up_days, source, changed_at, changed_by)
                VALUES (@SetId, @PersonId,
                  (SELECT ifnull(max(position), 0) + 1 FROM measure WHERE set_id = @SetId AND person_id IS @PersonId), @Name, @Unit,
                  @LowerIsBetter, @Baseline, @BaselineNote, @Target, @Result, @ResultDate, @ResultNote, @FollowUpDays, @Source, @Now, @by)
                """,
                Values(writes, measure, by));
            return;
        }

        writes.Execute(
            """
            UPDATE measure SET name = @Name, unit = @Unit, lower_is_better = @LowerIsBetter, baseline = @Baseline,
              baseline_note = @BaselineNote, target = @Target, result = @Result, result_date = @ResultDate, result_note = @ResultNote,
              follow_up_days = @FollowUpDays, source = @Source, version = version + 1, changed_at = @Now, changed_by = @by,
              client = CASE WHEN result IS @Result AND result_date IS @ResultDate AND baseline IS @Baseline AND name = @Name AND unit = @Unit THEN client END
            WHERE id = @Id
            """,
            Values(writes, measure, by));
    }

    /// <summary>
    /// What the client, or the member's supervisor, says. Who confirms what it is has confirmed what it was too. Null takes it back.
    /// </summary>
    /// <exception cref="RefusedException">A remark is too long, or a dispute has no reason (field Why).</exception>
    public static void Say(Writes writes, long id, string? client, double? value, string? why, long by, string? until = null)
    {
        var words = Line.Clean(why);
        var wrong = new Refusals();
        OutcomeCommands.Longest(wrong, "Why", words, TextMax);
        wrong.If(client == "Disputed" && words.Length == 0, "Why", "Say in a few words why, so that the set can look again.");
        wrong.Throw();
        writes.Execute(
            """
            UPDATE measure SET client = @client, client_value = @value, client_why = @words, client_by = @by, client_at = @Now, client_until = @until,
              baseline_confirmed_by = CASE WHEN @client = 'Confirmed' AND baseline IS NOT NULL THEN ifnull(baseline_confirmed_by, @by)
                WHEN @client IS NULL AND baseline_confirmed_at = client_at THEN NULL ELSE baseline_confirmed_by END,
              baseline_confirmed_at = CASE WHEN @client = 'Confirmed' AND baseline IS NOT NULL THEN ifnull(baseline_confirmed_at, @Now)
                WHEN @client IS NULL AND baseline_confirmed_at = client_at THEN NULL ELSE baseline_confirmed_at END
            WHERE id = @id
            """,
            new { id, client, value = client == "Disputed" ? value : null, words, by, until = client == "Disputed" ? until : null, writes.Now });
        Became.Read(writes, id);
    }

    /// <summary>Notes what was read on a day.</summary>
    public static void Read(Writes writes, long measure, string date, double value, long? n, string note, long? by) => writes.Insert(
        """
        INSERT INTO measure_reading (measure_id, date, value, n, note, by) VALUES (@measure, @date, @value, @n, @note, @by)
        """,
        new { measure, date, value, n, note = Line.Clean(note), by });

    private static void Check(Measure measure, Measure? old)
    {
        var wrong = new Refusals();
        foreach (var (field, text) in new[]
        {
            ("Name", measure.Name), ("BaselineNote", measure.BaselineNote), ("ResultNote", measure.ResultNote), ("Source", measure.Source),
        })
        {
            OutcomeCommands.Longest(wrong, field, text, TextMax);
        }

        OutcomeCommands.Longest(wrong, "Unit", measure.Unit, UnitMax);
        wrong.If(!OutcomeCommands.IsDate(measure.ResultDate), "ResultDate", OutcomeCommands.NoDate);
        wrong.If(measure.FollowUpDays is < 0 or > 3650, "FollowUpDays", "A number of days, from 0 to 3650.");
        var isNameless = measure.Name.Length == 0;
        wrong.If(
            isNameless && old is null && (measure.Baseline is not null || measure.Result is not null || measure.Target is not null), "Name", "What is measured?");
        wrong.If(isNameless && old?.Client is not null, "Name", $"{old?.ClientName} has answered to it, so it stays.");
        wrong.If(
            !isNameless && old is { IsLocked: true } && old.Baseline != measure.Baseline,
            "Baseline", $"{old?.BaselineConfirmedBy} has confirmed {old?.With(old.Baseline)}. Ask them before it changes.");
        wrong.Throw();
    }

    private static void Remove(Writes writes, Measure? old)
    {
        if (old is not null)
        {
            writes.Execute("DELETE FROM measure_reading WHERE measure_id = @Id", old);
            writes.Execute("DELETE FROM measure WHERE id = @Id", old);
        }
    }

    private static object Values(Writes writes, Measure measure, long? by) => new
    {
        measure.Id,
        measure.SetId,
        measure.PersonId,
        measure.Name,
        measure.Unit,
        measure.LowerIsBetter,
        measure.Baseline,
        measure.BaselineNote,
        measure.Target,
        measure.Result,
        ResultDate = OutcomeCommands.NullIfEmpty(measure.ResultDate),
        measure.ResultNote,
        measure.FollowUpDays,
        measure.Source,
        by,
        writes.Now,
    };
}
