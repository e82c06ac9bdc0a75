using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>A line of the day as a break shows it.</summary>
public sealed record DayRow
{
    private const int Before = 1;
    private const int Rows = 7;

    /// <summary>The item's number.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Planned minutes.</summary>
    public long Minutes { get; init; }

    /// <summary>Planned, Running, Done or Skipped.</summary>
    public string State { get; init; } = "";

    /// <summary>Planned or real local start, e.g. 10:25.</summary>
    public string At { get; init; } = "";

    /// <summary>It is next.</summary>
    public bool IsNext { get; init; }

    /// <summary>The day around an activity: what was just done, what is now, what comes.</summary>
    public static IReadOnlyList<DayRow> Around(Reads reads, Activity activity)
    {
        var starts = reads.First<string>("SELECT starts FROM workshop WHERE id = @WorkshopId", activity) ?? "09:00";
        var at = TimeOnly.ParseExact(starts, "HH:mm", CultureInfo.InvariantCulture);
        var rows = new List<DayRow>();
        foreach (var row in reads.Query<DayRow>(
            """
            SELECT id, title, minutes, state
            FROM agenda_item
            WHERE workshop_id = @WorkshopId AND state <> 'Skipped'
            ORDER BY position
            """,
            activity))
        {
            rows.Add(row with { At = at.ToString("H:mm", CultureInfo.InvariantCulture) });
            at = at.AddMinutes(row.Minutes);
        }

        var now = Math.Max(0, rows.FindIndex(row => row.State == "Running"));
        if (now + 1 < rows.Count)
        {
            rows[now + 1] = rows[now + 1] with { IsNext = true };
        }

        return [.. rows.Skip(Math.Max(0, now - Before)).Take(Rows)];
    }
}
