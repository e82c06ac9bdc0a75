using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>A day that the rhythm proposes for a meeting.</summary>
/// <param name="Day">The day; null where the rhythm finds none, and that meeting is left out.</param>
/// <param name="Wished">The day that the rhythm would have.</param>
/// <param name="Why">Why it is another day, or none; empty where it is the day itself.</param>
public sealed record RhythmDay(DateOnly? Day, DateOnly Wished, string Why);

/// <summary>
/// A day-long meeting every two weeks over several months: a regular rhythm from the first day on. A day on which nobody
/// works, or on which all sets meet, gives way to the nearest other day; the rhythm itself goes on as it was.
/// </summary>
public static class Rhythm
{
    private const int Most = 100;

    /// <summary>Lays the days of one set.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="interval">Days from one meeting to the next, usually 14.</param>
    /// <param name="before">The day before which all have to be held: the final.</param>
    /// <param name="working">The days on which the organisation works.</param>
    /// <param name="workshops">The days on which all sets meet, with what they are called.</param>
    public static IReadOnlyList<RhythmDay> Lay(
        DateOnly first, int interval, DateOnly before, WorkingDays working, IReadOnlyDictionary<DateOnly, string> workshops)
    {
        var laid = new List<RhythmDay>();
        var last = first.AddDays(-interval);
        for (var wished = first; wished < before && laid.Count < Most; wished = wished.AddDays(interval))
        {
            var off = Off(wished);
            var day = Near(wished, interval).Cast<DateOnly?>().FirstOrDefault(one => one > last && one < before && Off(one.Value) is null);
            laid.Add(new RhythmDay(day, wished, off is null ? "" : $"{LocalDay.WithMonth(wished)} is {off}"));
            last = day ?? last;
        }

        return laid;

        string? Off(DateOnly day) => workshops.TryGetValue(day, out var title) ? $"the day of {title}" : working.Off(day);
    }

    /// <summary>The day itself, then the days around it, the nearest first, a later one before an earlier one.</summary>
    private static IEnumerable<DateOnly> Near(DateOnly day, int interval) => Enumerable.Range(0, Math.Clamp(interval / 2, 1, 7))
        .SelectMany(n => n == 0 ? new[] { day } : [day.AddDays(n), day.AddDays(-n)]);
}
