using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>What one person's phone has of a report-out.</summary>
public sealed record ReportFeed
{
    /// <summary>Where it stands.</summary>
    public required ReportRun Run { get; init; }

    /// <summary>Who holds the phone.</summary>
    public required Seat Seat { get; init; }

    /// <summary>Whether the turn that is now is theirs to press on.</summary>
    public bool Presents { get; init; }

    /// <summary>Whether the turn that is now is of their own set (or theirs).</summary>
    public bool IsOwnTurn { get; init; }

    /// <summary>Reports that they may write, or whose draft they may read.</summary>
    public IReadOnlyList<Turn> Drafts { get; init; } = [];

    /// <summary>Reports to which they may note something: the one that is now first, then the two before.</summary>
    public IReadOnlyList<Turn> NoteTo { get; init; } = [];

    /// <summary>What they noted, newest first.</summary>
    public IReadOnlyList<ReportNote> Own { get; init; } = [];

    /// <summary>Reports that they answer, with what is asked.</summary>
    public IReadOnlyList<OneReport> ToAnswer { get; init; } = [];

    /// <summary>Sets that they answer as a whole: each by a turn of it.</summary>
    public IReadOnlyList<Turn> SetsToAnswer { get; init; } = [];

    /// <summary>What was presented, for who answers sets as a whole.</summary>
    public IReadOnlyList<OneReport> Asked { get; init; } = [];

    /// <summary>Reports whose client they are: they say the next step.</summary>
    public IReadOnlyList<Turn> ToStep { get; init; } = [];

    /// <summary>Their private notes, by outcome.</summary>
    public IReadOnlyDictionary<long, string> Private { get; init; } = new Dictionary<long, string>();

    /// <summary>Figures to stand behind, each with whose it is.</summary>
    public IReadOnlyList<(Turn Turn, Measure Measure)> ToConfirm { get; init; } = [];

    /// <summary>What others noted for their own reports.</summary>
    public IReadOnlyList<NotesFor> ForUs { get; init; } = [];

    /// <summary>Others of the set who could press next.</summary>
    public string? CanTakeOver { get; init; }

    /// <summary>Reads it for one person.</summary>
    public static ReportFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var run = ReportRun.Read(reads, activity);
        var known = ReportRights.IsKnown(seat);
        var begun = run.Turns.Where(turn => turn.HasBegun).ToList();
        var open = activity.State == ActivityState.Open;
        var answers = begun.Where(turn => ReportRights.MayAnswer(reads, activity, seat.PersonId, turn)).ToList();
        var sets = ReportRights.MayAnswerSet(reads, run, seat.PersonId);
        var result = answers.Count > 0 || sets ? ReportResult.Read(reads, activity) : null;
        return new ReportFeed
        {
            Run = run,
            Seat = seat,
            IsOwnTurn = run.Now is not null && ReportRights.IsOwn(seat, run.Now),
            Presents = open && run.Now is not null && ReportRights.MayPresent(seat, run.Now),
            Drafts = seat.PersonId is { } writer ? [.. run.Turns.Where(turn => ReportRights.MayWrite(reads, writer, turn))] : [],
            NoteTo = open ? [.. begun.Where(turn => !ReportRights.IsOwn(seat, turn) && turn.Key != run.Now?.Key)
                .OrderByDescending(turn => turn.TellAt, StringComparer.Ordinal).Take(2)
                .Prepend(run.Now).OfType<Turn>().Where(turn => !ReportRights.IsOwn(seat, turn))] : [],
            Own = [.. ReportNote.Of(reads, activity.Id, null).Where(note => note.ParticipantId == seat.ParticipantId)],
            ToAnswer = result is null ? [] : [.. result.Reports.Where(report => answers.Any(turn => turn.Key == report.Turn.Key))
                .OrderByDescending(report => activity.Act != ItemAct.Review && report.Turn.Key == run.Now?.Key) // then in the order of the wall
                .ThenBy(report => report.Answer is not null)],
            Asked = sets ? result!.Reports : [],
            SetsToAnswer = sets ? [.. begun.DistinctBy(turn => turn.SetId)
                .OrderBy(turn => run.AnswerToSet(turn.SetId) is not null)] : [],
            ToStep = [.. begun.Where(turn => ReportRights.MayStep(seat.PersonId, turn) && (run.TakesAnswers || run.StepOf(turn) is not null)
                && !run.Settings.IsShort).OrderBy(turn => run.StepOf(turn) is not null)],
            Private = known && seat.PersonId is { } reader ? reads.Query<PrivateRow>(
                "SELECT outcome_id, text FROM report_private WHERE activity_id IN @told AND person_id = @reader",
                new { told = run.Turns.Select(turn => turn.ToldIn ?? activity.Id).Append(activity.Id).Distinct().ToList(), reader })
                .DistinctBy(row => row.OutcomeId).ToDictionary(row => row.OutcomeId, row => row.Text) : new Dictionary<long, string>(),
            ToConfirm = [.. begun.Where(turn => ReportRights.MayConfirm(seat.PersonId, turn) && turn.Seen >= FiguresAt(run.Settings))
                .SelectMany(turn => Measure.Of(reads, turn.SetId, turn.PersonId).Select(measure => (turn, measure)))],
            ForUs = [.. begun.Where(turn => seat.SetId == turn.SetId && (turn.PersonId is null || turn.PersonId == seat.PersonId))
                .Select(turn => NotesFor.Read(reads, activity.Id, turn))],
            CanTakeOver = run.Now is { } now ? reads.First<string>(
                """
                SELECT j.name FROM participant j JOIN device d ON d.participant_id = j.id AND d.revoked_at IS NULL
                WHERE j.workshop_id = @RoomId AND j.set_id = @SetId AND j.role = 'Member' AND j.id <> @ParticipantId AND d.assurance = 'Vouched'
                ORDER BY j.name COLLATE NAMES
                """,
                new { activity.RoomId, now.SetId, seat.ParticipantId }) : null,
        };
    }

    /// <summary>What the members of a set ask for, in one line; empty where they ask for nothing.</summary>
    public string AskedBySet(long set) => Asked.Where(report => report.Turn.SetId == set && report.ShowsAsk(Run)).Select(report => $"{report.Turn.Name}: {report.AskWords}")
        .ToList() is { Count: > 0 } asks ? "They ask for: " + string.Join("; ", asks) : "";

    /// <summary>The step at which the room sees the figures.</summary>
    public static int FiguresAt(ReportOutSettings settings) =>
        settings.Slides.Contains(Slide.Happened) ? settings.Slides.Index().First(slide => slide.Item == Slide.Happened).Index : settings.AllStep;

    /// <summary>Whether a step brings something to other phones: figures to confirm, what is asked.</summary>
    public static bool Brings(ReportRun run, int step) => step > run.Now?.Seen && step >= FiguresAt(run.Settings);

    private sealed record PrivateRow
    {
        public long OutcomeId { get; init; }

        public string Text { get; init; } = "";
    }
}

/// <summary>What others noted for one report.</summary>
/// <param name="Turn">Whose report.</param>
/// <param name="Notes">The notes, newest first, without those that were taken off.</param>
public sealed record NotesFor(Turn Turn, IReadOnlyList<ReportNote> Notes)
{
    /// <summary>Reads them.</summary>
    public static NotesFor Read(Reads reads, long activity, Turn turn) => new(
        turn, [.. ReportNote.Of(reads, activity, turn.OutcomeId).Where(note => note.State != NoteState.Hidden)]);
}
