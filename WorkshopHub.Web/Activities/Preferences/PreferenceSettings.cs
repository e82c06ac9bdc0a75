using System.Globalization;
using System.Text.Json;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>The settings of a ranking.</summary>
public sealed record PreferenceSettings
{
    /// <summary>How many problems one ranks at least, as far as there are so many.</summary>
    public int Least { get; init; } = 3;

    /// <summary>How many problems one may rank.</summary>
    public int Most { get; init; } = 5;

    /// <summary>For how many minutes two sets talk that wish the same.</summary>
    public int TalkMinutes { get; init; } = 10;

    /// <summary>From stored JSON; what is missing or out of bounds is the default.</summary>
    public static PreferenceSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web);
        var most = stored?.Most is >= 1 and <= 12 and var kept ? kept : 5;
        return new PreferenceSettings
        {
            Most = most,
            Least = Math.Min(most, stored?.Least is >= 1 and <= 12 and var least ? least : 3),
            TalkMinutes = stored?.TalkMinutes is >= 1 and <= 60 and var minutes ? minutes : 10,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Least, Most, TalkMinutes), JsonSerializerOptions.Web);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var least = Number("preference.least", 1, 12, 3);
        var most = Number("preference.most", 1, 12, 5);
        var minutes = Number("preference.minutes", 1, 60, 10);
        if (most < least && problems.Count == 0)
        {
            problems["preference.most"] = $"At least {least} are asked for, so at least {least} must be allowed.";
        }

        return new SettingsForm(new PreferenceSettings { Least = least, Most = most, TalkMinutes = minutes }.ToJson(), problems);

        int Number(string name, int from, int to, int otherwise)
        {
            var typed = form[name].ToString().Trim();
            if (typed.Length == 0)
            {
                return otherwise;
            }

            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            {
                return number;
            }

            problems[name] = $"A number from {from} to {to}.";
            return otherwise;
        }
    }

    private sealed record Stored(int? Least, int? Most, int? TalkMinutes);
}
