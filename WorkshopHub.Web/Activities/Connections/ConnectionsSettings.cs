using System.Text.Json;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>The settings of a list of whom one knows.</summary>
public sealed record ConnectionsSettings
{
    /// <summary>Whether set advisors stand in the list and in the picture too; otherwise only members do.</summary>
    public bool Advisors { get; init; }

    /// <summary>From stored JSON; what is missing is the default.</summary>
    public static ConnectionsSettings Parse(string json) => new()
    {
        Advisors = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web)?.Advisors ?? false,
    };

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Advisors), JsonSerializerOptions.Web);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form) => new(
        new ConnectionsSettings { Advisors = form["net.advisors"] == "true" }.ToJson(), new Dictionary<string, string>());

    private sealed record Stored(bool? Advisors);
}
