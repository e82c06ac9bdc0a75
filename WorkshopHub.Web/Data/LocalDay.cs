using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>Local days as the file keeps them (2026-06-09) and as people write them.</summary>
public static class LocalDay
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>A day as the file keeps it.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>A day from the file.</summary>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    /// <summary>What was typed or sent as a day; null where it is none. A year that nobody works in is a slip of the keys (0026, 20260).</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and < 2200 ? day : null;

    /// <summary>With the month: 9 June.</summary>
    public static string WithMonth(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>With the weekday: Tuesday 9 June.</summary>
    public static string WithWeekday(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>With weekday and year: Tuesday 9 June 2026.</summary>
    public static string Whole(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>With the month, and with the year where it isn't this year: 9 June, or 9 June 2027.</summary>
    public static string WithMonth(DateOnly day, DateTimeOffset now) =>
        day.Year == now.Year ? WithMonth(day) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>With the weekday, and with the year where it isn't this year: Tuesday 9 June, or Wednesday 9 June 2027.</summary>
    public static string WithWeekday(DateOnly day, DateTimeOffset now) => day.Year == now.Year ? WithWeekday(day) : Whole(day);

    /// <summary>The day on a zone's calendars at a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The day on the organisation's calendars at a moment.</summary>
    public static DateOnly Today(Reads reads, DateTimeOffset now) =>
        Of(now, LocalTime.ZoneOf(reads));
}
