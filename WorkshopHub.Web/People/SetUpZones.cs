using System.Globalization;

namespace WorkshopHub.Web.People;

/// <summary>A time zone to choose.</summary>
/// <param name="Id">IANA name, e.g. Europe/London.</param>
/// <param name="Label">The city and its time now, e.g. London, now 10:42.</param>
public sealed record SetUpZone(string Id, string Label);

/// <summary>The time zones that the set-up page offers.</summary>
public static class SetUpZones
{
    private static readonly string[] _regions =
        ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    /// <summary>The zones by part of the world, each with its present time.</summary>
    public static IReadOnlyList<IGrouping<string, SetUpZone>> All(DateTimeOffset now) => [.. TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.HasIanaId && _regions.Contains(zone.Id.Split('/')[0], StringComparer.Ordinal))
        .OrderBy(zone => zone.Id, StringComparer.Ordinal)
        .GroupBy(zone => zone.Id.Split('/')[0], zone => new SetUpZone(zone.Id, Label(zone, now)))];

    /// <summary>The zone of this computer by its IANA name; London where it has none that can be chosen.</summary>
    public static string Own() => TimeZoneInfo.Local.HasIanaId && TimeZoneInfo.Local.Id.Contains('/', StringComparison.Ordinal)
        && !TimeZoneInfo.Local.Id.StartsWith("Etc", StringComparison.Ordinal) ? TimeZoneInfo.Local.Id : "Europe/London";

    private static string Label(TimeZoneInfo zone, DateTimeOffset now)
    {
        var city = string.Join(", ", zone.Id.Split('/').Skip(1).Reverse()).Replace('_', ' ');
        return string.Create(CultureInfo.InvariantCulture, $"{city}, now {TimeZoneInfo.ConvertTime(now, zone):HH:mm}");
    }
}
