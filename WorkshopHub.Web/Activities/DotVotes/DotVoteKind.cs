using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>Everybody has a few dots to give to posts of an earlier activity or to a given list.</summary>
public sealed class DotVoteKind(DotLive live) : ActivityKind
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<DotLive>();

    /// <inheritdoc />
    public override string Key => "dotvote";

    /// <inheritdoc />
    public override string Name => "Dots";

    /// <inheritdoc />
    public override string Description =>
        "Everybody gives a few dots to what was written before, or to a list. On the wall a post grows with its dots; the first are kept.";

    /// <inheritdoc />
    public override string Icon => "a-dotvote";

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string NewSettings => new DotSettings().ToJson();

    /// <inheritdoc />
    public override object SettingsOf(string json) => DotSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => DotSettings.Read(form);

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Anonymous, NameMode.Named, NameMode.SetOnly, NameMode.Private];

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var settings = DotSettings.Parse(activity.Settings);
        return settings.Items.Count > 0 ? null
            : DotQueries.SourceOf(reads, activity, settings) switch
            {
                null => "It has nothing to put dots on: choose an earlier activity, or write a list.",
                { NameMode: NameMode.Private } => "What was written there is private. Choose another activity, or write a list.",
                { Reveal: Reveal.Never } => "What was written there is never shown. Choose another activity, or write a list.",
                var source when ComesLater(reads, activity, source) => $"“{source.Title}” comes after it in the agenda.",
                _ => null,
            };
    }

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => DotQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => DotQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => DotQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => new DotFeed(
        DotQueries.Result(reads, activity),
        activity.NameMode == NameMode.Anonymous ? [] : DotQueries.Own(reads, activity.Id, seat.ParticipantId),
        AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0);

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => DotAnswers.Accept(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) => live.Given(activity);

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.State(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity)
    {
        var result = DotQueries.Result(reads, activity);
        return result is { OnWall: true, Settings.Carries: not DotCarries.Nothing } && activity.State == ActivityState.Closed
            ? [.. result.Kept.Select(item => new Said($"Kept, {item.Dots} {(item.Dots == 1 ? "dot" : "dots")}", item.Text, item.SetId, item.Who)
            {
                Kind = "Kept",
                Dots = item.Dots,
                DotsEach = result.Settings.Dots,
            })]
            : [];
    }

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person)
    {
        var keys = reads.Query<string>(
            "SELECT d.item FROM dot d JOIN participant j ON j.id = d.participant_id WHERE d.activity_id = @Id AND j.person_id = @person",
            new { activity.Id, person });
        return [.. DotQueries.Result(reads, activity).Items.Where(item => keys.Contains(item.Key))
            .Select(item => new Said("Your dot", item.Text, item.SetId))];
    }

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var result = DotQueries.Result(reads, activity);
        return !result.MayTell
            ? new ActivitySheet(["People"], [[result.People]])
            : new ActivitySheet(["Dots", "Text", "Set", "Written by"], [.. result.Items.OrderByDescending(item => item.Dots)
                .Select(item => new object?[] { item.Dots, item.Text, item.SetName, item.Who })]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity)
    {
        var result = DotQueries.Result(reads, activity);
        var items = result.Items.Select(item => (item.Key, item.InBrief)).ToList();
        return activity.NameMode == NameMode.Private || items.Count == 0 ? []
            : [.. Enumerable.Range(1, result.Settings.Dots).Select(number => new PaperField($"dot{number}", $"Dot {number}", items))];
    }

    /// <inheritdoc />
    public override bool FitsTable(Activity activity) => activity.NameMode is NameMode.Named or NameMode.SetOnly;

    /// <inheritdoc />
    public override object TableModel(Reads reads, Activity activity, Seat seat) => FeedModel(reads, activity, seat);

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var settings = DotSettings.Parse(activity.Settings);
        var items = DotQueries.Items(reads, activity, settings).Select(item => item.Key).ToArray();
        chance.Shuffle(items);
        return items.Length == 0 || activity.State != ActivityState.Open ? null : items.Take(settings.Dots)
            .Select((item, place) => KeyValuePair.Create($"dot{place + 1}", item)).ToDictionary();
    }

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity)
    {
        var result = DotQueries.Result(writes, activity);
        if (result.Settings.Carries == DotCarries.Nothing || result.TooFew)
        {
            return;
        }

        var programme = writes.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", activity);
        foreach (var item in result.Kept)
        {
            var problem = result.Settings.Carries == DotCarries.ProposedProblem ? ProblemProposal.Make(writes, programme, item.Text) : null;
            Carried.Add(writes, new Carried
            {
                ActivityId = activity.Id,
                Target = result.Settings.Carries.ToString(),
                SetId = item.SetId,
                PersonId = item.PersonId,
                ThingId = problem?.Id,
                Source = item.Key,
                Text = item.Text,
                Before = problem is { WasThere: true } ? "there" : null,
            });
        }
    }

    /// <inheritdoc />
    public override void PutBack(Writes writes, Carried carried)
    {
        if (carried is { Target: nameof(DotCarries.ProposedProblem), ThingId: { } problem, Before: null })
        {
            ProblemProposal.TakeBack(writes, problem);
        }
    }

    private static bool ComesLater(Reads reads, Activity activity, Activity source) => source.WorkshopId == activity.WorkshopId
        && reads.First<long>(
            """
            SELECT ifnull((SELECT min(position) FROM agenda_item WHERE activity_id = @source), 0)
                 > ifnull((SELECT min(position) FROM agenda_item WHERE activity_id = @own), 100000)
            """,
            new { source = source.Id, own = activity.Id }) == 1;
}
