using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>The one text form in which the file keeps what happened: UTC, milliseconds, sortable as text.</summary>
public static class Utc
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A moment as text, e.g. 2026-03-10T09:00:00.000Z.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Text from the file as a moment.</summary>
    public static DateTimeOffset Parse(string text) =>
        new(DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal
            | DateTimeStyles.AdjustToUniversal), TimeSpan.Zero);
}
