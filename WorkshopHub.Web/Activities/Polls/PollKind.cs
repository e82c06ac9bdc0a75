using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Web.Activities.Polls;

/// <summary>One or several choices, or a few words; a person each or one answer a set.</summary>
public sealed class PollKind(PollLive live) : ActivityKind
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<PollLive>();

    /// <inheritdoc />
    public override string Key => "poll";

    /// <inheritdoc />
    public override string Name => "Poll";

    /// <inheritdoc />
    public override string Description =>
        "People choose or write a few words; the wall counts. A set can choose its name with it, or hands go up for the next programme.";

    /// <inheritdoc />
    public override string Icon => "a-poll";

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string NewSettings => new PollSettings { Choices = ["Yes", "No", "Not sure yet"] }.ToJson();

    /// <inheritdoc />
    public override object SettingsOf(string json) => PollSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => PollSettings.Read(form);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var settings = PollSettings.Parse(activity.Settings);
        return settings.Form != PollForm.Text && PollQueries.Choices(reads, settings).Count < 2
                ? settings.Sites ? "Fewer than two sites are known; write the choices instead." : "It has nothing to choose from yet."
            : settings.PerSet && RoomSet.Of(reads, activity.WorkshopId).Count == 0 ? "The programme has no sets yet."
            : settings.Carries == PollCarries.Volunteer && activity.NameMode is NameMode.Anonymous
                ? "Nobody can be noted as a volunteer while it is anonymous."
            : null;
    }

    /// <inheritdoc />
    public override WallLayout LayoutOf(Activity activity) =>
        activity is { State: ActivityState.Open, Act: ItemAct.Run } && PollSettings.Parse(activity.Settings).Joining ? WallLayout.Join : WallLayout.Own;

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => PollQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => PollQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => PollQueries.Result(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat)
    {
        var settings = PollSettings.Parse(activity.Settings);
        var set = settings.PerSet ? PollQueries.Result(reads, activity).Sets.FirstOrDefault(of => of.Set.Id == seat.SetId) : null;
        return new PollFeed(
            activity, settings, PollQueries.Choices(reads, settings),
            activity.NameMode == NameMode.Anonymous && !settings.PerSet ? null : PollQueries.Own(reads, activity.Id, seat.ParticipantId),
            AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0, set,
            !settings.PerSet || (seat.Role == Role.Member && seat.SetId is not null), seat.ParticipantId);
    }

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => PollAnswers.Accept(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) =>
        live.Answered(activity, answer.Seat.ParticipantId, answer.Seat.SetId);

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.State(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity)
    {
        var result = PollQueries.Result(reads, activity);
        return !result.OnWall || activity.NameMode == NameMode.Private ? []
            : [.. result.Answers.Where(answer => answer.Text.Length > 0 && result.Settings.Form == PollForm.Text)
                .Select(answer => new Said(
                    "Answer", answer.Text, answer.SetId, result.HasNames ? answer.Who : null, answer.AnsweredAt))];
    }

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) =>
        [.. PollQueries.Result(reads, activity).Answers.Where(answer => answer.PersonId == person).Select(answer => new Said(
            "Answer", answer.Choices.Count > 0 && answer.Text.Length > 0 ? $"{answer.Words}: {answer.Text}" : answer.Words,
            answer.SetId, answer.Who, answer.AnsweredAt))];

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var result = PollQueries.Result(reads, activity);
        if (!result.MayTell)
        {
            return new ActivitySheet(["Answers"], [[(long)result.Answered]]);
        }

        if (activity.NameMode is NameMode.Anonymous or NameMode.Private)
        {
            return new ActivitySheet(["Answer", "How many"], [.. result.Counts.Select(count => new object?[] { count.Choice, count.Count })]);
        }

        var sets = RoomSet.Of(reads, activity.WorkshopId).ToDictionary(set => set.Id, set => set.Name);
        return new ActivitySheet(["Set", "Person", "Answer", "In words"], [.. result.Answers.Select(answer => new object?[]
        {
            answer.SetId is { } set ? sets.GetValueOrDefault(set) : null, result.HasNames ? answer.Who : null, answer.Words,
            answer.Choices.Count > 0 ? answer.Text : null,
        })]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity)
    {
        var settings = PollSettings.Parse(activity.Settings);
        if (activity.NameMode == NameMode.Private || (settings.PerSet && activity.NameMode == NameMode.Anonymous))
        {
            return []; // a set's answer needs to be known as the set's
        }

        if (settings.Form == PollForm.Text)
        {
            return [new PaperField("text", activity.Question, [], settings.Longest)];
        }

        var choices = PollQueries.Choices(reads, settings).Select(choice => (choice, choice)).ToList();
        var most = settings.Form == PollForm.One ? 1 : settings.Most > 0 ? Math.Min(settings.Most, choices.Count) : choices.Count;
        var fields = Enumerable.Range(1, most).Select(place => new PaperField(
            PollAnswers.ChoiceField(place), most == 1 ? "Choice" : $"Choice {place}", choices));
        return settings.Also.Length == 0 ? [.. fields] : [.. fields, new PaperField("text", settings.Also, [], 120)];
    }

    /// <inheritdoc />
    public override bool FitsTable(Activity activity) => activity.NameMode is NameMode.Named or NameMode.SetOnly
        && PollSettings.Parse(activity.Settings).Carries != PollCarries.SetName; // for that a phone has to be known

    /// <inheritdoc />
    public override object TableModel(Reads reads, Activity activity, Seat seat) => FeedModel(reads, activity, seat);

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var settings = PollSettings.Parse(activity.Settings);
        if (activity.State != ActivityState.Open || (settings.PerSet && (seat.Role != Role.Member || seat.SetId is null)))
        {
            return null;
        }

        if (settings.Form == PollForm.Text)
        {
            string[] words = ["Lantern", "Second Shift", "Open Gate", "Keel", "Long Table", "Night Bus", "Plain Speech", "Harbour"];
            return new Dictionary<string, string>
            {
                ["text"] = settings.PerSet ? words[seat.SetId!.Value % words.Length] : words[chance.Next(words.Length)],
            };
        }

        var choices = PollQueries.Choices(reads, settings);
        return choices.Count == 0 ? null : new Dictionary<string, string> { ["choice"] = choices[chance.Next(choices.Count)] };
    }

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity)
    {
        var result = PollQueries.Result(writes, activity);
        if (result.Settings.Carries == PollCarries.SetName)
        {
            foreach (var (set, words) in result.Sets.Where(of => of.Agreed is not null).Select(of => (of.Set, of.Agreed!.Text)))
            {
                if (set.Name != words && Rename(writes, activity, set.Id, words))
                {
                    Carried.Add(writes, new Carried
                    {
                        ActivityId = activity.Id,
                        Target = "SetName",
                        SetId = set.Id,
                        ThingId = set.Id,
                        Text = words,
                        Before = set.Name,
                    });
                }
            }
        }
        else if (result.Settings.Carries == PollCarries.Volunteer)
        {
            foreach (var hand in result.Hands.Where(hand => hand.PersonId is not null))
            {
                var words = hand.Text.Length > 0 ? $"{hand.Words}: {hand.Text}" : hand.Words;
                Carried.Add(writes, new Carried
                {
                    ActivityId = activity.Id,
                    Target = "Volunteer",
                    PersonId = hand.PersonId,
                    SetId = hand.SetId,
                    Source = hand.Id,
                    Text = result.HasNames ? words : "",
                });
            }
        }
    }

    /// <inheritdoc />
    public override void PutBack(Writes writes, Carried carried)
    {
        if (carried is { Target: "SetName", SetId: { } set, Before: { } before }
            && writes.First<string>("SELECT name FROM sets WHERE id = @set", new { set }) == carried.Text)
        {
            Rename(writes, Activity.Find(writes, carried.ActivityId)!, set, before);
        }
    }

    /// <summary>False where another set has the name by now: then the set keeps its own.</summary>
    private static bool Rename(Writes writes, Activity activity, long set, string name)
    {
        var programme = writes.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", activity);
        try
        {
            return SetRow.Find(writes, programme, set) is { } row && SetCommands.Rename(writes, programme, set, row.Version, name, null);
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}

/// <summary>What one person has of a poll on their phone.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Choices">What there is to choose from.</param>
/// <param name="Own">This person's answer; null where there is none or it is anonymous.</param>
/// <param name="HasAnswered">Whether this person has answered.</param>
/// <param name="Set">What their set says, where it is one answer a set.</param>
/// <param name="MayAnswer">Whether this person answers: for a set only its members do.</param>
/// <param name="Me">This person's place in the room.</param>
public sealed record PollFeed(
    Activity Activity, PollSettings Settings, IReadOnlyList<string> Choices, PollRow? Own, bool HasAnswered, PollOfSet? Set,
    bool MayAnswer, long Me);
