using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>On which days a workshop can be: not in the past, and the kick-off before the mid-term before the final.</summary>
public static class WorkshopDays
{
    private static readonly string[] _order = ["KickOff", "MidTerm", "Final"];

    /// <summary>Refuses a day that can't be. What was held, or keeps its day and its kind, is left as it is.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="was">The workshop as it stands, or null where it is new.</param>
    /// <param name="details">What the form says.</param>
    /// <exception cref="RefusedException">The day is past, or out of order (field Date).</exception>
    public static void Check(Writes writes, long programme, AgendaWorkshop? was, WorkshopDetails details)
    {
        if (LocalDay.Read(details.Date) is not { } day || was is { State: not "Planned" } || (was is not null && was.Date == details.Date && was.Kind == details.Kind))
        {
            return;
        }

        if (day < LocalDay.Today(writes, Utc.Parse(writes.Now)))
        {
            throw new RefusedException("Date", $"{LocalDay.Whole(day)} is past.");
        }

        var place = Array.IndexOf(_order, details.Kind);
        foreach (var other in writes.Query<(string Kind, string Title, string Date)>(
            "SELECT kind, title, date FROM workshop WHERE programme_id = @programme AND id <> @id ORDER BY date, id", new { programme, id = was?.Id ?? 0 }))
        {
            var (theirs, at) = (Array.IndexOf(_order, other.Kind), LocalDay.Parse(other.Date));
            if (place >= 0 && ((theirs < place && at >= day) || (theirs > place && at <= day)))
            {
                throw new RefusedException("Date", $"{other.Title} is on {LocalDay.Whole(at)}. This one comes {(theirs < place ? "after" : "before")} it.");
            }
        }
    }

    /// <summary>Says that a day lies outside its programme's; null where it doesn't, or the programme's are not known.</summary>
    public static string? Outside(string date, string? start, string? end) =>
        start is not null && string.CompareOrdinal(date, start) < 0 ? $"It is before the programme’s first day, {Day(start)}."
        : end is not null && string.CompareOrdinal(date, end) > 0 ? $"It is after the programme’s last day, {Day(end)}." : null;

    private static string Day(string date) => LocalDay.Parse(date).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
