using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>A set in the form that lays out the meetings.</summary>
public sealed class ScheduleRow
{
    /// <summary>The set.</summary>
    public long SetId { get; set; }

    /// <summary>Whether its meetings are laid out.</summary>
    public bool Take { get; set; }

    /// <summary>The day of its first meeting, as typed.</summary>
    public string? First { get; set; }

    /// <summary>Where it meets, as typed.</summary>
    public string? Place { get; set; }
}

/// <summary>The form that lays out the meetings of the sets, as typed.</summary>
public sealed class ScheduleForm
{
    /// <summary>The sets.</summary>
    public IList<ScheduleRow> Rows { get; set; } = [];

    /// <summary>Local time at which meetings begin.</summary>
    public string? Starts { get; set; }

    /// <summary>How the meetings stood when the form was shown (<see cref="StampOf"/>).</summary>
    public string? Stamp { get; set; }

    /// <summary>A word that changes whenever a meeting of the programme does.</summary>
    public static string StampOf(ILookup<long, Meeting> meetings)
    {
        var all = meetings.SelectMany(set => set).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{all.Count}-{all.Sum(one => one.Version)}-{all.Sum(one => one.Id)}");
    }

    /// <summary>What the form proposes: the first ones two weeks after the kick-off, spread over three days, so that advisors and rooms are free.</summary>
    public static ScheduleForm Of(ScheduleFrame frame, IReadOnlyList<ScheduleSet> sets, DateOnly today) => new()
    {
        Starts = sets.SelectMany(set => set.Meetings).FirstOrDefault()?.Clock ?? "8:30",
        Stamp = StampOf(sets.SelectMany(set => set.Meetings).ToLookup(one => one.SetId)),
        Rows = [.. sets.Select((set, index) =>
        {
            var next = set.Meetings.Skip(MeetingPlan.Stays(set.Meetings, today).Count).FirstOrDefault(one => one.IsPlanned);
            return new ScheduleRow
            {
                SetId = set.Id,
                Take = set.Meetings.Count == 0,
                First = next?.FirstDate ?? (Begin(frame, set, today) is { } day ? LocalDay.Text(day.AddDays(index % 3)) : ""),
                Place = (next ?? (set.Meetings.Count > 0 ? set.Meetings[^1] : null))?.Place ?? "",
            };
        })],
    };

    private static DateOnly? Begin(ScheduleFrame frame, ScheduleSet set, DateOnly today) => set.Meetings.Count > 0 && set.Meetings[^1].Day >= today.AddDays(-(int)frame.Interval)
        ? set.Meetings[^1].Day.AddDays((int)frame.Interval) : frame.KickOff is { } day ? Later(day, today).AddDays((int)frame.Interval) : null;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>A set with its meetings.</summary>
public sealed record ScheduleSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its meetings by number.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    /// <summary>The sets of a programme by position, with their meetings.</summary>
    public static IReadOnlyList<ScheduleSet> Of(Reads reads, long programme)
    {
        var meetings = Meeting.InProgramme(reads, programme);
        return [.. reads.Query<ScheduleSet>(
            "SELECT id, position, name FROM sets WHERE programme_id = @programme ORDER BY position", new { programme })
            .Select(set => set with { Meetings = [.. meetings[set.Id]] })];
    }
}
