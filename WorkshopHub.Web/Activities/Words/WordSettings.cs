using System.Globalization;
using System.Text.Json;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>The settings: how many words somebody may give.</summary>
/// <param name="Most">From 1 to 3.</param>
public sealed record WordSettings(int Most)
{
    /// <summary>More are no longer the truest.</summary>
    public const int Limit = 3;

    /// <summary>From stored JSON: {"Most":1}. Without it, three.</summary>
    public static WordSettings Parse(string json) =>
        new(JsonSerializer.Deserialize<Stored>(json)?.Most is { } most and >= 1 and <= Limit ? most : Limit);

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Most));

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!int.TryParse(form["words.most"], NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > Limit)
        {
            problems["words.most"] = "Choose from one to three.";
            most = Limit;
        }

        return new SettingsForm(new WordSettings(most).ToJson(), problems);
    }

    private sealed record Stored(int? Most);
}
