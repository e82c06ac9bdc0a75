using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>Somebody speaks, or all have a break: the wall shows the title and the clock, phones are down.</summary>
public sealed class MomentKind : ActivityKind
{
    /// <inheritdoc />
    public override string Key => "moment";

    /// <inheritdoc />
    public override string Name => "Moment";

    /// <inheritdoc />
    public override string Description => "Somebody speaks, people talk, or all have a break. Phones have nothing to press.";

    /// <inheritdoc />
    public override string Icon => "a-moment";

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => MomentSettings.Parse(activity.Settings).Doing;

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
    public override object? WallModel(Reads reads, Activity activity) => DayRow.Around(reads, activity.RoomId);

    /// <inheritdoc />
    public override object? PhoneModel(Reads reads, Activity activity) => DayRow.Around(reads, activity.RoomId);
}

/// <summary>The settings of a moment.</summary>
public sealed record MomentSettings
{
    /// <summary>What people do: a talk, a conversation or a break.</summary>
    public Doing Doing { get; init; } = Doing.Talk;

    /// <summary>Who speaks; empty where nobody does.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>What the speaker is, e.g. Chief Operating Officer, your sponsor.</summary>
    public string SpeakerRole { get; init; } = "";

    /// <summary>Phones say "put your phone down".</summary>
    public bool PhonesDown { get; init; } = true;

    /// <summary>People arrive: walls show how to join instead of the title.</summary>
    public bool Joining { get; init; }

    /// <summary>From stored JSON.</summary>
    public static MomentSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json);
        return new MomentSettings
        {
            Doing = Enum.TryParse<Doing>(stored?.Doing, out var doing) ? doing : Doing.Talk,
            Speaker = stored?.Speaker ?? "",
            SpeakerRole = stored?.SpeakerRole ?? "",
            PhonesDown = stored?.PhonesDown ?? true,
            Joining = stored?.Joining ?? false,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Doing.ToString(), Speaker, SpeakerRole, PhonesDown, Joining));

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var known = Enum.TryParse<Doing>(form["moment.doing"], out var doing) && doing != Doing.Phones;
        var settings = new MomentSettings
        {
            Doing = known ? doing : Doing.Talk,
            Speaker = Line.Clean(form["moment.speaker"]),
            SpeakerRole = Line.Clean(form["moment.speakerRole"]),
            PhonesDown = form["moment.phonesDown"].ToString() == "true",
            Joining = form["moment.joining"].ToString() == "true",
        };
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (settings.Speaker.Length > 80)
        {
            problems["moment.speaker"] = "A name of at most 80 characters fits on the wall.";
        }

        return new SettingsForm(settings.ToJson(), problems);
    }

    private sealed record Stored(string? Doing, string? Speaker, string? SpeakerRole, bool? PhonesDown, bool? Joining);
}
