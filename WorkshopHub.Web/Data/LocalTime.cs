using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>
/// The organisation's local time. What is planned is a local date and time; what happened is UTC (<see cref="Utc"/>) and
/// is turned into local time where people read it.
/// </summary>
public static class LocalTime
{
    /// <summary>The organisation's zone; UTC where none is set or this machine doesn't know it.</summary>
    public static TimeZoneInfo ZoneOf(Reads reads) => reads.Once(typeof(LocalTime), () =>
        Settings.Get(reads, Settings.TimeZone) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone : TimeZoneInfo.Utc);

    /// <summary>A moment as people read it on the clock, e.g. 9:05.</summary>
    public static string Clock(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment with its day, e.g. 25 November, 9:05.</summary>
    public static string DayAndClock(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM, H:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// The moment of a planned local time, as calendars read it too (RFC 5545): a time that the clock change leaves out
    /// counts from before the gap (2:30 becomes 3:30), of a time that comes twice the first is meant.
    /// </summary>
    public static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), zone);
    }
}
