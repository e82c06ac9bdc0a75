using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>The settings of a pulse: which statements.</summary>
public sealed record PulseSettings
{
    /// <summary>More would neither fit on a wall nor in a minute.</summary>
    public const int Most = 12;

    private static readonly string _first = JsonSerializer.Serialize(new Stored([1, 2, 3, 4, 5, 6, 7], null));

    /// <summary>Numbers, from 1, of the house's own statements.</summary>
    public IReadOnlyList<int> Chosen { get; init; } = [];

    /// <summary>Statements in the facilitator's own words.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<PulseStatement> Statements =>
        [.. Chosen.Select(number => PulseStatement.Standard[number - 1]), .. Own.Select(text => new PulseStatement(text))];

    /// <summary>From stored JSON: {"Standard":[1,2],"Own":["…"]}. Without either, the first seven.</summary>
    public static PulseSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json);
        stored = stored is null or { Standard: null, Own: null } ? JsonSerializer.Deserialize<Stored>(_first)! : stored;
        return new PulseSettings
        {
            Chosen = [.. (stored.Standard ?? []).Where(number => number >= 1 && number <= PulseStatement.Standard.Count).Distinct()],
            Own = stored.Own ?? [],
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Chosen, Own));

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var own = form["pulse.own"].ToString().Split('\n').Select(Line.Clean).Where(text => text.Length > 0).ToList();
        var settings = new PulseSettings
        {
            Chosen = [.. form["pulse.standard"].Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => number >= 1 && number <= PulseStatement.Standard.Count).Distinct().Order()],
            Own = own,
        };
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var keys = settings.Statements.Select(statement => statement.Key).ToList();
        if (keys.Count == 0)
        {
            problems["pulse.standard"] = "Choose at least one statement, or write your own.";
        }
        else if (keys.Count > Most)
        {
            problems["pulse.own"] = $"These are {keys.Count}. At most {Most} fit on a wall, and in the time that people have.";
        }
        else if (own.Find(text => text.Length > PulseStatement.Longest) is { } tooLong)
        {
            problems["pulse.own"] = $"“{tooLong[..40]}…” is too long for a wall: {PulseStatement.Longest} characters fit.";
        }
        else if (keys.Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            problems["pulse.own"] = "One statement stands there twice.";
        }

        return new SettingsForm(settings.ToJson(), problems);
    }

    private sealed record Stored(IReadOnlyList<int>? Standard, IReadOnlyList<string>? Own);
}
