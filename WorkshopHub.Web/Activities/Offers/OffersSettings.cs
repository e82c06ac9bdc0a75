using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>The settings of offers and requests.</summary>
public sealed record OffersSettings
{
    /// <summary>Whether sets may also ask somebody around them to open a door.</summary>
    public bool Doors { get; init; }

    /// <summary>Who may be asked to open a door; at least one role.</summary>
    public IReadOnlyList<Role> Openers { get; init; } = Usual;

    /// <summary>Those who open doors where nothing else is said.</summary>
    public static IReadOnlyList<Role> Usual { get; } = [Role.Champion, Role.Client, Role.Sponsor];

    /// <summary>Those who can be asked at all: people around the sets.</summary>
    public static IReadOnlyList<Role> Askable { get; } = [Role.Champion, Role.Client, Role.Supervisor, Role.Sponsor];

    /// <summary>Characters of a text, 160 to 280.</summary>
    public int Longest { get; init; } = 280;

    /// <summary>From stored JSON.</summary>
    public static OffersSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web);
        return new OffersSettings
        {
            Doors = stored?.Doors ?? false,
            Openers = Chosen(stored?.Openers ?? []) is { Count: > 0 } openers ? openers : Usual,
            Longest = stored?.Longest is >= 160 and <= 280 and var longest ? longest : 280,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Doors, [.. Openers.Select(role => role.ToString())], Longest), JsonSerializerOptions.Web);

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

        var doors = form["offers.doors"].ToString() == "true";
        var openers = Chosen([.. form["offers.openers"].OfType<string>()]);
        if (doors && openers.Count == 0 && form.ContainsKey("offers.asked"))
        {
            problems["offers.openers"] = "Who opens doors? Choose at least one.";
        }

        return new SettingsForm(new OffersSettings { Doors = doors, Openers = openers.Count > 0 ? openers : Usual, Longest = longest }.ToJson(), problems);
    }

    private static IReadOnlyList<Role> Chosen(string[] words) => [.. Askable.Where(role => words.Contains(role.ToString(), StringComparer.Ordinal))];

    private sealed record Stored(bool? Doors, string[]? Openers, int? Longest);
}
