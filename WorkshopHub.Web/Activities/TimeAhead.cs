using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>
/// When something will begin as things stand. From some moment on it moves on with the clock, as long as what is now goes
/// on: a wall counts that by itself, since nothing is sent while nothing happens.
/// </summary>
/// <param name="At">When it begins if that moment has not passed.</param>
/// <param name="Drifts">From when on it moves.</param>
/// <param name="Clock">The first as people read it, e.g. 10:55.</param>
public sealed record TimeAhead(DateTimeOffset At, DateTimeOffset Drifts, string Clock)
{
    /// <summary>What begins when an item ends whose clock runs until that moment, or stands with so many seconds left.</summary>
    public static TimeAhead After(DateTimeOffset end, long? left, TimeZoneInfo zone) =>
        new(end, left is { } seconds ? end.AddSeconds(-seconds) : end, LocalTime.Clock(end, zone));
}
