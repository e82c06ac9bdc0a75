using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Polls;

/// <summary>How people answer a poll.</summary>
public enum PollForm
{
    /// <summary>One of the choices.</summary>
    One,

    /// <summary>Some of the choices.</summary>
    Several,

    /// <summary>A few words of their own.</summary>
    Text,
}

/// <summary>What a poll's result becomes when it closes.</summary>
public enum PollCarries
{
    /// <summary>It stays what it is.</summary>
    Nothing,

    /// <summary>Each set's words become the set's name.</summary>
    SetName,

    /// <summary>Hands up: whoever chooses anything but the last choice is noted by name.</summary>
    Volunteer,
}

/// <summary>The settings of a poll.</summary>
public sealed record PollSettings
{
    /// <summary>The longest choice, so that twelve fit on a wall.</summary>
    public const int ChoiceMax = 60;

    /// <summary>The most choices.</summary>
    public const int ChoicesMax = 12;

    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How people answer.</summary>
    public PollForm Form { get; init; }

    /// <summary>What they choose from, in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Instead of own choices: the organisation's sites.</summary>
    public bool Sites { get; init; }

    /// <summary>How many one may choose, where it is several; 0 = as many as one likes.</summary>
    public int Most { get; init; }

    /// <summary>One answer a set, given by any phone of it.</summary>
    public bool PerSet { get; init; }

    /// <summary>The longest text of one's own.</summary>
    public int Longest { get; init; } = 40;

    /// <summary>What is asked beside a choice, e.g. What should they call you for? Empty: nothing.</summary>
    public string Also { get; init; } = "";

    /// <summary>What the result becomes.</summary>
    public PollCarries Carries { get; init; }

    /// <summary>People arrive: while it is open walls show how to join and who is here; the counts show when it is closed.</summary>
    public bool Joining { get; init; }

    /// <summary>Whether it is answered with one tap.</summary>
    [JsonIgnore]
    public bool IsOneTap => Form == PollForm.One && Also.Length == 0;

    /// <summary>From stored JSON.</summary>
    public static PollSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<PollSettings>(json, _json) ?? new PollSettings();
        return stored.Carries == PollCarries.SetName
            ? stored with { Form = PollForm.Text, PerSet = true, Longest = Math.Min(stored.Longest, 40) } : stored;
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var carries = Enum.TryParse<PollCarries>(form["poll.carries"], out var target) ? target : PollCarries.Nothing;
        var way = carries == PollCarries.SetName ? PollForm.Text
            : Enum.TryParse<PollForm>(form["poll.form"], out var typed) ? typed : PollForm.One;
        var sites = form["poll.sites"].ToString() == "true";
        var choices = form["poll.choices"].ToString().Split('\n').Select(Line.Clean).Where(line => line.Length > 0).ToList();
        if (way != PollForm.Text && !sites && choices.Count < 2)
        {
            problems["poll.choices"] = "Write at least two choices, each on a line of its own.";
        }
        else if (choices.Count > ChoicesMax)
        {
            problems["poll.choices"] = $"{choices.Count} choices. Keep it to {ChoicesMax}, so that all stand on the wall.";
        }
        else if (choices.Find(choice => choice.Length > ChoiceMax) is { } tooLong)
        {
            problems["poll.choices"] = $"“{tooLong[..30]}…” is too long: {ChoiceMax} characters at most.";
        }
        else if (choices.Distinct(StringComparer.OrdinalIgnoreCase).Count() < choices.Count)
        {
            problems["poll.choices"] = "Two choices are the same.";
        }

        var longest = Number(form, problems, "poll.longest", carries == PollCarries.SetName ? 16 : 40, 5, carries == PollCarries.SetName ? 40 : 80);
        var settings = new PollSettings
        {
            Form = way,
            Choices = choices,
            Sites = sites,
            Most = Number(form, problems, "poll.most", 0, 0, ChoicesMax),
            PerSet = carries == PollCarries.SetName || form["poll.perSet"].ToString() == "true",
            Longest = longest,
            Also = Line.Clean(form["poll.also"]) is { Length: > 80 } also ? also[..80] : Line.Clean(form["poll.also"]),
            Carries = carries,
            Joining = form["poll.joining"].ToString() == "true",
        };
        return new SettingsForm(settings.ToJson(), problems);
    }

    private static int Number(
        IFormCollection form, Dictionary<string, string> problems, string name, int otherwise, int least, int most)
    {
        var typed = form[name].ToString().Trim();
        if (typed.Length == 0)
        {
            return otherwise;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems[name] = $"Type a number from {least} to {most}.";
        return otherwise;
    }
}
