using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>When the items of one workshop began.</summary>
internal sealed record DemoHours
{
    private static readonly TimeSpan _grid = TimeSpan.FromMinutes(5);

    // How much of the drift each item had when it began: a late start, some caught up, some lost.
    private static readonly double[] _late = [0.3, 0.7, 0.5, 0.6, 0.8, 0.7, 1];

    private readonly IReadOnlyList<int> _minutes;
    private readonly TimeSpan _drift;
    private readonly int _now;

    private DemoHours(IReadOnlyList<int> minutes, DateTimeOffset start, TimeSpan drift, int now) =>
        (_minutes, Start, _drift, _now) = (minutes, start, drift, now);

    /// <summary>When the first item was to begin.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the last item ended.</summary>
    public DateTimeOffset End => Began(_minutes.Count + 1);

    /// <summary>A workshop that runs: an item began a while ago, a few minutes late.</summary>
    public static DemoHours Around(IReadOnlyList<int> minutes, DateTimeOffset now, int order, TimeSpan into)
    {
        var began = now - into;
        var planned = new DateTimeOffset(began.UtcTicks - TimeSpan.TicksPerMinute, TimeSpan.Zero);
        planned = planned.AddTicks(-(planned.Ticks % _grid.Ticks));
        return new DemoHours(minutes, planned - TimeSpan.FromMinutes(minutes.Take(order - 1).Sum()), began - planned, order);
    }

    /// <summary>A workshop that was held.</summary>
    public static DemoHours On(IReadOnlyList<int> minutes, DateTime localStart, TimeZoneInfo zone) =>
        new(minutes, LocalTime.Moment(localStart, zone).ToUniversalTime(), TimeSpan.FromMinutes(4), 0);

    /// <summary>When an item began; that after the last one: when the workshop ended.</summary>
    public DateTimeOffset Began(int order) => Start + TimeSpan.FromMinutes(_minutes.Take(order - 1).Sum())
        + (_drift * (order == _now || _now == 0 ? 1 : _late[(order - 1) % _late.Length]));
}
