using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>One to three words from everybody, without a name, as a cloud; then and now side by side.</summary>
public sealed class WordKind(WordLive live) : ActivityKind
{
    private static readonly string[] _invented =
    [
        "curious", "hopeful", "busy", "sceptical", "tired", "listening", "trust", "together", "unfinished", "proud", "braver",
        "grateful", "different", "phone", "questions", "next",
    ];

    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<WordLive>();

    /// <inheritdoc />
    public override string Key => "oneword";

    /// <inheritdoc />
    public override string Name => "One word";

    /// <inheritdoc />
    public override string Description =>
        "Everybody gives a word, without a name; the more say it, the larger it stands, beside the words of the first workshop.";

    /// <inheritdoc />
    public override string Icon => "a-oneword";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Anonymous;

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string NewSettings => WordSettings.Parse("{}").ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Anonymous];

    /// <inheritdoc />
    public override object SettingsOf(string json) => WordSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => WordSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => WordLive.Wall(reads, activity);

    /// <inheritdoc />
    public override object? PhoneModel(Reads reads, Activity activity) =>
        activity.State == ActivityState.Open ? null : WordPicture.Read(reads, activity, CloudPlace.Page);

    /// <inheritdoc />
    public override object? FeedModel(Reads reads, Activity activity, Seat seat) =>
        activity.State == ActivityState.Open && AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0
            ? new WordSent(activity.Id, WordPicture.Count(reads, activity.Id) - 1, OtherTimes.WhenShown(reads, activity)) : null;

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => WordDesk.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => WordPicture.Read(reads, activity, CloudPlace.Page);

    /// <inheritdoc />
    public override Finding? FindingOf(Reads reads, Activity activity) => WordFinding.Of(reads, activity);

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => WordAnswers.Accept(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) => live.Changed(activity);

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Changed(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) => activity.IsRevealed
        ? [.. WordPicture.Counts(reads, activity).Where(word => !word.IsHidden)
            .Select(word => new Said(word.Count == 1 ? "Said once" : $"Said {word.Count} times", word.Word) { Kind = "Word" })]
        : [];

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var now = activity.IsRevealed ? WordPicture.Counts(reads, activity).Where(word => !word.IsHidden).ToList() : [];
        var earlier = now.Count == 0 ? null : WordPicture.Before(reads, activity);
        var then = earlier is null ? []
            : WordPicture.Counts(reads, earlier).Where(word => !word.IsHidden).ToDictionary(word => word.Word, word => word.Count, StringComparer.Ordinal);
        var count = now.ToDictionary(word => word.Word, word => word.Count, StringComparer.Ordinal);
        return new ActivitySheet(
            ["Word", "Count", earlier is null ? "Earlier" : $"{OtherTimes.Of(reads, earlier).Day}"],
            now.Count == 0
                ? [["People who gave words", WordPicture.Count(reads, activity.Id), null]]
                : [.. now.Select(word => word.Word).Concat(then.Keys.Where(word => !count.ContainsKey(word)).Order(StringComparer.Ordinal))
                    .Select(word => (IReadOnlyList<object?>)[word, Of(count, word), earlier is null ? null : Of(then, word)])]);

        static object Of(Dictionary<string, long> counts, string word) => counts.GetValueOrDefault(word);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity)
    {
        var most = WordSettings.Parse(activity.Settings).Most;
        return [new PaperField(WordAnswers.Field, most == 1 ? "The word" : $"One word, or up to {WordText.Number(most)}", [], 80)];
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance) =>
        activity.State != ActivityState.Open || AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0 ? null
        : new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The first of the list come more often.
            [WordAnswers.Field] = _invented[(int)(chance.NextDouble() * chance.NextDouble() * _invented.Length)],
        };
}

/// <summary>What a phone shows that has given its word. Which word, only the phone knows.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Others">How many others have given theirs.</param>
/// <param name="WhenShown">When the picture comes; empty where it shows already.</param>
public sealed record WordSent(long ActivityId, long Others, string WhenShown);
