using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>All open connections of this process.</summary>
public sealed class Connections
{
    /// <summary>The gauge of what is open.</summary>
    public const string OpenNow = "workshophub.connections";

    private readonly ConcurrentDictionary<string, LiveConnection> _all = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _watchers = new(StringComparer.Ordinal);
    private int _slot;
    private long _aborts;

    /// <summary>No connection is open yet; whose rights end from now on is cut off.</summary>
    public Connections(Endings endings, Meters meters)
    {
        endings.Ended += person => Abort(person: person);
        meters.Gauge(OpenNow, "{connection}", "Connections that are open, by view", ByView);
    }

    /// <summary>The connections that are open now.</summary>
    public IEnumerable<LiveConnection> All => _all.Values;

    /// <summary>Counts the calls of <see cref="Abort"/>: who was asked before one must be asked again after it.</summary>
    internal long Aborts => Interlocked.Read(ref _aborts);

    /// <summary>
    /// Closes the connections of a participant, a screen or a person, in the handler that changed a role, a pairing, a
    /// claim or a sign-in, after its commit. They come back and are asked afresh.
    /// </summary>
    public void Abort(long? participant = null, long? screen = null, long? person = null)
    {
        Interlocked.Increment(ref _aborts);
        foreach (var connection in _all.Values)
        {
            var who = connection.Who;
            if ((participant is not null && who.ParticipantId == participant)
                || (screen is not null && who.ScreenId == screen)
                || (person is not null && who.PersonIds.Contains(person.Value)))
            {
                connection.Abort();
            }
        }
    }

    /// <summary>Whether anybody watches this channel.</summary>
    internal bool Watches(string channel) => _watchers.TryGetValue(channel, out var count) && count > 0;

    internal LiveConnection Open(HubCallerContext context, DateTimeOffset now)
    {
        var connection = new LiveConnection(context, now, Interlocked.Increment(ref _slot) & int.MaxValue);
        _all[context.ConnectionId] = connection;
        return connection;
    }

    internal LiveConnection? Find(string id) => _all.GetValueOrDefault(id);

    internal void Close(string id)
    {
        if (_all.TryRemove(id, out var connection))
        {
            foreach (var channel in connection.Channels)
            {
                Left(channel);
            }
        }
    }

    private IEnumerable<Measurement<long>> ByView() => _all.Values.GroupBy(one => one.View)
        .Select(views => new Measurement<long>(views.Count(), new KeyValuePair<string, object?>("view", views.Key)));

    internal void Joined(string channel) => _watchers.AddOrUpdate(channel, 1, (_, count) => count + 1);

    internal void Left(string channel) => _watchers.AddOrUpdate(channel, 0, (_, count) => Math.Max(0, count - 1));
}
