namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>What experience advises against in a set's dates. Nothing here stops anybody who says why.</summary>
public static class MeetingCautions
{
    /// <summary>A set that doesn't meet for longer than this, in days, loses its thread.</summary>
    public const int LongestGap = 21;

    /// <summary>About one meeting as it stands among those of its set; each a short sentence.</summary>
    public static IReadOnlyList<string> Of(Meeting meeting, IReadOnlyList<Meeting> all, ScheduleFrame frame) =>
        meeting.State == "Cancelled" ? [] : About(meeting, meeting.Day, all, frame, next: false);

    /// <summary>About a day for a planned meeting, with what it would do to the meeting behind it.</summary>
    public static IReadOnlyList<string> On(Meeting meeting, DateOnly day, IReadOnlyList<Meeting> all, ScheduleFrame frame) =>
        About(meeting, day, all, frame, next: true);

    private static List<string> About(
        Meeting meeting, DateOnly day, IReadOnlyList<Meeting> all, ScheduleFrame frame, bool next)
    {
        var others = all.Where(one => one.State != "Cancelled" && one.Id != meeting.Id).ToList();
        List<string> cautions = [];
        var before = others.LastOrDefault(one => one.Number < meeting.Number);
        var from = before?.Day ?? frame.KickOff;
        if (from is { } last && day.DayNumber - last.DayNumber is > LongestGap and var gap)
        {
            cautions.Add($"{gap} days after {(before is null ? "the kick-off" : $"meeting {before.Number}")}, more than three weeks");
        }

        if (next && others.Find(one => one.Number > meeting.Number) is { } then && then.Day.DayNumber - day.DayNumber is > LongestGap and var rest)
        {
            cautions.Add($"Meeting {then.Number} would be {rest} days later, more than three weeks");
        }

        if (frame.Workshops.TryGetValue(day, out var workshop))
        {
            cautions.Add($"On this day all sets meet: {workshop}");
        }

        if (frame.Booked.TryGetValue((meeting.SetId, day), out var booked))
        {
            cautions.Add(booked);
        }

        if (frame.Working.Off(day) is { } off)
        {
            cautions.Add($"It is {off}");
        }

        return cautions;
    }
}
