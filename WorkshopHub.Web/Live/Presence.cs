namespace WorkshopHub.Web.Live;

/// <summary>
/// Who is here, kept in memory. It knows only what it has seen itself: after a restart everybody is unknown until they
/// report, and nobody is said to be gone since a moment that was not seen.
/// </summary>
public sealed class Presence(Connections connections, ILogger<Presence> log)
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(4);      // a page that is left for another
    private static readonly TimeSpan _behind = TimeSpan.FromSeconds(7);     // reports come every five seconds
    private static readonly TimeSpan _recent = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _together = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _hint = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _return = TimeSpan.FromMinutes(1);    // all phones find back after a restart
    private static readonly TimeSpan _memory = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Room> _rooms = [];
    private readonly DateTimeOffset _knownSince = TimeProvider.System.GetUtcNow();

    /// <summary>Somebody came, left, fell behind or caught up in this workshop, or a screen shows something else.</summary>
    public event Action<long>? Changed;

    /// <summary>Who is here in a workshop.</summary>
    public WorkshopPresence Of(long workshop)
    {
        lock (_gate)
        {
            return _rooms.TryGetValue(workshop, out var room) ? room.Last
                : new WorkshopPresence { KnownSince = _knownSince, Settled = IsSettled(TimeProvider.System.GetUtcNow()) };
        }
    }

    /// <summary>Counts again and tells what changed.</summary>
    internal void Tick(DateTimeOffset now)
    {
        var changed = new List<long>();
        lock (_gate)
        {
            var open = connections.All.Where(c => c.Workshop != 0).ToLookup(c => c.Workshop);
            foreach (var workshop in open.Select(group => group.Key).Union(_rooms.Keys).ToList())
            {
                if (!_rooms.TryGetValue(workshop, out var room))
                {
                    _rooms.Add(workshop, room = new Room(new WorkshopPresence { KnownSince = _knownSince }));
                }

                if (Count(room, open[workshop], now, IsSettled(now)))
                {
                    changed.Add(workshop);
                }
            }
        }

        foreach (var workshop in changed)
        {
            Tell(workshop);
        }
    }

    private bool IsSettled(DateTimeOffset now) => now - _knownSince > _return;

    private static bool Count(Room room, IEnumerable<LiveConnection> open, DateTimeOffset now, bool settled)
    {
        var here = open.ToList();
        Follow(room.Phones, here.Where(c => c.Who.ParticipantId is not null).ToLookup(c => c.Who.ParticipantId!.Value), now);
        Follow(room.Screens, here.Where(c => c.Who.ScreenId is not null).ToLookup(c => c.Who.ScreenId!.Value), now);
        var participants = room.Phones.ToDictionary(item => item.Key, item => item.Value.Reach);
        var gone = room.Phones.Values.Where(track => track.Reach.State is Contact.Gone).ToList();
        var left = room.Phones.Values.Count(track => track.LeftAt is { } at && now - at <= _together);
        var live = participants.Values.Count(reach => reach.State is Contact.Live or Contact.Behind);
        var all = room.Phones.Values.Count(track => track.LeftAt is null) + left;
        var drop = left >= 5 && left * 5 >= all ? new Drop(now, left, all) : room.Last.Drop;
        // Two tabs of a phone share one box.
        var boxes = here.Where(c => c.Queueing > 0).GroupBy(c => c.Who.ParticipantId).Select(tabs => tabs.Max(c => c.Queueing)).ToList();
        var next = room.Last with
        {
            Settled = settled,
            Participants = participants,
            Screens = room.Screens.ToDictionary(item => item.Key, item => item.Value.Screen(item.Key)),
            PhonesLive = live,
            PhonesBehind = participants.Values.Count(reach => reach.State is Contact.Behind),
            PhonesQueueing = boxes.Count,
            PostsQueueing = boxes.Sum(),
            PhonesGone = gone.Count(track => now - track.Reach.Since <= _recent),
            Drop = drop is not null && now - drop.At < _hint ? drop : null,
        };
        var changed = !next.IsLike(room.Last);
        room.Last = next;
        return changed;
    }

    private static void Follow(Dictionary<long, Track> tracks, ILookup<long, LiveConnection> open, DateTimeOffset now)
    {
        foreach (var id in open.Select(group => group.Key))
        {
            if (!tracks.TryGetValue(id, out var track))
            {
                tracks.Add(id, track = new Track());
            }

            track.Here(open[id], now);
        }

        foreach (var (id, track) in tracks.Where(item => !open.Contains(item.Key)).ToList())
        {
            track.Away(now);
            if (now - track.LeftAt > _memory)
            {
                tracks.Remove(id);
            }
        }
    }

    private void Tell(long workshop)
    {
        try
        {
            Changed?.Invoke(workshop);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "A change of presence in workshop {Workshop} could not be told", workshop);
        }
    }

    private sealed class Room(WorkshopPresence last)
    {
        public Dictionary<long, Track> Phones { get; } = [];

        public Dictionary<long, Track> Screens { get; } = [];

        public WorkshopPresence Last { get; set; } = last;
    }

    private sealed class Track
    {
        private Lag _lag;
        private Showing? _showing;

        public Reach Reach { get; private set; } = new(Contact.Unknown, null);

        public DateTimeOffset? LeftAt { get; private set; }

        public ScreenReach Screen(long id) => new(id, Reach.State, Reach.Since, _lag.Time, _lag.Pushes, _showing);

        /// <summary>Somebody with two tabs is as near as the nearer of them.</summary>
        public void Here(IEnumerable<LiveConnection> open, DateTimeOffset now)
        {
            var best = open.MinBy(connection => connection.Lag.Time)!;
            var state = best.Lag.Time > _behind ? Contact.Behind : Contact.Live;
            LeftAt = null;
            _lag = state is Contact.Behind ? best.Lag : default;
            _showing = best.Showing ?? _showing;
            Reach = Reach.State == state ? Reach : new Reach(state, state is Contact.Behind ? now - best.Lag.Time : now);
        }

        public void Away(DateTimeOffset now)
        {
            LeftAt ??= now;
            if (now - LeftAt > _grace && Reach.State is not Contact.Gone)
            {
                Reach = new Reach(Contact.Gone, LeftAt);
                _lag = default;
            }
        }
    }
}
