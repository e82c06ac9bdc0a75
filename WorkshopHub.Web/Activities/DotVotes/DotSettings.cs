using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>What the items with the most dots become when the vote closes.</summary>
public enum DotCarries
{
    /// <summary>They stay what they are.</summary>
    Nothing,

    /// <summary>Marked learnings.</summary>
    Learning,

    /// <summary>Proposed problems.</summary>
    ProposedProblem,
}

/// <summary>The settings of a vote with dots.</summary>
public sealed record DotSettings
{
    /// <summary>The most dots a person may have.</summary>
    public const int DotsMax = 10;

    private const int ItemMax = 280;
    private const int ItemsMax = 40;
    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How many dots each person has.</summary>
    public int Dots { get; init; } = 3;

    /// <summary>Whether somebody may put several dots on one item.</summary>
    public bool Several { get; init; }

    /// <summary>The earlier activity whose posts get the dots; null for that of the agenda, or a given list.</summary>
    public long? Source { get; init; }

    /// <summary>A given list; where it is not empty, no posts are taken.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How many with the most dots are kept.</summary>
    public int Keep { get; init; } = 3;

    /// <summary>What they become.</summary>
    public DotCarries Carries { get; init; } = DotCarries.Learning;

    /// <summary>From stored JSON.</summary>
    public static DotSettings Parse(string json) => JsonSerializer.Deserialize<DotSettings>(json, _json) ?? new DotSettings();

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = form["dots.items"].ToString().Split('\n').Select(Line.Clean).Where(line => line.Length > 0).ToList();
        if (items.Count == 1)
        {
            problems["dots.items"] = "One item is nothing to choose from. Write at least two, or none to take posts.";
        }
        else if (items.Count > ItemsMax)
        {
            problems["dots.items"] = $"{items.Count} items. Keep it to {ItemsMax}.";
        }
        else if (items.Find(item => item.Length > ItemMax) is { } tooLong)
        {
            problems["dots.items"] = $"“{tooLong[..30]}…” is too long: {ItemMax} characters at most.";
        }

        return new SettingsForm(
            new DotSettings
            {
                Dots = Number(form, problems, "dots.dots", 3),
                Several = form["dots.several"].ToString() == "true",
                Source = long.TryParse(form["dots.source"], NumberStyles.None, CultureInfo.InvariantCulture, out var source) ? source : null,
                Items = items,
                Keep = Number(form, problems, "dots.keep", 3),
                Carries = Enum.TryParse<DotCarries>(form["dots.carries"], out var carries) ? carries : DotCarries.Learning,
            }.ToJson(),
            problems);
    }

    private static int Number(IFormCollection form, Dictionary<string, string> problems, string name, int otherwise)
    {
        var typed = form[name].ToString().Trim();
        if (typed.Length == 0
            || (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= DotsMax))
        {
            return typed.Length == 0 ? otherwise : int.Parse(typed, CultureInfo.InvariantCulture);
        }

        problems[name] = $"Type a number from 1 to {DotsMax}.";
        return otherwise;
    }
}
