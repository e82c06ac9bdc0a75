using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>What walls and phones show beside the title while somebody speaks.</summary>
public enum MomentShows
{
    /// <summary>Only the title and the clock.</summary>
    Nothing,

    /// <summary>What the sets may decide, must ask and may spend, as the sponsor signed it.</summary>
    Authority,

    /// <summary>The problems on offer, one at a time; members note privately what they think.</summary>
    Problems,

    /// <summary>The programme from the kick-off to the final, with the sets' meetings.</summary>
    Timeline,

    /// <summary>When all meet again, and each set.</summary>
    Next,

    /// <summary>Each set with its problem, client and champion.</summary>
    Board,
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

    /// <summary>What walls and phones show beside the title.</summary>
    public MomentShows Shows { get; init; }

    /// <summary>Whether somebody speaks and has something to show.</summary>
    public bool HasCards => Doing != Doing.Rest && !Joining && Shows != MomentShows.Nothing;

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
            Shows = Enum.TryParse<MomentShows>(stored?.Shows, out var shows) ? shows : MomentShows.Nothing,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(new Stored(Doing.ToString(), Speaker, SpeakerRole, PhonesDown, Joining, Shows.ToString()));

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
            Shows = Enum.TryParse<MomentShows>(form["moment.shows"], out var shows) && Enum.IsDefined(shows) ? shows : MomentShows.Nothing,
        };
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (settings.Speaker.Length > 80)
        {
            problems["moment.speaker"] = "A name of at most 80 characters fits on the wall.";
        }

        if (settings.Shows != MomentShows.Nothing && !settings.HasCards)
        {
            problems["moment.shows"] = "A break shows the day, and arriving shows how to join. Choose nothing else for it.";
        }

        return new SettingsForm(settings.ToJson(), problems);
    }

    private sealed record Stored(string? Doing, string? Speaker, string? SpeakerRole, bool? PhonesDown, bool? Joining, string? Shows);
}
