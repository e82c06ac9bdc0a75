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

    /// <summary>Days on which a set's advisor is with another set already, with whom and where, in words.</summary>
    public IReadOnlyDictionary<(long Set, DateOnly Day), string> Booked { get; private init; } = new Dictionary<(long Set, DateOnly Day), string>();

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
            Booked = reads.Query<Elsewhere>("""
                SELECT a.set_id, m.date, p.name AS Advisor, o.name AS Other
                FROM role_assignment a JOIN sets s ON s.id = a.set_id AND s.programme_id = @programme JOIN person p ON p.id = a.person_id
                JOIN role_assignment b ON b.person_id = a.person_id AND b.role = 'Advisor' AND b.set_id <> a.set_id
                JOIN sets o ON o.id = b.set_id JOIN set_meeting m ON m.set_id = o.id AND m.state IN ('Planned', 'Open')
                WHERE a.role = 'Advisor'
                """, new { programme }).GroupBy(one => (one.SetId, one.Date)).ToDictionary(
                    there => (there.Key.SetId, LocalDay.Parse(there.Key.Date)), there => $"{there.First().Advisor} is with {there.First().Other} on this day"),
        };
    }

    private sealed record Elsewhere
    {
        public long SetId { get; init; }

        public string Date { get; init; } = "";

        public string Advisor { get; init; } = "";

        public string Other { get; init; } = "";
    }

    private sealed record Stop
    {
        public string Kind { get; init; } = "";

        public string Title { get; init; } = "";

        public string Date { get; init; } = "";
    }
}
