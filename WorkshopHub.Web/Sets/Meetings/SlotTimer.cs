using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// The time of one member as its row keeps it: since when it runs, and what was used before. So it survives a reload, a closed
/// laptop, another scribe and a restart. What is left may be negative: then it has run over. It never rings.
/// </summary>
/// <param name="TotalMinutes">What was planned, with what was added and given, in minutes.</param>
/// <param name="UsedSeconds">Used before <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Since when it runs; null while it stands.</param>
public readonly record struct SlotTimer(long TotalMinutes, long UsedSeconds, DateTimeOffset? RunningSince)
{
    /// <summary>Whether it counts down now.</summary>
    public bool Runs => RunningSince is not null;

    /// <summary>What is used up to a moment. A clock that was set back never gives time back.</summary>
    public TimeSpan Used(DateTimeOffset now) =>
        TimeSpan.FromSeconds(UsedSeconds) + (RunningSince is { } start && now > start ? now - start : TimeSpan.Zero);

    /// <summary>What is left at a moment; negative when it has run over.</summary>
    public TimeSpan Left(DateTimeOffset now) => TimeSpan.FromMinutes(TotalMinutes) - Used(now);

    /// <summary>When it ends if it runs on from this moment.</summary>
    public DateTimeOffset Ends(DateTimeOffset now) => now + Left(now);

    /// <summary>The value of data-ends, in Unix milliseconds; null while it stands.</summary>
    public long? EndsUnixMs => RunningSince is { } start
        ? (start + TimeSpan.FromMinutes(TotalMinutes) - TimeSpan.FromSeconds(UsedSeconds)).ToUnixTimeMilliseconds() : null;

    /// <summary>Seconds used up to the moment of a command, as they are kept.</summary>
    public long Spent(string now) => (long)Math.Round(Used(Utc.Parse(now)).TotalSeconds);
}
