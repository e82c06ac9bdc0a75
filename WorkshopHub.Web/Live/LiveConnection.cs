using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Live;

/// <summary>One open connection: who it is, what it watches, and how far it has come.</summary>
public sealed class LiveConnection
{
    private readonly HubCallerContext _context;
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);
    private double _calls = Burst;
    private DateTimeOffset _lastCall;

    // A wall in a rush tells what it shows 2.5 times a second and what it has seen once, and all at once when it comes back.
    private const double Burst = 60;
    private const double PerSecond = 8;
    private static readonly TimeSpan _mute = TimeSpan.FromSeconds(30);

    /// <summary>How old the first push that it has not seen may be; after that it is closed and catches up by GET.</summary>
    internal static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(10);

    /// <summary>How many pushes it may not have seen: more than the busiest room sends between two of its reports.</summary>
    internal const long MostPushes = 1000;

    internal LiveConnection(HubCallerContext context, DateTimeOffset now, int slot)
    {
        _context = context;
        Slot = slot;
        Since = now;
        LastSeenAt = now;
        _lastCall = now;
    }

    /// <summary>The hub's name for it.</summary>
    public string Id => _context.ConnectionId;

    /// <summary>Since when it is open.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>phone, wall or control; empty until it watches.</summary>
    public string View { get; private set; } = "";

    /// <summary>The workshop; 0 until it watches.</summary>
    public long Workshop { get; private set; }

    /// <summary>Who is behind it; all empty until it watches.</summary>
    public Audience Who { get; private set; } = Audience.Nobody;

    /// <summary>When it last said what it has seen.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>What a screen says that it shows.</summary>
    public Showing? Showing { get; internal set; }

    /// <summary>How many posts a phone says that it has not got through.</summary>
    public int Queueing { get; internal set; }

    /// <summary>The channels that it has joined.</summary>
    public ICollection<string> Channels => _seen.Keys;

    /// <summary>Since when it has not seen something that was sent, and how many pushes that are.</summary>
    public Lag Lag { get; private set; }

    /// <summary>Its turn among the heartbeats.</summary>
    internal int Slot { get; }

    /// <summary>Closes it; the browser comes back and is asked afresh who it is.</summary>
    internal void Abort() => _context.Abort();

    internal void Watch(string view, long workshop, Audience who)
    {
        (View, Workshop, Who) = (view, workshop, who);
        foreach (var channel in _seen.Keys.Except(who.Channels, StringComparer.Ordinal))
        {
            _seen.TryRemove(channel, out _);
        }
    }

    internal void Joined(string channel, long seq) => _seen[channel] = seq;

    internal void Seen(IReadOnlyDictionary<string, long> channels, LiveWire wire, DateTimeOffset now)
    {
        foreach (var (channel, seq) in channels)
        {
            if (_seen.ContainsKey(channel))
            {
                _seen[channel] = Math.Clamp(seq, 0, wire.Seq(channel));
            }
        }

        LastSeenAt = now;
        Measure(wire, now);
    }

    internal void Measure(LiveWire wire, DateTimeOffset now)
    {
        var (pushes, since) = (0L, (DateTimeOffset?)null);
        foreach (var (channel, seen) in _seen)
        {
            pushes += Math.Max(0, wire.Seq(channel) - seen);
            since = wire.FirstAfter(channel, seen) is { } at && (since is null || at < since) ? at : since;
        }

        Lag = new Lag(pushes, since is null ? TimeSpan.Zero : now - since.Value);
    }

    /// <summary>Whether it had better come back and get its regions again. A new connection first has its time to do so.</summary>
    internal bool IsTooFarBehind(DateTimeOffset now) =>
        Lag.Pushes > MostPushes || (Lag.Time > LongestLag && now - Since > LongestLag);

    /// <summary>Whether it was let in nowhere, or has not said in half a minute where it belongs: it only takes a place.</summary>
    internal bool IsMute(DateTimeOffset now) => _seen.IsEmpty && now - Since > _mute;

    /// <summary>Whether one more call is allowed: sixty at once, eight a second on the long run.</summary>
    internal bool MayCall(DateTimeOffset now)
    {
        _calls = Math.Min(Burst, _calls + ((now - _lastCall).TotalSeconds * PerSecond));
        _lastCall = now;
        return --_calls >= 0;
    }
}

/// <summary>How far a reader is behind.</summary>
/// <param name="Pushes">Pushes that it has not seen.</param>
/// <param name="Time">How long ago the first of them was sent.</param>
public readonly record struct Lag(long Pushes, TimeSpan Time);

/// <summary>What a screen reports to show: what stands on it, not what it was told.</summary>
public sealed record Showing
{
    /// <summary>The layout.</summary>
    public string Layout { get; init; } = "";

    /// <summary>The agenda item or post on it, as its stage names it.</summary>
    public string? Item { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>How many pages there are.</summary>
    public int? Pages { get; init; }

    /// <summary>Posts that have become visible since the last report.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>It keeps this picture, whatever happens in the room.</summary>
    public bool Frozen { get; init; }

    /// <summary>It is held on this layout and does not follow.</summary>
    public bool Held { get; init; }

    /// <summary>The screen could not be kept awake and may go dark.</summary>
    public bool Sleeps { get; init; }
}
