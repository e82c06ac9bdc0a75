using System.Globalization;

namespace WorkshopHub.Web.Home;

/// <summary>The next meeting of a set in words.</summary>
internal static class MeetingLine
{
    private static readonly CultureInfo _british = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A local date as the file keeps it.</summary>
    public static string Text(DateTime now) => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>E.g. Tuesday 1 December, 9:00, Library; null where there is no date.</summary>
    public static string? Words(string? date, string? starts, string? place) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"{day.ToString("dddd d MMMM", _british)}, {starts?.TrimStart('0')}{(string.IsNullOrEmpty(place) ? "" : $", {place}")}" : null;
}
