using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>The day on which a set hears what came of its actions.</summary>
public static class NextDay
{
    private const int Fortnight = 14;

    /// <summary>The day of the first meeting after a day; where none is planned, the next workshop's, or a fortnight later.</summary>
    public static DateOnly After(Reads reads, long set, DateOnly day) => reads.First<string>(
        """
        SELECT date FROM (
          SELECT date, 0 AS later FROM set_meeting WHERE set_id = @set AND state IN ('Planned', 'Open') AND date > @day
          UNION ALL
          SELECT w.date, 1 FROM workshop w JOIN sets s ON s.programme_id = w.programme_id WHERE s.id = @set AND w.date > @day)
        ORDER BY later, date LIMIT 1
        """, new { set, day = LocalDay.Text(day) }) is { } date ? LocalDay.Parse(date) : day.AddDays(Fortnight);
}
