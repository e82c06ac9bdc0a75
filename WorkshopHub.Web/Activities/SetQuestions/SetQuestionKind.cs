using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>
/// Sets ask each other (Run); the asked set answers, on one phone. An item that reviews it takes answers only, and walls show
/// questions with their answers. What is not answered goes to the asked set.
/// </summary>
public sealed class SetQuestionKind(SetQuestionsLive live) : ActivityKind
{
    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<SetQuestionsLive>();

    /// <inheritdoc />
    public override string Key => "setquestion";

    /// <inheritdoc />
    public override string Name => "Questions to other sets";

    /// <inheritdoc />
    public override string Description =>
        "Sets ask each other; the wall shows who asks whom. At a later item that reviews it, each set answers on one phone.";

    /// <inheritdoc />
    public override string Icon => "a-setquestion";

    /// <inheritdoc />
    public override string NewSettings => new SetQuestionSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Named, NameMode.SetOnly];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.Live, Reveal.AfterClose];

    /// <summary>How many questions a set has got, as the phone's list shows it.</summary>
    public static AskedCount CountOf(Asking asking, long set) =>
        new(asking.Activity.Id, set, asking.To(set), asking.Settings.Least);

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) => activity.Act switch
    {
        ItemAct.Review => "What did they ask you?",
        ItemAct.Reveal => "What they asked, what they answered",
        _ => activity.Question,
    };

    /// <inheritdoc />
    public override object SettingsOf(string json) => SetQuestionSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => SetQuestionSettings.Read(form);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity) => RoomSet.Of(reads, activity.WorkshopId).Count < 2
        ? "Fewer than two sets: there is nobody to ask." : null;

    /// <inheritdoc />
    public override LookBack? LookBackOf(Reads reads, Activity activity) =>
        activity.IsRevealed && QuestionRow.Shown(reads, activity.Id) is { Count: > 0 } asked
            ? new LookBack(activity.Question, $"qas-{activity.Id}", Partial("Qa"), asked) : null;

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => Asking.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => Asking.Read(reads, activity);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => Asking.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => Asking.Read(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => QuestionFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override object? BesideModel(Reads reads, Activity activity, Seat seat) =>
        QuestionFeed.Read(reads, activity, seat) is { ToUs: not null } feed ? feed : null;

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => SetQuestions.Accept(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        if (answer.About is QuestionPlace place)
        {
            live.Changed(activity, place);
        }
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.State(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) => !activity.IsRevealed ? []
        : [.. QuestionRow.Shown(reads, activity.Id).SelectMany(question => Words(question, question.Who))];

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) =>
    [
        .. QuestionRow.All(reads, activity.Id).SelectMany(question => Words(question, null)
            .Where(said => person == (said.Label == "Answer" ? question.AnsweredByPerson : question.PersonId))),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Received> ReceivedIn(Reads reads, Activity activity) => !activity.IsRevealed ? []
        : [.. QuestionRow.Shown(reads, activity.Id).Select(question =>
            new Received(question.ToSet, question.Text, question.Asker, question.FromName, question.FromPosition))];

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity) => activity.IsRevealed
        ? new ActivitySheet(
            ["Asked by set", "Name", "Asked set", "Question", "Answer", "Asked at", "Answered at"],
            [.. QuestionRow.Shown(reads, activity.Id).Select(question => new object?[]
            {
                question.FromName, question.Who, question.ToName, question.Text, question.IsAnswered ? question.Answer : null,
                question.AskedAt, question.AnsweredAt,
            })])
        : new ActivitySheet(["Questions"], [[(long)QuestionRow.Shown(reads, activity.Id).Count]]);

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) =>
    [
        new PaperField("to", "Asked set", [.. RoomSet.Of(reads, activity.WorkshopId)
            .Select(set => (set.Id.ToString(CultureInfo.InvariantCulture), set.Name))]),
        new PaperField("question", "Question", [], SetQuestionSettings.Parse(activity.Settings).Longest),
    ];

    /// <inheritdoc />
    public override bool FitsTable(Activity activity) => true;

    /// <inheritdoc />
    public override object TableModel(Reads reads, Activity activity, Seat seat) => FeedModel(reads, activity, seat);

    /// <inheritdoc />
    public override bool TakesAnswers(Activity activity) => SetQuestions.CanAsk(activity) || SetQuestions.CanAnswer(activity);

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        if (seat.SetId is not { } own || seat.Role is not (Role.Member or Role.Advisor))
        {
            return null;
        }

        if (SetQuestions.CanAsk(activity))
        {
            var others = RoomSet.Of(reads, activity.WorkshopId).Where(set => set.Id != own).ToList();
            var asking = Asking.Read(reads, activity);
            return others.Count == 0 ? null : new Dictionary<string, string>
            {
                ["do"] = "ask",
                ["to"] = others.OrderBy(set => asking.To(set.Id)).ThenBy(_ => chance.Next()).First().Id.ToString(CultureInfo.InvariantCulture),
                ["question"] = Sayings.Question(chance),
            };
        }

        return SetQuestions.CanAnswer(activity)
            && QuestionRow.Shown(reads, activity.Id).FirstOrDefault(question => question.ToSet == own && !question.IsAnswered) is { } open
            ? new Dictionary<string, string>
            {
                ["do"] = $"answer.{open.Id}",
                [$"answer.{open.Id}"] = Sayings.Answer(chance),
                [$"seen.{open.Id}"] = "0",
            }
            : null;
    }

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity)
    {
        foreach (var question in QuestionRow.Shown(writes, activity.Id).Where(question => !question.IsAnswered).Reverse())
        {
            Carry(writes, question);
        }
    }

    /// <summary>A question that nobody has answered goes to the asked set.</summary>
    public static void Carry(Writes writes, QuestionRow question) => Carried.Add(writes, new Carried
    {
        ActivityId = question.ActivityId,
        Target = "SetQuestion",
        SetId = question.ToSet,
        Source = question.Id,
        Text = question.Text,
        PersonId = null,
    });

    private static IEnumerable<Said> Words(QuestionRow question, string? who)
    {
        yield return new Said($"Question to {question.ToName}", question.Text, question.FromSet, who, question.AskedAt)
        {
            Kind = "Question",
            ToSetId = question.ToSet,
            IsAnswered = question.IsAnswered,
        };
        if (question.IsAnswered)
        {
            yield return new Said("Answer", question.Answer, question.ToSet, null, question.AnsweredAt);
        }
    }
}
