using System.Globalization;
using System.Text.Json;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>The settings of offers and requests.</summary>
public sealed record OffersSettings
{
    /// <summary>Whether sets may also ask a champion, a client or the sponsor to open a door.</summary>
    public bool Doors { get; init; }

    /// <summary>Characters of a text, 160 to 280.</summary>
    public int Longest { get; init; } = 280;

    /// <summary>From stored JSON.</summary>
    public static OffersSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web);
        return new OffersSettings
        {
            Doors = stored?.Doors ?? false,
            Longest = stored?.Longest is >= 160 and <= 280 and var longest ? longest : 280,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Doors, Longest), JsonSerializerOptions.Web);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var longest = 280;
        var typed = form["offers.longest"].ToString().Trim();
        if (typed.Length > 0 && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out longest) && longest is >= 160 and <= 280))
        {
            problems["offers.longest"] = "A number from 160 to 280.";
            longest = 280;
        }

        return new SettingsForm(new OffersSettings { Doors = form["offers.doors"].ToString() == "true", Longest = longest }.ToJson(), problems);
    }

    private sealed record Stored(bool? Doors, int? Longest);
}
