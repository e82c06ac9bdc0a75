using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// Each set (or each member) reports in slides that it wrote before, from its own phone. The others ask and note what they
/// can use; the sponsor or the supervisors answer; whoever owns a figure confirms it.
/// </summary>
public sealed class ReportOutKind(ReportsLive live, TimeProvider time) : ActivityKind
{
    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<ReportsLive>().AddSingleton<IOwnLinks, OwnAnswers>();

    /// <inheritdoc />
    public override string Key => "reportout";

    /// <inheritdoc />
    public override string Name => "Report-out";

    /// <inheritdoc />
    public override string Description =>
        "Each set presents its slides from a phone; the others ask and note what they can use; the sponsor answers. A later item that reviews it shows the answers.";

    /// <inheritdoc />
    public override string Icon => "a-reportout";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Report;

    /// <inheritdoc />
    public override string NewSettings => new ReportOutSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Named];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.Live];

    /// <inheritdoc />
    public override void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM report_private");
        OutcomeCommands.Forget(writes);
    }

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Talk;

    /// <inheritdoc />
    public override IReadOnlyList<ItemAct> Acts(Activity activity) => [ItemAct.Run, ItemAct.Review];

    /// <inheritdoc />
    public override bool SeveralSpeak(Activity activity) => true;

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) =>
        activity.Act is ItemAct.Review or ItemAct.Reveal ? "What happens with your work now" : activity.Question;

    /// <inheritdoc />
    public override object SettingsOf(string json) => ReportOutSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => ReportOutSettings.Read(form);

    /// <inheritdoc />
    public override LookBack? LookBackOf(Reads reads, Activity activity) =>
        ReportResult.Read(reads, activity) is { Reports.Count: > 0 } result
            ? new LookBack(activity.Title, $"reports-{activity.Id}", Partial("Back"), [.. result.Reports.Select(report => new ReportBack(result.Run, report))]) : null;

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => ReportRun.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => ReportRun.Read(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => ReportFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => ReportRun.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => Result(reads, activity);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity) => Turn.Of(reads, activity).Count > 0 ? null
        : ReportOutSettings.Parse(activity.Settings).PerMember ? "No set has a member yet, so nobody reports." : "There is no set yet, so nobody reports.";

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => ReportAccept.Take(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        if (answer.About is ReportDone done)
        {
            live.Done(activity, done, answer.Seat.ParticipantId);
        }
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Turned(activity);

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity) => ReportCarry.Over(writes, activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) =>
        [.. Result(reads, activity).Lines.Select(line => new Said(line.What, line.Text, line.Turn.SetId, line.Who, line.At))];

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) =>
    [
        .. ReportNote.Of(reads, activity.Id, null)
            .Where(note => reads.First<long?>("SELECT person_id FROM participant WHERE id = @ParticipantId", note) == person)
            .Select(note => new Said(note.Kind == NoteKind.Use ? "I can use" : "Question", note.Text, note.SetId, note.Name, note.At)),
        .. reads.Query<string>(
            "SELECT text FROM report_private WHERE activity_id = @Id AND person_id = @person AND text <> ''", new { activity.Id, person })
            .Select(text => new Said("Your private note", text)),
    ];

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity) => new(
        ["Set", "Reports", "What", "Text", "Who"],
        [.. Result(reads, activity).Lines.Select(line => (IReadOnlyList<object?>)
            [line.Turn.SetName, line.Turn.Name, line.What, line.Text, line.Who])]);

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) =>
        Turn.Of(reads, activity).Where(turn => turn.HasBegun)
            .Select(turn => (turn.OutcomeId!.Value.ToString(CultureInfo.InvariantCulture), turn.Name)).ToList() is { Count: > 0 } turns
            ?
            [
                new PaperField("note", "To", turns),
                new PaperField("kind", "What it is", [(nameof(NoteKind.Use), "I can use this"), (nameof(NoteKind.Question), "I want to know")]),
                new PaperField("text", "Words", [], ReportNote.TextMax),
            ] : [];

    /// <inheritdoc />
    public override IReadOnlyList<OwnLink> OwnLinks(Reads reads, Activity activity, long person) => activity.State == ActivityState.Closed ? []
        : [.. ReportLinks.Of(reads, activity, person, LocalDay.Today(reads, time.GetUtcNow()))];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var run = ReportRun.Read(reads, activity);
        if (activity.Act == ItemAct.Review)
        {
            return ReportLinks.Answer(ReportFeed.Read(reads, activity, seat), chance);
        }

        if (run.Now is not { OutcomeId: { } outcome } now || activity.State != ActivityState.Open || ReportRights.IsOwn(seat, now))
        {
            return null;
        }

        var asks = chance.Next(3) == 0;
        return new Dictionary<string, string>
        {
            ["note"] = outcome.ToString(CultureInfo.InvariantCulture),
            ["kind"] = (asks ? NoteKind.Question : NoteKind.Use).ToString(),
            ["text"] = asks ? Sayings.Question(chance) : Sayings.Use(chance),
        };
    }

    // What one activity has by itself, also while it is looked at together with the one of the other room.
    private static ReportResult Result(Reads reads, Activity activity) => ReportResult.Read(reads, activity with { Act = null });
}
