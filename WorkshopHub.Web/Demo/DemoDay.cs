using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// How the content's days become days around now. All dates move by whole weeks, as far as they are not later than today.
/// The workshop that runs stands today, and its start is shifted so that the clock is in the middle of the item of the
/// demo's moment, a few minutes late.
/// </summary>
internal sealed record DemoDay
{
    private static readonly TimeOnly _nine = new(9, 0);

    private readonly DemoHours? _running;
    private readonly DemoWorkshop _last;

    /// <summary>Lays the days around a moment.</summary>
    /// <param name="content">The organisation.</param>
    /// <param name="now">The moment.</param>
    /// <param name="at">Which moment of the programme it is.</param>
    /// <param name="minutes">The minutes of each item of the workshop that has begun last.</param>
    public DemoDay(DemoContent content, DateTimeOffset now, DemoMoment at, IReadOnlyList<int> minutes)
    {
        (Now, At) = (now, at);
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(content.Organisation.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        _last = content.Programmes[0].Workshops[at.Begun() - 1];
        _running = at.IsOver() ? null : DemoHours.Around(minutes, now, at.Order(), at.Into());
        var day = TimeZoneInfo.ConvertTime(_running?.Start ?? now.AddDays(at == DemoMoment.Finished ? -2 : -Became.Days - 1), Zone).DateTime;
        var today = at == DemoMoment.Finished ? content.Programmes[1].SetMeetings!.Where(one => one.Airtime.Count > 0).Max(one => one.Date) : _last.Date;
        Weeks = (int)Math.Floor((DateOnly.FromDateTime(day).DayNumber - today.DayNumber) / 7.0);
    }

    /// <summary>Which moment of the programme it is.</summary>
    public DemoMoment At { get; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The moment of the demo.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>By how many weeks the dates move.</summary>
    public int Weeks { get; }

    /// <summary>The hours of a workshop.</summary>
    public DemoHours HoursOf(DemoWorkshop plan, IReadOnlyList<int> minutes) => IsRunning(plan) ? _running!
        : DemoHours.On(minutes, Date(plan.Date).ToDateTime(plan.Agenda is [var first, ..] ? first.Start : _nine), Zone);

    /// <summary>Whether a workshop has begun, or was held.</summary>
    public bool HasBegun(DemoWorkshop plan) => Date(plan.Date) < DateOnly.FromDateTime(Local(Now)) || IsRunning(plan);

    /// <summary>Whether a workshop runs at the moment of the demo.</summary>
    public bool IsRunning(DemoWorkshop plan) => _running is not null && plan.Id == _last.Id;

    /// <summary>A moment on the organisation's clocks.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>A date of the content as it is in the demo.</summary>
    public DateOnly Date(DateOnly content) => content.AddDays(7 * Weeks);

    /// <summary>Nine in the morning of such a date.</summary>
    public DateTimeOffset Morning(DateOnly content) =>
        LocalTime.Moment(Date(content).ToDateTime(_nine), Zone).ToUniversalTime();
}
