using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>What the meetings of a programme have to fit into.</summary>
public sealed record ScheduleFrame
{
    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Days from one meeting to the next.</summary>
    public long Interval { get; init; } = 14;

    /// <summary>The workshops' days with their titles.</summary>
    public IReadOnlyDictionary<DateOnly, string> Workshops { get; private init; } = new Dictionary<DateOnly, string>();

    /// <summary>The day of the kick-off, or the programme's first day; null where neither is known.</summary>
    public DateOnly? KickOff { get; private init; }

    /// <summary>The day of the final, or the programme's last day; null where neither is known.</summary>
    public DateOnly? Final { get; private init; }

    /// <summary>The days on which the organisation works.</summary>
    public WorkingDays Working { get; private init; } = new(new Dictionary<DateOnly, string>());

    /// <summary>First day of the programme as the file keeps it, or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last day of the programme as the file keeps it, or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>Reads it; null where there is no such programme.</summary>
    public static ScheduleFrame? Read(Reads reads, long programme)
    {
        var frame = reads.First<ScheduleFrame>("""
            SELECT id AS ProgrammeId, name AS Programme, meeting_interval_days AS Interval, start_date, end_date FROM programme WHERE id = @programme
            """, new { programme });
        if (frame is null)
        {
            return null;
        }

        var workshops = reads.Query<Stop>("SELECT kind, title, date FROM workshop WHERE programme_id = @programme ORDER BY date", new { programme });
        DateOnly? On(string kind, string? or) => workshops.FirstOrDefault(one => one.Kind == kind) is { } there
            ? LocalDay.Parse(there.Date) : or is null ? null : LocalDay.Parse(or);
        return frame with
        {
            Workshops = workshops.GroupBy(one => one.Date).ToDictionary(day => LocalDay.Parse(day.Key), day => day.First().Title),
            KickOff = On("KickOff", frame.StartDate),
            Final = On("Final", frame.EndDate),
            Working = WorkingDays.Read(reads),
        };
    }

    private sealed record Stop
    {
        public string Kind { get; init; } = "";

        public string Title { get; init; } = "";

        public string Date { get; init; } = "";
    }
}
