using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>Writes what a facilitator goes on without, and whom they reminded.</summary>
public static class ReadinessCommands
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonMax = 400;

    /// <summary>
    /// Goes on without something, for a reason that is kept with the name. The rule is looked up as it stands in the command:
    /// what must be there can't be overridden. It is noted who did it, not why.
    /// </summary>
    /// <exception cref="RefusedException">The need is hard, is fulfilled by now, or the reason is no sentence (field Reason).</exception>
    public static void Override(Writes writes, long programme, string? key, string? reason, long by)
    {
        var need = ReadyRows.Read(writes, programme) is { } rows ? Checklist.Of(rows).FirstOrDefault(one => one.Key == key) : null;
        if (need is not { State: not NeedState.Done })
        {
            throw new RefusedException("Reason", "This has changed meanwhile. Look at the list again.");
        }

        if (need.Weight != Weight.Warn)
        {
            throw new RefusedException("Reason", "This must be there. Nobody can go on without it.");
        }

        var words = Line.Clean(reason);
        if (words.Length < 15 || !words.Contains(' ', StringComparison.Ordinal))
        {
            throw new RefusedException("Reason", "Write it so that the sponsor understands it in half a year: at least one sentence.");
        }

        if (new StringInfo(words).LengthInTextElements is var length && length > ReasonMax)
        {
            throw new RefusedException("Reason", $"{length} characters. Keep it to {ReasonMax}.");
        }

        if (need.State == NeedState.Overridden)
        {
            throw new RefusedException("Reason", $"{need.Over!.By} has overridden it already: “{need.Over.Reason}”");
        }

        var id = writes.Insert(
            "INSERT INTO readiness_override (programme_id, need, reason, by, at) VALUES (@programme, @key, @words, @by, @Now)",
            new { programme, key, words, by, writes.Now });
        Audit.Note(writes, by, null, "override", "readiness_override", id);
    }

    /// <summary>Takes an override back; false where somebody else has. The reason stays in the file.</summary>
    public static bool TakeBack(Writes writes, long programme, long id, long by)
    {
        if (writes.Execute(
            """
            UPDATE readiness_override SET undone_by = @by, undone_at = @Now
            WHERE id = @id AND programme_id = @programme AND undone_at IS NULL
            """,
            new { id, programme, by, writes.Now }) != 1)
        {
            return false;
        }

        Audit.Note(writes, by, null, "end-override", "readiness_override", id);
        return true;
    }

    /// <summary>Notes that people were reminded of what is still theirs to do: one need, or all that are open. Answers how many.</summary>
    public static int Nudge(Writes writes, long programme, string? key, long by)
    {
        var open = ReadyRows.Read(writes, programme) is { } rows
            ? Checklist.Of(rows).Where(need => need.State == NeedState.Open && need.People.Count > 0 && (key is null || need.Key == key)).ToList() : [];
        foreach (var need in open)
        {
            writes.Execute(
                "INSERT INTO nudge (programme_id, need, by, at) VALUES (@programme, @Key, @by, @Now)", new { programme, need.Key, by, writes.Now });
        }

        return open.Count;
    }
}
