using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>Takes what becomes of a report: the answer to it (or to a set as a whole), and the client's next step.</summary>
public static class ReportDecide
{
    /// <summary>What stands before a set's number where the set as a whole is answered.</summary>
    public const string SetPrefix = "s";

    /// <summary>An answer to a report (its outcome's number), or to a set whose members report (s and its number).</summary>
    /// <exception cref="RefusedException">A field is wrong: Text, NextStep, Owner or Due.</exception>
    public static Answered Take(Writes writes, ReportRun run, Answer answer, string value)
    {
        var isSet = value.StartsWith(SetPrefix, StringComparison.Ordinal);
        var turn = isSet ? run.Turns.FirstOrDefault(one => one.HasBegun && value == KeyOf(one)) : ReportAccept.TurnOf(run, value);
        if (turn is not { HasBegun: true } || !(isSet ? ReportRights.MayAnswerSet(writes, run, answer.Seat.PersonId)
            : ReportRights.MayAnswer(writes, run.Activity, answer.Seat.PersonId, turn)))
        {
            return Answered.Refused(run.Settings.PerMember
                ? "A member’s report is answered by the supervisor, and the set by the sponsor, once it was presented."
                : "A set’s report is answered by the sponsor, once it was presented.");
        }

        if (Refused(run, answer) is { } refused)
        {
            return refused;
        }

        var suffix = $".{value}";
        var fields = answer.Fields;
        if (!Enum.TryParse<Decision>(fields["decision" + suffix], out var decision) || !Enum.IsDefined(decision))
        {
            return Answered.Invalid("decision" + suffix, "Choose what you decide.");
        }

        var given = new OutcomeAnswer
        {
            OutcomeId = isSet ? OutcomeCommands.Ensure(writes, run.Activity.WorkshopId, turn.SetId, null) : turn.OutcomeId!.Value,
            Decision = decision,
            Text = fields["words" + suffix].ToString(),
            NextStep = fields["step" + suffix].ToString(),
            Owner = fields["owner" + suffix].ToString(),
            Due = fields["due" + suffix].ToString(),
            By = answer.Seat.PersonId!.Value,
        };
        if (fields["seen" + suffix].ToString() is { Length: > 0 } seen && seen != SeenOf(writes, run, turn, isSet))
        {
            return Answered.Conflict("They have changed what they report or ask since you saw it. Your words are still here: load the page again, read theirs, then send yours.");
        }

        if (!long.TryParse(fields["given" + suffix], NumberStyles.None, CultureInfo.InvariantCulture, out var shown))
        {
            OutcomeCommands.Answer(writes, given);
        }
        else if (!OutcomeCommands.AnswerSeen(writes, given, shown))
        {
            return Both(given, run.Answers.FirstOrDefault(one => one.OutcomeId == given.OutcomeId));
        }

        return Done(writes, run, answer, new ReportDone("decide", turn), given.OutcomeId);
    }

    /// <summary>The client's next step for a report (its outcome's number), or that it is taken back (with /back).</summary>
    /// <exception cref="RefusedException">A field is wrong: Text or Due.</exception>
    public static Answered Step(Writes writes, ReportRun run, Answer answer, string value)
    {
        var of = value.Split('/')[0];
        if (ReportAccept.TurnOf(run, of) is not { HasBegun: true } turn || !ReportRights.MayStep(answer.Seat.PersonId, turn))
        {
            return Answered.Refused("The next step is said by the client whose the problem is, once it was presented.");
        }

        if (Refused(run, answer) is { } refused)
        {
            return refused;
        }

        if (value.EndsWith("/back", StringComparison.Ordinal))
        {
            ClientStep.TakeBack(writes, turn.OutcomeId!.Value);
        }
        else
        {
            ClientStep.Say(writes, turn.OutcomeId!.Value, answer.Fields[$"next.{of}"], answer.Fields[$"next-due.{of}"], answer.Seat.PersonId!.Value);
        }

        return Done(writes, run, answer, new ReportDone("step", turn), turn.OutcomeId.Value);
    }

    /// <summary>Names the answer to the set of a turn.</summary>
    public static string KeyOf(Turn turn) => string.Create(CultureInfo.InvariantCulture, $"{SetPrefix}{turn.SetId}");

    /// <summary>Names what somebody saw who answers a report: another value means that it was changed since.</summary>
    public static string SeenOf(Outcome outcome) => outcome.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same of all that the members of a set have reported.</summary>
    public static string SeenOf(IEnumerable<OneReport> reports, long set) => string.Join('-', reports.Where(report => report.Turn.SetId == set).OrderBy(report => report.Outcome.Id).Select(report => SeenOf(report.Outcome)));

    private static string SeenOf(Reads reads, ReportRun run, Turn turn, bool isSet) => isSet ? SeenOf(ReportResult.Read(reads, run.Activity).Reports, turn.SetId)
        : Outcome.Find(reads, turn.OutcomeId!.Value) is { } outcome ? SeenOf(outcome) : "";

    /// <summary>Somebody else answered meanwhile: what stands now, and what was not kept.</summary>
    private static Answered Both(OutcomeAnswer mine, OutcomeAnswer? theirs) => Answered.Conflict(theirs is null
        ? "It was answered otherwise meanwhile. Load the page again, then answer."
        : $"{theirs.ByName} answered meanwhile: {AskedDecision.WordsOf(theirs.Decision)}. {theirs.Text} Yours is not kept yet: {AskedDecision.WordsOf(mine.Decision)}. {Slides.Clean(mine.Text)} Load the page again, then send the one that stands.");

    private static Answered? Refused(ReportRun run, Answer answer) =>
        !ReportRights.IsKnown(answer.Seat) ? Answered.Refused(ReportRights.NotVouched)
        : !run.TakesAnswers ? Answered.Closed("Answers are taken while reports run, and when the answers have their time.") : null;

    private static Answered Done(Writes writes, ReportRun run, Answer answer, ReportDone done, long outcome)
    {
        AnsweredMarks.Add(writes, run.Activity.Id, answer.Seat.ParticipantId);
        if (run.Activity.State == ActivityState.Closed)
        {
            ReportCarry.Again(writes, run.Activity, done.Turn, outcome);
        }

        return Answered.Taken with { About = done };
    }
}
