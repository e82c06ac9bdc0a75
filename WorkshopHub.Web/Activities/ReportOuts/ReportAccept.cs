using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>What an answer of a phone changed.</summary>
/// <param name="What">note, decide, confirm, step or private.</param>
/// <param name="Turn">The report that it is about.</param>
public sealed record ReportDone(string What, Turn Turn);

/// <summary>Takes what phones send: notes, the answer to a report, what a client says of a figure, private notes.</summary>
public static class ReportAccept
{
    /// <summary>The names of the buttons; the value of each is what it is about.</summary>
    private static readonly string[] _buttons = ["decide", "confirm", "private", "step", "note"];

    /// <summary>Takes an answer.</summary>
    public static Answered Take(Writes writes, Activity activity, Answer answer)
    {
        if (!activity.IsFor(answer.Seat.Role))
        {
            return Answered.Refused("This one is for others. There is nothing to send here just now.");
        }

        var run = ReportRun.Read(writes, activity);
        var button = _buttons.FirstOrDefault(answer.Fields.ContainsKey) ?? "";
        var value = answer.Fields[button].ToString();
        try
        {
            return button switch
            {
                "decide" => ReportDecide.Take(writes, run, answer, value),
                "step" => ReportDecide.Step(writes, run, answer, value),
                "confirm" => Confirm(writes, run, answer, value.Split('/')),
                "private" => Keep(writes, run, answer, TurnOf(run, value)),
                "note" => Note(writes, run, answer, TurnOf(run, value)),
                _ => Answered.Refused("There is nothing to send here just now."),
            };
        }
        catch (RefusedException refused)
        {
            return Answered.Invalid(FieldOf(button, refused.Field, value), refused.Message);
        }
    }

    private static Answered Note(Writes writes, ReportRun run, Answer answer, Turn? turn)
    {
        if (run.Activity.State != ActivityState.Open)
        {
            return Answered.Closed("The reports are over. Your words are still on this phone.");
        }

        if (turn is not { HasBegun: true })
        {
            return Answered.Refused("This report has not been presented yet.");
        }

        if (ReportRights.IsOwn(answer.Seat, turn))
        {
            return Answered.Refused("This is your own report. The others write to you.");
        }

        var field = answer.Fields.ContainsKey($"text.{turn.OutcomeId}") ? $"text.{turn.OutcomeId}" : "text";
        return ReportNote.Add(writes, run, turn, answer, field) with { About = new ReportDone("note", turn) };
    }

    private static Answered Confirm(Writes writes, ReportRun run, Answer answer, string[] pressed)
    {
        if (pressed is not [var of, var says] || says is not ("Confirmed" or "Disputed" or "Open")
            || !long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Measure.Find(writes, id) is not { } measure
            || run.Turns.FirstOrDefault(one => one.SetId == measure.SetId && one.PersonId == measure.PersonId) is not { HasBegun: true } turn
            || !ReportRights.MayConfirm(answer.Seat.PersonId, turn))
        {
            return Answered.Refused("Figures are confirmed by the one whose they are, once they were presented.");
        }

        if (!ReportRights.IsKnown(answer.Seat))
        {
            return Answered.Refused(ReportRights.NotVouched);
        }

        if (!run.TakesAnswers)
        {
            return Answered.Closed("Figures are confirmed while reports run.");
        }

        if (answer.Fields[$"seen.{id}"].ToString() is { Length: > 0 } seen && seen != measure.Version.ToString(CultureInfo.InvariantCulture))
        {
            return Answered.Conflict("The set has changed this figure since. Look at it again, then say what you think of it.");
        }

        var typed = answer.Fields[$"value.{id}"].ToString();
        if (!Figures.TryRead(typed, out var value))
        {
            return Answered.Invalid($"value.{id}", "A number, please, for example 12.5.");
        }

        if (measure.IsImpossible(value))
        {
            return Answered.Invalid($"value.{id}", Measure.Impossible);
        }

        MeasureCommands.Say(writes, id, says == "Open" ? null : says, value, answer.Fields[$"why.{id}"], answer.Seat.PersonId!.Value);
        return Answered.Taken with { About = new ReportDone("confirm", turn) };
    }

    private static Answered Keep(Writes writes, ReportRun run, Answer answer, Turn? turn)
    {
        if (turn is not { HasBegun: true } || answer.Seat.PersonId is not { } person
            || !ReportRights.MayAnswer(writes, run.Activity, person, turn))
        {
            return Answered.Refused("Notes of one’s own are for those who answer.");
        }

        if (!ReportRights.IsKnown(answer.Seat))
        {
            return Answered.Refused(ReportRights.NotVouched);
        }

        var field = $"private.{turn.OutcomeId}";
        var text = Slides.Clean(answer.Fields[field]);
        if (Slides.Count(text) > 1000)
        {
            return Answered.Invalid(field, $"{Slides.Count(text)} characters. Keep it to 1000.");
        }

        writes.Execute(
            """
            INSERT INTO report_private (activity_id, outcome_id, person_id, text) VALUES (@Id, @OutcomeId, @person, @text)
            ON CONFLICT (activity_id, outcome_id, person_id) DO UPDATE SET text = excluded.text
            """,
            new { Id = turn.ToldIn ?? run.Activity.Id, turn.OutcomeId, person, text });
        return Answered.Taken with { About = new ReportDone("private", turn) };
    }

    /// <summary>The turn of an outcome's number, or null.</summary>
    public static Turn? TurnOf(ReportRun run, string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var outcome) ? run.Of(outcome) : null;

    /// <summary>The field of the form for what a command calls wrong.</summary>
    private static string FieldOf(string button, string field, string value) => button == "confirm"
        ? $"why.{value.Split('/')[0]}"
        : button == "step" ? field == "Due" ? $"next-due.{value}" : $"next.{value}"
        : field switch
        {
            "NextStep" => $"step.{value}",
            "Owner" => $"owner.{value}",
            "Due" => $"due.{value}",
            _ => $"words.{value}",
        };
}

/// <summary>Figures as people type them.</summary>
public static class Figures
{
    /// <summary>Reads a number with point or comma; nothing typed is null. False where it is no number.</summary>
    public static bool TryRead(string? typed, out double? value)
    {
        value = null;
        var text = (typed ?? "").Trim().TrimEnd('%').Trim().Replace(',', '.');
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Length > 15 || !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            || !double.IsFinite(read))
        {
            return false;
        }

        value = read;
        return true;
    }
}
