using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Web.Programmes;

/// <summary>Takes a programme from one part of its life to the next. What a step needs is asked in the command.</summary>
public static class ProgrammeStates
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonMax = 400;

    /// <summary>The parts of its life, in order.</summary>
    public static IReadOnlyList<string> All { get; } = ["Draft", "Recruiting", "Ready", "Running", "Reporting", "Closed"];

    /// <summary>The one after, or null after the last.</summary>
    public static string? After(string state) => All.SkipWhile(one => one != state).Skip(1).FirstOrDefault();

    /// <summary>The one before, or null before the first.</summary>
    public static string? Before(string state) => All.TakeWhile(one => one != state).LastOrDefault();

    /// <summary>What must be there for the step out of a state; null where nothing must.</summary>
    public static Stage? Needs(string state) => state switch { "Recruiting" => Stage.Ready, "Ready" => Stage.FirstMeeting, _ => null };

    /// <summary>Goes on to the next state, except to Closed, which says how it ended.</summary>
    /// <exception cref="RefusedException">Something holds it up, or somebody else has taken the step (field State).</exception>
    public static void GoOn(Writes writes, long id, string? from, long? by)
    {
        if (ReadyRows.Read(writes, id) is not { } rows || rows.Programme.State != from || After(from) is not { } next || next == "Closed")
        {
            throw new RefusedException("State", "Somebody has taken this step already. Look at the page again.");
        }

        if (Needs(from) is { } stage && Checklist.Holding(Checklist.Of(rows), stage) is { Count: > 0 } holding)
        {
            var hard = holding.Where(need => need.Weight == Weight.Hard).ToList();
            throw new RefusedException("State", hard.Count > 0
                ? $"Not yet: {hard[0].Plain}{(hard.Count > 1 ? $", and {(hard.Count - 1).ToString(CultureInfo.InvariantCulture)} more" : "")}."
                : $"Not yet: {holding[0].Plain}. Override it with a reason, or see to it.");
        }

        ProgrammeCommands.Enter(writes, id, next, by);
        Audit.Note(writes, by, null, $"enter-{next.ToLowerInvariant()}", "programme", id);
    }

    /// <summary>Takes the last step back, also a close, to where it was; what was written as its reason goes.</summary>
    /// <exception cref="RefusedException">Somebody else has taken a step meanwhile, or it is in the archive (field State).</exception>
    public static void GoBack(Writes writes, long id, string? from, long? by)
    {
        if (ProgrammeRow.Find(writes, id) is not { IsArchived: false } programme || programme.State != from || programme.Before is not { } before)
        {
            throw new RefusedException("State", "Somebody has taken this step already. Look at the page again.");
        }

        ProgrammeCommands.Enter(writes, id, before, by);
        Audit.Note(writes, by, null, $"back-to-{before.ToLowerInvariant()}", "programme", id);
    }

    /// <summary>Ends a programme: after its reports, or early and with a reason.</summary>
    /// <exception cref="RefusedException">It is over already (field State), or ends early without a reason (field Reason).</exception>
    public static void Close(Writes writes, long id, string? reason, long? by)
    {
        if (ProgrammeRow.Find(writes, id) is not { IsClosed: false } programme)
        {
            throw new RefusedException("State", "It is closed already.");
        }

        var (wrong, words) = (new Refusals(), Line.Clean(reason));
        var (open, length) = (
            writes.First<string>("SELECT title FROM workshop WHERE programme_id = @id AND state = 'Live'", new { id }), new StringInfo(words).LengthInTextElements);
        wrong.If(open is not null, "State", $"The room of {open} is open. Close it first.");
        wrong.If(programme.State != "Reporting" && words.Length < 15, "Reason", "It ends early. Say why in a sentence: whoever looks back will ask.");
        wrong.If(length > ReasonMax, "Reason", $"{length} characters. Keep it to {ReasonMax}.");
        wrong.Throw();
        ProgrammeCommands.Enter(writes, id, "Closed", by, words);
        Audit.Note(writes, by, null, "close", "programme", id);
    }

    /// <summary>Puts a closed programme into the archive, where nothing changes any more, or takes it out.</summary>
    /// <exception cref="RefusedException">It isn't closed (field State).</exception>
    public static void Archive(Writes writes, long id, bool archived, long? by)
    {
        if (!ProgrammeCommands.Archive(writes, id, archived, by))
        {
            throw new RefusedException("State", archived ? "Only a closed programme goes to the archive." : "It isn’t in the archive.");
        }

        Audit.Note(writes, by, null, archived ? "archive" : "take-from-archive", "programme", id);
    }
}
