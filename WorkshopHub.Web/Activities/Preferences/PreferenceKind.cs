using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>
/// Members rank the sponsor's problems alone (Run); later the sets see their ranks and choose (Reveal), and the board shows
/// what they chose (Review). Nothing is given to a set before the facilitator closes the choice.
/// </summary>
public sealed class PreferenceKind(PreferencesLive live) : ActivityKind
{
    /// <inheritdoc />
    public override string Key => "preference";

    /// <inheritdoc />
    public override string Name => "Choice of problems";

    /// <inheritdoc />
    public override string Description =>
        "Members rank the problems alone; at a later item that reveals it, each set sees its ranks and chooses.";

    /// <inheritdoc />
    public override string Icon => "a-preference";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Ranks;

    /// <inheritdoc />
    public override string NewSettings => new PreferenceSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Private];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.AfterClose, Reveal.Never];

    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<PreferencesLive>().AddSingleton<IForgetting, CountedRanks>().AddSingleton<IOwnLinks, OwnRanks>();

    /// <inheritdoc />
    public override void Forget(Writes writes) => writes.Execute("UPDATE preference_rank SET why = ''");

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <summary>The board of what the sets have chosen is for everybody; only members rank and choose.</summary>
    public override bool IsFor(Activity activity, Role role) => activity.Act is ItemAct.Review || activity.IsFor(role);

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) => activity.Act switch
    {
        ItemAct.Reveal => "Choose your problem together",
        ItemAct.Review => "What the sets have chosen",
        _ => activity.Question,
    };

    /// <inheritdoc />
    public override object SettingsOf(string json) => PreferenceSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => PreferenceSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => PreferenceWall.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => Choosing.OfferedIn(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => PreferenceFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override object? BesideModel(Reads reads, Activity activity, Seat seat) =>
        PreferenceFeed.Read(reads, activity, seat) is { Now: not null, Set: not null, IsKnown: true } feed ? feed : null;

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => Choosing.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => Choosing.Read(reads, activity);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var offered = Choosing.OfferedIn(reads, activity).Count(problem => problem.State == "Offered");
        var sets = RoomSet.Of(reads, activity.WorkshopId).Count;
        return offered == 0 ? "No problem is offered yet. Write the sponsor’s problems and offer them, so that there is something to rank."
            : offered < sets + 1 ? $"{offered} problems for {sets} sets leave no choice. At least {sets + 1} would."
            : reads.First<long>("SELECT count(*) FROM agenda_item WHERE activity_id = @Id AND act = 'Reveal'", activity) == 0
                ? "No later item reveals it. Sets choose while its ranks are revealed."
            : null;
    }

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) =>
        answer.Fields.ContainsKey("wish") ? Wishing.Take(writes, activity, answer) : Ranking.Take(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        if (answer.Fields.ContainsKey("wish"))
        {
            live.Wished(activity, answer.Seat.SetId);
        }
        else
        {
            live.Ranked(activity, answer.Seat.ParticipantId);
        }
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Settled(activity);

    /// <inheritdoc />
    public override bool CarriesAtClose => false;

    /// <inheritdoc />
    public override void PutBack(Writes writes, Carried carried) => Closing.PutBack(writes, carried);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity)
    {
        var now = Choosing.Read(reads, activity);
        return [.. now.Choices.Select(choice => new Said("Choice", $"{now.TitleOf(choice.ProblemId)}. {choice.Reason}", choice.SetId, null, choice.At))];
    }

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person)
    {
        var titles = Choosing.OfferedIn(reads, activity).ToDictionary(problem => problem.Id, problem => problem.Title);
        return
        [
            .. RankRow.By(reads, activity.Id, person).Select(rank => new Said(
                $"Rank {rank.Rank}", titles.GetValueOrDefault(rank.ProblemId, "A problem") + (rank.Why.Length > 0 ? $": {rank.Why}" : ""))),
        ];
    }

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var now = Choosing.Read(reads, activity);
        var matrix = Matrix.Of(now);
        return new ActivitySheet(
            ["Set", "Problem", "Ranked it 1", "Ranked it 2", "Ranked it 3", "Mean rank", "Chosen", "Why"],
            [
                .. matrix.Rows.SelectMany(row => now.Problems.Zip(row.Cells).Select(cell => Row(
                    row.Set.Name, cell.First.Title, cell.Second.First, cell.Second.Second, cell.Second.Third, null,
                    now.ChoiceOf(row.Set.Id) is { } choice && choice.ProblemId == cell.First.Id ? choice : null))),
                .. now.Choices.Where(choice => matrix.Rows.All(row => row.Set.Id != choice.SetId)).Select(choice =>
                    Row(now.SetOf(choice.SetId).Name, now.TitleOf(choice.ProblemId), null, null, null, null, choice)),
                .. now.Problems.Zip(matrix.Foot).Select(foot =>
                    Row("All", foot.First.Title, foot.Second.First, null, null, (double?)foot.Second.Mean, null)),
            ]);

        static IReadOnlyList<object?> Row(string set, string title, long? first, long? second, long? third, double? mean, ChoiceRow? choice) =>
            [set, title, first, second, third, mean, choice is null ? null : "yes", choice?.Reason];
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity)
    {
        var problems = Choosing.OfferedIn(reads, activity)
            .Select(problem => (problem.Id.ToString(CultureInfo.InvariantCulture), problem.Title)).ToList();
        var most = Math.Min(PreferenceSettings.Parse(activity.Settings).Most, problems.Count);
        return
        [
            .. Enumerable.Range(1, most).Select(place => new PaperField(Ranking.Field("choice", place), $"Rank {place}", problems)),
            .. Enumerable.Range(1, Math.Min(most, Ranking.Stakes)).Select(place =>
                new PaperField(Ranking.Field("why", place), $"Stake in {place}", [], Ranking.WhyMax)),
        ];
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        if (seat is not { Role: Role.Member, PersonId: not null })
        {
            return null;
        }

        var now = Choosing.Read(reads, activity);
        if (activity.State != ActivityState.Open)
        {
            return Wishing.IsOpen(activity) && seat.SetId is { } set && now.ChoiceOf(set) is null && now.WishesOf(set).Count == 0
                && now.ByInterest(set).FirstOrDefault(problem => now.Free.Contains(problem)) is { } best
                ? new Dictionary<string, string> { ["wish"] = best.Id.ToString(CultureInfo.InvariantCulture) } : null;
        }

        var settings = PreferenceSettings.Parse(activity.Settings);
        var problems = now.Problems.ToArray();
        chance.Shuffle(problems);
        var fields = new Dictionary<string, string>();
        foreach (var (index, problem) in problems.Take(settings.Most).Index())
        {
            fields[Ranking.Field("choice", index + 1)] = problem.Id.ToString(CultureInfo.InvariantCulture);
        }

        fields[Ranking.Field("why", 1)] = _stakes[chance.Next(_stakes.Length)];
        return fields;
    }

    private static readonly string[] _stakes =
    [
        "I meet it every week, and every week I work around it.", "My people pay for it with their evenings.",
        "I have promised a customer that it would not happen again.", "I was part of the last attempt and still think about it.",
    ];
}
