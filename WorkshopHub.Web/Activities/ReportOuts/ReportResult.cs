using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>What was reported, as far as the room has seen it.</summary>
/// <param name="Run">Where the report-out stands.</param>
/// <param name="Reports">Each report that was presented.</param>
public sealed record ReportResult(ReportRun Run, IReadOnlyList<OneReport> Reports)
{
    /// <summary>Where members report: what the sponsor answered each set as a whole.</summary>
    public IEnumerable<(Turn Set, OutcomeAnswer Answer)> ToSets => Reports.Select(report => report.Turn).DistinctBy(turn => turn.SetId)
        .Where(turn => Run.AnswerToSet(turn.SetId) is not null)
        .Select(turn => (turn with { PersonId = null, PersonName = null }, Run.AnswerToSet(turn.SetId)!));

    /// <summary>All of it as lines of words.</summary>
    public IEnumerable<ReportLine> Lines =>
    [
        .. Reports.SelectMany(report => report.Lines(Run)),
        .. ToSets.Select(one => new ReportLine(one.Set, "Answer", ReportCarry.Words(one.Answer), one.Answer.ByName, one.Answer.At)),
    ];

    /// <summary>What was presented so far.</summary>
    public static ReportResult Read(Reads reads, Activity activity)
    {
        var run = ReportRun.Read(reads, activity);
        var notes = ReportNote.Of(reads, activity.Id, null).Where(note => note.State != NoteState.Hidden).ToLookup(note => note.OutcomeId);
        return new ReportResult(run, [.. run.Turns.Where(turn => turn.HasBegun).Select(turn => new OneReport(
            turn, Outcome.Find(reads, turn.OutcomeId!.Value)!, turn.Seen >= run.Settings.AllStep || ShowsFigures(run, turn)
                ? Measure.Of(reads, turn.SetId, turn.PersonId) : [],
            run.AnswerTo(turn), [.. notes[turn.OutcomeId!.Value]]) { Step = run.StepOf(turn) })]);
    }

    private static bool ShowsFigures(ReportRun run, Turn turn) =>
        run.Settings.Slides.Index().Any(slide => slide.Item == Slide.Happened && slide.Index <= turn.Seen);
}

/// <summary>One report.</summary>
/// <param name="Turn">Whose it is.</param>
/// <param name="Outcome">What was written; only what the room has seen may be shown.</param>
/// <param name="Measures">The figures, as far as they were shown.</param>
/// <param name="Answer">What was answered, or null.</param>
/// <param name="Notes">What others noted, newest first.</param>
public sealed record OneReport(
    Turn Turn, Outcome Outcome, IReadOnlyList<Measure> Measures, OutcomeAnswer? Answer, IReadOnlyList<ReportNote> Notes)
{
    /// <summary>What the client does next, or null.</summary>
    public ClientStep? Step { get; init; }

    /// <summary>The slides that the room has seen.</summary>
    public IReadOnlyList<SlideText> Slides(ReportRun run) =>
        [.. run.Settings.Slides.Index().Where(slide => slide.Index <= Turn.Seen).Select(slide => Outcome[slide.Item])];

    /// <summary>Whether the room has seen what is asked.</summary>
    public bool ShowsAsk(ReportRun run) => Turn.Seen >= run.Settings.AllStep - 1 && Outcome.Asked.Length > 0;

    /// <summary>What is asked, in one line.</summary>
    public string AskWords => AskLine.Of(Outcome);

    /// <summary>The words of it, line by line.</summary>
    public IEnumerable<ReportLine> Lines(ReportRun run) =>
    [
        .. Slides(run).Where(slide => slide.Text.Length > 0).Select(slide => new ReportLine(Turn, slide.Slide.Title(), slide.Text.Replace('\n', ' '), null, null)),
        .. Measures.Select(measure => new ReportLine(
            Turn, "Measure", $"{measure.Name}: {measure.With(measure.Baseline)} → {measure.With(measure.Now)}{(measure.Client is null ? "" : $", {measure.Client} by {measure.ClientName}")}",
            null, null)),
        .. ShowsAsk(run) ? [new ReportLine(Turn, "Decision asked", AskWords, null, null)] : Array.Empty<ReportLine>(),
        .. Answer is null ? Array.Empty<ReportLine>() : [new ReportLine(Turn, "Answer", ReportCarry.Words(Answer), Answer.ByName, Answer.At)],
        .. Step is null ? Array.Empty<ReportLine>() : [new ReportLine(Turn, "Next step", ReportCarry.Words(Step), Step.ByName, Step.At)],
        .. Notes.Select(note => new ReportLine(Turn, note.Kind == NoteKind.Use ? "I can use" : "Question", note.Text, note.Name, note.At)),
    ];
}

/// <summary>Words of a report.</summary>
/// <param name="Turn">Whose report.</param>
/// <param name="What">What sort of thing it is.</param>
/// <param name="Text">The words.</param>
/// <param name="Who">Who said them, where it wasn't the set.</param>
/// <param name="At">When (UTC), or null.</param>
public sealed record ReportLine(Turn Turn, string What, string Text, string? Who, string? At);

/// <summary>What is asked, as a sentence.</summary>
public static class AskLine
{
    /// <summary>What, by when, with whom.</summary>
    public static string Of(Outcome outcome) => outcome.Asked.Replace('\n', ' ')
        + (outcome.AskedBy is null ? "" : $", by {Day(outcome.AskedBy)}") + (outcome.AskedWith.Length == 0 ? "" : $", with {outcome.AskedWith}");

    /// <summary>A local date as people say it.</summary>
    public static string Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        .ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
