using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// The meeting at which something is read out that was written before it: the first whose day had not gone by when it was written.
/// One that is still open later takes nothing more but what it waits for: what was due by its day.
/// </summary>
/// <param name="Number">The meeting, or null where none is planned.</param>
/// <param name="Day">Its local day.</param>
public sealed record ReadOut(long? Number, DateOnly? Day)
{
    /// <summary>When, e.g. read out at meeting 5, on Tuesday 29 January.</summary>
    public string When => Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"read out at meeting {Number}, on {LocalDay.WithWeekday(day)}") : "read out at the next meeting";

    /// <summary>Where something is read out that is written today.</summary>
    public static ReadOut Of(Reads reads, long set, string due, DateOnly today) => Of(reads, set, due, LocalDay.Text(today));

    /// <summary>Where a report that waits is read out.</summary>
    public static ReadOut Of(Reads reads, long set, ActionReport waits) => Of(reads, set, waits.Due, Written(waits, LocalTime.ZoneOf(reads)));

    /// <summary>Whether a meeting takes what was written before it, or what it waited for.</summary>
    /// <param name="report">What was written.</param>
    /// <param name="date">The meeting's local date.</param>
    /// <param name="zone">The organisation's zone.</param>
    public static bool IsAt(ActionReport report, string date, TimeZoneInfo zone) => Takes(date, report.Due, Written(report, zone));

    private static ReadOut Of(Reads reads, long set, string due, string written) => Meeting.Of(reads, set)
        .Where(one => one.State == "Open" ? Takes(one.Date, due, written) : one.IsPlanned && string.CompareOrdinal(written, one.Date) <= 0)
        .OrderBy(one => one.State != "Open").ThenBy(one => one.Date, StringComparer.Ordinal)
        .FirstOrDefault() is { } meeting ? new ReadOut(meeting.Number, meeting.Day) : new ReadOut(null, null);

    private static bool Takes(string date, string due, string written) =>
        string.CompareOrdinal(written, date) <= 0 || string.CompareOrdinal(due, date) <= 0;

    private static string Written(ActionReport report, TimeZoneInfo zone) => LocalDay.Text(LocalDay.Of(Utc.Parse(report.CreatedAt), zone));
}
