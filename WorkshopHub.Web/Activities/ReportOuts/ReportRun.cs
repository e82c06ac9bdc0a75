using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Work;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>What a turn is about at its step.</summary>
public enum Phase
{
    /// <summary>The set tells, slide by slide.</summary>
    Tell,

    /// <summary>All slides stand together, for questions.</summary>
    Ask,

    /// <summary>Everybody writes one thing that they can use.</summary>
    Write,
}

/// <summary>Where a report-out stands.</summary>
public sealed record ReportRun
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its settings.</summary>
    public required ReportOutSettings Settings { get; init; }

    /// <summary>All turns, in order.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>Whose turn it is, or null before the first and between two.</summary>
    public Turn? Now { get; init; }

    /// <summary>What is presented; null where nobody's turn is.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The figures of who presents.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>The phases through which the set that presents came, for the wall; null where none was noted, and where members report.</summary>
    public PhaseChart? Phases { get; init; }

    /// <summary>What was answered so far.</summary>
    public IReadOnlyList<OutcomeAnswer> Answers { get; init; } = [];

    /// <summary>What clients said they do next.</summary>
    public IReadOnlyList<ClientStep> Steps { get; init; } = [];

    /// <summary>What was noted for who presents, newest first.</summary>
    public IReadOnlyList<ReportNote> Notes { get; init; } = [];

    /// <summary>Whether walls show the answers in place of slides.</summary>
    public bool Board { get; init; }

    /// <summary>Raised by each press.</summary>
    public long Version { get; init; }

    /// <summary>The moment to whose clock timers that stand are told.</summary>
    public string? Since => Phase switch { Phase.Ask => Now?.AskAt, Phase.Write => Now?.WriteAt, _ => Now?.TellAt };

    /// <summary>Where the turn stands: which slide, or all.</summary>
    public int Step => (int)(Now?.Step ?? 0);

    /// <summary>What the turn is about now.</summary>
    public Phase Phase => Step < Settings.AllStep ? Phase.Tell : Step == Settings.AllStep ? Phase.Ask : Phase.Write;

    /// <summary>The slide on the walls; null where all stand together.</summary>
    public SlideText? Slide => Phase == Phase.Tell && Now is not null
        ? Outcome?[Settings.Slides[Step]] ?? new SlideText { Slide = Settings.Slides[Step] } : null;

    /// <summary>How many may be used by others.</summary>
    public int Uses => Notes.Count(note => note.Kind == NoteKind.Use && note.State != NoteState.Hidden);

    /// <summary>Questions that nobody has read out yet.</summary>
    public int Waiting => Notes.Count(note => note is { Kind: NoteKind.Question, State: NoteState.Shown });

    /// <summary>Names what a press was shown; another value means that something changed.</summary>
    public string Mark => $"{Version}.{Step}";

    /// <summary>Who comes next in order, of those who have not been; null at the end.</summary>
    public Turn? Next => Turns.FirstOrDefault(turn => !turn.HasBegun && turn.Key != Now?.Key);

    /// <summary>Whether the sponsor's (or supervisors') answers may come: while it runs, or is reviewed.</summary>
    public bool TakesAnswers => Activity.State == ActivityState.Open || Activity.Act is ItemAct.Review or ItemAct.Reveal;

    /// <summary>The clock of the phase, or null where it has none.</summary>
    public TimerView? Timer
    {
        get
        {
            var minutes = Phase switch { Phase.Ask => Settings.Ask, Phase.Write => Settings.Write, _ => Settings.Tell };
            return Since is null || minutes == 0 || Activity.State != ActivityState.Open ? null
                : new TimerView(Utc.Parse(Since).AddMinutes(minutes).ToUnixTimeMilliseconds(), 0);
        }
    }

    /// <summary>The answer to a turn's report, or null.</summary>
    public OutcomeAnswer? AnswerTo(Turn turn) => Answers.FirstOrDefault(answer => answer.OutcomeId == turn.OutcomeId);

    /// <summary>What the client of a turn's report does next, or null.</summary>
    public ClientStep? StepOf(Turn turn) => Steps.FirstOrDefault(step => step.OutcomeId == turn.OutcomeId);

    /// <summary>Where members report: what the sponsor answered a set as a whole, or null.</summary>
    public OutcomeAnswer? AnswerToSet(long set) =>
        Settings.PerMember ? Answers.FirstOrDefault(answer => answer.SetId == set && answer.PersonId is null) : null;

    /// <summary>Where members report: their turns, set by set.</summary>
    public IEnumerable<IGrouping<long, Turn>> Sets => Turns.GroupBy(turn => turn.SetId);

    /// <summary>The turn of an outcome, or null where it has none here.</summary>
    public Turn? Of(long outcome) => Turns.FirstOrDefault(turn => turn.OutcomeId == outcome);

    /// <summary>Where it stands now.</summary>
    public static ReportRun Read(Reads reads, Activity activity)
    {
        var turns = Turn.Of(reads, activity);
        var row = reads.First<Row>("SELECT outcome_id, board, version FROM report_now WHERE activity_id = @Id", activity) ?? new Row();
        var now = row.OutcomeId is { } outcome ? turns.FirstOrDefault(turn => turn.OutcomeId == outcome) : null;
        var settings = ReportOutSettings.Parse(activity.Settings);
        return new ReportRun
        {
            Activity = activity,
            Settings = settings,
            Turns = turns,
            Now = now is null ? null : now with { Step = Math.Min(now.Step, settings.LastStep) },
            Outcome = now is null ? null : Outcome.Find(reads, row.OutcomeId!.Value),
            Measures = now is null ? [] : Measure.Of(reads, now.SetId, now.PersonId),
            Phases = now is null || settings.PerMember ? null : PhasesOf(reads, activity.WorkshopId, now.SetId),
            Answers = OutcomeAnswer.Of(reads, activity.WorkshopId),
            Steps = ClientStep.Of(reads, activity.WorkshopId),
            Notes = now is null ? [] : ReportNote.Of(reads, activity.Id, row.OutcomeId),
            Board = row.Board || activity.Act is ItemAct.Review or ItemAct.Reveal,
            Version = row.Version,
        };
    }

    private static PhaseChart? PhasesOf(Reads reads, long workshop, long set)
    {
        var steps = PhaseStep.Of(reads, set);
        var (day, end) = reads.First<(string, string?)>(
            "SELECT w.date, p.end_date FROM workshop w JOIN programme p ON p.id = w.programme_id WHERE w.id = @workshop", new { workshop });
        return steps.Count == 0 ? null : PhaseStep.Strip(steps, LocalDay.Parse(day), LocalDay.Read(end)) with { IsLarge = true, Width = 1824 };
    }

    private sealed record Row
    {
        public long? OutcomeId { get; init; }

        public bool Board { get; init; }

        public long Version { get; init; }
    }
}
