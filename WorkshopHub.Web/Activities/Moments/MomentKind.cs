using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>
/// Somebody speaks, or all have a break: walls show the title and the clock, or one card after another; phones show the
/// same and have nothing to press, but for private notes on a problem.
/// </summary>
public sealed class MomentKind(MomentLive live) : ActivityKind
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<MomentLive>();

    /// <inheritdoc />
    public override string Key => "moment";

    /// <inheritdoc />
    public override string Name => "Moment";

    /// <inheritdoc />
    public override string Description =>
        "Somebody speaks, people talk, or all have a break. It can show what the sets may decide, the problems, the road and the next date.";

    /// <inheritdoc />
    public override string Icon => "a-moment";

    /// <inheritdoc />
    public override void Forget(Writes writes) => writes.Execute("DELETE FROM problem_note");

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => MomentSettings.Parse(activity.Settings).Doing;

    /// <inheritdoc />
    public override string NameFor(Doing doing) => doing is Doing.Talk or Doing.Conversation ? doing.ToString() : Name;

    /// <inheritdoc />
    public override bool SeveralSpeak(Activity activity) => MomentSettings.Parse(activity.Settings).Shows is MomentShows.Problems or MomentShows.Board;

    /// <inheritdoc />
    public override IReadOnlyList<ItemAct> Acts(Activity activity) => [ItemAct.Run];

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Private];

    /// <inheritdoc />
    public override WallLayout LayoutOf(Activity activity) => MomentSettings.Parse(activity.Settings).Joining ? WallLayout.Join : WallLayout.Own;

    /// <inheritdoc />
    public override string HeadingOf(Activity activity) => activity.Title;

    /// <inheritdoc />
    public override string NewSettings => new MomentSettings().ToJson();

    /// <inheritdoc />
    public override object SettingsOf(string json) => MomentSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => MomentSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => MomentNow.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) => MomentNow.Read(reads, activity);

    /// <inheritdoc />
    public override object? FeedModel(Reads reads, Activity activity, Seat seat) => MomentNotes.For(reads, activity, seat);

    /// <inheritdoc />
    public override object? ControlModel(Reads reads, Activity activity, string tab) =>
        MomentNow.Read(reads, activity) is { Cards.Count: > 1 } now ? now : null;

    /// <inheritdoc />
    public override object? ReportModel(Reads reads, Activity activity) =>
        MomentSettings.Parse(activity.Settings).HasCards || activity.Prompt.Length > 0 ? MomentNow.Read(reads, activity) : null;

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var settings = MomentSettings.Parse(activity.Settings);
        return !settings.HasCards || MomentNow.Read(reads, activity).Cards.Any(card => card.Kind != CardKind.Title) ? null : settings.Shows switch
        {
            MomentShows.Authority => "Nobody has signed yet what the sets may decide. Write it with the programme’s problems.",
            MomentShows.Problems => "No problem is offered yet, so there is none to show.",
            MomentShows.Next => "There is no later workshop yet whose date it could show.",
            _ => "The programme has no sets yet.",
        };
    }

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer) => MomentNotes.Take(writes, activity, answer);

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer) => live.Noted(answer.Seat.ParticipantId);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) =>
        MomentSettings.Parse(activity.Settings) is { HasCards: true, Shows: MomentShows.Problems } ? MomentNotes.Of(reads, activity, person) : [];
}
