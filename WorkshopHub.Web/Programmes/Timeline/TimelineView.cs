using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Timeline;

/// <summary>
/// The line of time of a programme, as the diagram of the field draws it: workshops of all sets, and between them each
/// set's own meetings.
/// </summary>
/// <param name="Programme">The programme.</param>
/// <param name="Sponsor">The sponsors' names, or null.</param>
/// <param name="Today">The day on the organisation's calendars.</param>
/// <param name="Stops">The workshops by day.</param>
/// <param name="Lanes">The sets by position.</param>
public sealed record TimelineView(
    ProgrammeRow Programme, string? Sponsor, DateOnly Today, IReadOnlyList<TimelineStop> Stops, IReadOnlyList<TimelineLane> Lanes)
{
    /// <summary>All meetings that were not cancelled.</summary>
    public IReadOnlyList<TimelineMeeting> Meetings { get; } =
        [.. Lanes.SelectMany(lane => lane.Meetings).Where(meeting => meeting.State != "Cancelled")];

    /// <summary>How many meetings were held.</summary>
    public int Held => Meetings.Count(meeting => meeting.State == "Held");

    /// <summary>How many of them were held, in words.</summary>
    public string HeldWords => Meetings.Count == 0 ? "no set meeting has a day yet" : $"{Held} of {Meetings.Count} set meetings held";

    /// <summary>The first and the last day of the picture; null while nothing has a date.</summary>
    public (DateOnly From, DateOnly Until)? Span { get; } = SpanOf(Programme, Stops, Lanes);

    /// <summary>The programme's first and last day, as long as no kick-off and no final is planned.</summary>
    public IEnumerable<(string Words, DateOnly Day)> Open =>
        new[] { ("Kick-off", "KickOff", Programme.StartDate), ("Final", "Final", Programme.EndDate) }
            .Where(end => end.Item3 is not null && Stops.All(stop => stop.Kind != end.Item2))
            .Select(end => (end.Item1, LocalDay.Parse(end.Item3!)));

    /// <summary>The workshop that comes next, or runs now; null where none does.</summary>
    public TimelineStop? NextForAll => Stops.FirstOrDefault(stop => stop.State != "Held" && stop.Day >= Today);

    /// <summary>The next meeting of the viewer's own sets, or null.</summary>
    public (SetRow Set, TimelineMeeting Meeting)? NextForMe => Lanes.Where(lane => lane.IsMine)
        .SelectMany(lane => lane.Meetings.Select(meeting => ((SetRow Set, TimelineMeeting Meeting)?)(lane.Set, meeting)))
        .Where(one => one!.Value.Meeting.State is "Planned" or "Open" && one.Value.Meeting.Day >= Today)
        .OrderBy(one => one!.Value.Meeting.Day).FirstOrDefault();

    /// <summary>What was moved and is still to come, the soonest first.</summary>
    public IEnumerable<(SetRow Set, TimelineMeeting Meeting)> Moved => Lanes
        .SelectMany(lane => lane.Meetings.Where(meeting => meeting.IsMoved && meeting.State == "Planned").Select(meeting => (lane.Set, meeting)))
        .OrderBy(one => one.meeting.Day);

    /// <summary>The picture in words, for those who don't see it.</summary>
    public string Words => string.Join(", ", Stops.Select(stop => $"{stop.Title} on {LocalDay.WithMonth(stop.Day)}"))
        + (Stops.Count > 0 ? ". " : "")
        + $"{Lanes.Count} sets, {Meetings.Count} set meetings, {Held} of them held. Today is {LocalDay.WithMonth(Today)}."
        + string.Concat(Moved.Select(one =>
            $" {one.Set.Name} has moved meeting {one.Meeting.Number} from {LocalDay.WithMonth(one.Meeting.FirstDay)} to {LocalDay.WithMonth(one.Meeting.Day)}."));

    /// <summary>Reads it; null where there is no such programme.</summary>
    public static TimelineView? Read(Reads reads, Viewer viewer, long programme, DateTimeOffset now)
    {
        if (ProgrammeRow.Find(reads, programme) is not { } row)
        {
            return null;
        }

        var meetings = reads.Query<TimelineMeeting>("""
            SELECT m.id, m.set_id, m.number, m.date, m.first_date, m.starts, m.place, m.why_moved, m.state, m.version
            FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme ORDER BY m.number
            """, new { programme }).ToLookup(meeting => meeting.SetId);
        var stops = reads.Query<TimelineStop>("""
            SELECT id, kind, title, date, starts, place, state FROM workshop WHERE programme_id = @programme ORDER BY date, starts, id
            """, new { programme });
        var own = viewer.PersonId is { } person
            ? RoleNow.InProgramme(reads, programme, person).Select(one => one.SetId).OfType<long>().ToHashSet() : [];
        var all = Access.MayRunProgramme(viewer, reads, programme);
        return new TimelineView(
            row, SponsorOf(reads, programme), LocalDay.Today(reads, now), stops,
            [.. SetRow.Of(reads, programme).Select(set => new TimelineLane(set, [.. meetings[set.Id]], all || own.Contains(set.Id), own.Contains(set.Id)))]);
    }

    private static string? SponsorOf(Reads reads, long programme) => reads.First<string>("""
        SELECT group_concat(p.name, ', ') FROM role_assignment r JOIN person p ON p.id = r.person_id
        WHERE r.programme_id = @programme AND r.role = 'Sponsor'
        """, new { programme });

    private static (DateOnly, DateOnly)? SpanOf(ProgrammeRow programme, IReadOnlyList<TimelineStop> stops, IReadOnlyList<TimelineLane> lanes)
    {
        List<DateOnly> days =
        [
            .. stops.Select(stop => stop.Day), .. lanes.SelectMany(lane => lane.Meetings).Select(meeting => meeting.Day),
            .. new[] { programme.StartDate, programme.EndDate }.OfType<string>().Select(LocalDay.Parse),
        ];
        return days.Count == 0 ? null : (days.Min(), days.Max() > days.Min().AddDays(28) ? days.Max() : days.Min().AddDays(28));
    }
}
