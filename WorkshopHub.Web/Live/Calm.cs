namespace WorkshopHub.Web.Live;

/// <summary>
/// Holds bursts back: a calm piece is sent at once when it was quiet before, then at most once in each interval, and the
/// last state wins. Used by the pump alone.
/// </summary>
internal sealed class Calm
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(150);
    private readonly Dictionary<PieceOnChannel, Entry> _entries = [];

    /// <summary>What is to be sent now, in order: what was announced and may go, and what has waited long enough.</summary>
    public List<(PieceOnChannel Key, Piece Piece)> Let(IEnumerable<KeyValuePair<PieceOnChannel, Piece>> announced, DateTimeOffset now)
    {
        var go = new List<(PieceOnChannel, Piece)>();
        foreach (var (key, piece) in announced)
        {
            if (!piece.Calm)
            {
                _entries.Remove(key); // its newest state goes with this one
                go.Add((key, piece));
            }
            else if (_entries.TryGetValue(key, out var entry))
            {
                entry.Waiting = piece;
            }
            else
            {
                _entries.Add(key, new Entry { Due = now + _interval });
                go.Add((key, piece));
            }
        }

        foreach (var (key, entry) in _entries.Where(e => e.Value.Due <= now).ToList())
        {
            if (entry.Waiting is { } piece)
            {
                go.Add((key, piece));
                entry.Waiting = null;
                entry.Due = now + _interval;
            }
            else
            {
                _entries.Remove(key);
            }
        }

        return go;
    }

    /// <summary>How long the pump may sleep.</summary>
    public TimeSpan Rest(DateTimeOffset now)
    {
        var next = TimeSpan.FromSeconds(10);
        foreach (var entry in _entries.Values)
        {
            var left = entry.Due - now;
            next = left < next ? left : next;
        }

        return next > TimeSpan.FromMilliseconds(1) ? next : TimeSpan.FromMilliseconds(1);
    }

    private sealed class Entry
    {
        public Piece? Waiting { get; set; }

        public DateTimeOffset Due { get; set; }
    }
}
