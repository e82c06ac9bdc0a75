using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>
/// The timer of an agenda item, as its row keeps it: it survives a restart and is counted down in the browser
/// against the server's clock. What is left may be negative: then the item has run over.
/// </summary>
/// <param name="PlannedSeconds">The minutes of the item, in seconds.</param>
/// <param name="ExtraSeconds">Given (or, if negative, taken) by the facilitator.</param>
/// <param name="UsedSeconds">Used before <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Since when it runs; null while it is paused or has not started.</param>
public readonly record struct ItemTimer(
    long PlannedSeconds, long ExtraSeconds, long UsedSeconds, DateTimeOffset? RunningSince)
{
    /// <summary>Whether it counts down now.</summary>
    public bool Running => RunningSince is not null;

    /// <summary>What the item may take altogether, in seconds.</summary>
    public long TotalSeconds => PlannedSeconds + ExtraSeconds;

    /// <summary>What is used up to a moment. A clock that was set back never gives time back.</summary>
    public TimeSpan Used(DateTimeOffset now)
    {
        var since = RunningSince is { } start && now > start ? now - start : TimeSpan.Zero;
        return TimeSpan.FromSeconds(UsedSeconds) + since;
    }

    /// <summary>What is left at a moment; negative when it has run over.</summary>
    public TimeSpan Left(DateTimeOffset now) => TimeSpan.FromSeconds(TotalSeconds) - Used(now);

    /// <summary>When it ends if it runs on; null while it doesn't run.</summary>
    public DateTimeOffset? Ends => RunningSince is { } start
        ? start + TimeSpan.FromSeconds(TotalSeconds - UsedSeconds)
        : null;

    /// <summary>The value of data-ends: when it ends in Unix milliseconds; null while it doesn't run.</summary>
    public long? EndsUnixMs => Ends?.ToUnixTimeMilliseconds();

    /// <summary>The timer of these columns.</summary>
    public static ItemTimer Of(long minutes, long extraSeconds, long usedSeconds, string? runningSince) =>
        new(minutes * 60, extraSeconds, usedSeconds, runningSince is null ? null : Utc.Parse(runningSince));
}
