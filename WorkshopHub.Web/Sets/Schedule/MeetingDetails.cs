using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>What a form says about a meeting, cleaned.</summary>
/// <param name="Day">Its local day.</param>
/// <param name="Starts">Local time of its start, HH:mm.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="Why">Why it is moved; may be empty.</param>
public sealed record MeetingDetails(DateOnly Day, string Starts, string Place, string Why)
{
    /// <summary>The longest sentence that is kept, in characters.</summary>
    public const int WhyMax = 160;

    /// <summary>Characters of where it is.</summary>
    public const int PlaceMax = 120;

    /// <summary>Reads what was typed.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong; its name begins with Form.</exception>
    public static MeetingDetails Read(string? date, string? starts, string? place, string? why)
    {
        var (wrong, day, clock) = (new Refusals(), LocalDay.Read(date), "");
        var (where, because) = (Line.Clean(place), Line.Clean(why));
        wrong.If(
            day is null, "Form.Date", string.IsNullOrWhiteSpace(date) ? "On which day?" : "This is no date. Write it as year, month and day: 2026-03-10.");
        wrong.Of(() => clock = Clock(starts, "Form.Starts"));
        wrong.If(where.Length > PlaceMax, "Form.Place", $"{where.Length} characters. Keep it to {PlaceMax}.");
        wrong.If(because.Length > WhyMax, "Form.Why", $"{because.Length} characters. Keep it to {WhyMax}.");
        wrong.Throw();
        return new MeetingDetails(day!.Value, clock, where, because);
    }

    /// <summary>A time as it is kept, HH:mm.</summary>
    /// <exception cref="RefusedException">It is no time of the day.</exception>
    public static string Clock(string? typed, string field) =>
        TimeOnly.TryParseExact(Line.Clean(typed), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : throw new RefusedException(field, "At what time? Write it as 8:30 or 13:30.");
}
