using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// How the content's days become days around now. All dates move by whole weeks, as far as they are not later than today;
/// the kick-off itself stands today, and its start is shifted so that the clock is five minutes into the item of the
/// demo's moment, a few minutes late.
/// </summary>
internal sealed record DemoDay
{
    /// <summary>The item in whose middle the demo begins.</summary>
    public const int MomentOrder = 7;

    private static readonly TimeSpan _into = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _grid = TimeSpan.FromMinutes(5);

    // How much of the final drift each item had when it began: a late start, some caught up, some lost.
    private static readonly double[] _late = [0.3, 0.7, 0.5, 0.6, 0.8, 0.7, 1];

    private readonly DemoWorkshop _plan;
    private readonly TimeSpan _drift;

    /// <summary>Lays the plan around a moment.</summary>
    public DemoDay(DemoWorkshop plan, string timeZone, DateTimeOffset now)
    {
        _plan = plan;
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        Now = now;
        var began = now - _into;
        var planned = new DateTimeOffset(began.UtcTicks - TimeSpan.TicksPerMinute, TimeSpan.Zero);
        planned = planned.AddTicks(-(planned.Ticks % _grid.Ticks));
        _drift = began - planned;
        var items = plan.Agenda!;
        Start = planned - (items[MomentOrder - 1].Start - items[0].Start);
        var days = DateOnly.FromDateTime(LocalStart).DayNumber - plan.Date.DayNumber;
        Weeks = (int)Math.Floor(days / 7.0);
    }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The moment of the demo.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>When the first item was to begin.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>By how many weeks the other dates move.</summary>
    public int Weeks { get; }

    /// <summary>The kick-off's local date and the time of its first item.</summary>
    public DateTime LocalStart => TimeZoneInfo.ConvertTime(Start, Zone).DateTime;

    /// <summary>A date of the content as it is in the demo.</summary>
    public DateOnly Date(DateOnly content) => content.AddDays(7 * Weeks);

    /// <summary>Nine in the morning of such a date.</summary>
    public DateTimeOffset Morning(DateOnly content) =>
        LocalTime.Moment(Date(content).ToDateTime(new TimeOnly(9, 0)), Zone).ToUniversalTime();

    /// <summary>When an item began, for those up to the demo's moment.</summary>
    public DateTimeOffset Began(int order) =>
        Start + (_plan.Agenda![order - 1].Start - _plan.Agenda[0].Start) + (_drift * _late[order - 1]);

    /// <summary>When a post of an item was written; later than <see cref="Now"/> where it has not been written yet.</summary>
    public DateTimeOffset Written(int order, DemoPost post) =>
        Began(order) + (TimeOnly.FromDateTime(post.At) - _plan.Agenda![order - 1].Start);
}
