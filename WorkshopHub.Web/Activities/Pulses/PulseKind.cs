using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>Statements that everybody agrees with from 1 to 5, without a name; then and now side by side.</summary>
public sealed class PulseKind(PulseLive live) : ActivityKind
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<PulseLive>().AddSingleton<IRolePart, PromisedTime>();

    /// <inheritdoc />
    public override string Key => "pulse";

    /// <inheritdoc />
    public override string Name => "Pulse";

    /// <inheritdoc />
    public override string Description =>
        "Everybody says of a few statements, from 1 to 5 and without a name, how true they are; earlier answers stand beside them.";

    /// <inheritdoc />
    public override string Icon => "a-pulse";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Anonymous;

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Phones;

    /// <inheritdoc />
    public override string NewSettings => PulseSettings.Parse("{}").ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Anonymous];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.AfterClose, Reveal.Never, Reveal.Live];

    /// <inheritdoc />
    public override object SettingsOf(string json) => PulseSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => PulseSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => PulsePicture.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => activity.State == ActivityState.Open
        ? OtherTimes.WhenShown(reads, activity) : PulsePicture.Read(reads, activity);

    /// <inheritdoc />
    public override object? FeedModel(Reads reads, Activity activity, Seat seat) =>
        activity.State == ActivityState.Open && AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0
            ? new PulseSent(activity.Id, OtherTimes.WhenShown(reads, activity)) : null;

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => PulseDesk.Read(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => PulsePicture.Read(reads, activity);

    /// <inheritdoc />
    public override Finding? FindingOf(Reads reads, Activity activity) => PulseFinding.Of(PulsePicture.Read(reads, activity));

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) =>
        PulseAnswers.Accept(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) => live.Changed(activity);

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Changed(activity);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var statements = PulseSettings.Parse(activity.Settings).Statements;
        return activity.Earlier(reads) is not { } earlier ? null
            : PulseSettings.Parse(earlier.Settings).Statements.Any(then => statements.Any(now => now.Key == then.Key)) ? null
            : $"None of its statements was asked in “{OtherTimes.Of(reads, earlier).Workshop}”, so there is no then and now.";
    }

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var picture = PulsePicture.Read(reads, activity);
        IReadOnlyList<object?>[] rows = picture.HasPicture
            ? [.. picture.Lines.Select(line => (IReadOnlyList<object?>)
                [line.Text, .. Cells(line.Now), picture.Then?.Day, .. Cells(line.Then)])]
            : [["All statements", null, null, null, null, null, picture.N, null, null, null, null, null, null, null, null, null]];
        return new ActivitySheet(
            ["Statement", "1", "2", "3", "4", "5", "Answers", "Mean", "Earlier", "1 then", "2 then", "3 then", "4 then", "5 then", "Answers then", "Mean then"],
            rows);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) =>
        [.. PulseSettings.Parse(activity.Settings).Statements.Select(statement => new PaperField(
            statement.Field, statement.Text, [("1", "1, not at all"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5, fully")]))];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance) =>
        activity.State != ActivityState.Open || AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0 ? null
        : PulseSettings.Parse(activity.Settings).Statements.ToDictionary(
            statement => statement.Field,
            _ => Math.Clamp(1 + (int)((chance.NextDouble() + chance.NextDouble()) * 2.6), 1, 5).ToString(CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    private static object?[] Cells(PulseCounts? counts) => counts is null
        ? [null, null, null, null, null, null, null]
        : [.. counts.Counts.Cast<object?>(), counts.N, (double)Math.Round(counts.Mean, 1, MidpointRounding.AwayFromZero)];
}

/// <summary>What a phone shows that has answered.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="WhenShown">When the picture comes.</param>
public sealed record PulseSent(long ActivityId, string WhenShown);
