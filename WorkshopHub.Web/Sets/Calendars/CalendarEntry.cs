using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>
/// One thing in a calendar: that something is, when and where, and the way to it. Never a text that somebody wrote in a
/// set or for few eyes: calendars lie on other people's servers.
/// </summary>
public sealed record CalendarEntry
{
    /// <summary>What it is, to tell it apart from all others: workshop, meeting or due, with its number.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The page that it leads to, beginning with a slash.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time of its start, HH:mm; null for what is due on a day.</summary>
    public string? Starts { get; init; }

    /// <summary>How long it is, in minutes.</summary>
    public long Minutes { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>It will not be.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Its local start; midnight for what is due on a day.</summary>
    public DateTime Start => LocalDay.Parse(Date).ToDateTime(
        Starts is null ? TimeOnly.MinValue : TimeOnly.ParseExact(Starts, "HH:mm", CultureInfo.InvariantCulture));
}
