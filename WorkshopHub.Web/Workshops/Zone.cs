using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>The organisation's zone: what is planned is local there, what happened is UTC.</summary>
public static class Zone
{
    /// <summary>The organisation's zone; UTC where none is set or the machine doesn't know it.</summary>
    public static TimeZoneInfo Of(Reads reads) => LocalTime.ZoneOf(reads);

    /// <summary>A planned local date and time as a moment. A time that the clock change leaves out moves on.</summary>
    public static DateTimeOffset Moment(this TimeZoneInfo zone, DateTime local) => LocalTime.Moment(local, zone);
}
