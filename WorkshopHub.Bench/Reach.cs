using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace WorkshopHub.Bench;

/// <summary>When each post was sent, and when the last of so many screens had it.</summary>
/// <param name="screens">How many screens are to get each post.</param>
/// <param name="mark">What stands before a post's id in a push.</param>
internal sealed class Reach(int screens, string mark)
{
    private readonly byte[] _mark = Encoding.ASCII.GetBytes(mark);
    private readonly ConcurrentDictionary<string, Way> _ways = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<double> _acknowledged = [];
    private long _bytes;
    private int _failed;

    public int Sent => _ways.Count;

    public int Failed => _failed;

    /// <summary>Arrivals that never came.</summary>
    public long Lost => ((long)(Sent - Failed) * screens) - _ways.Values.Sum(way => (long)way.Arrived);

    /// <summary>Milliseconds from sending to the answer.</summary>
    public Figures Acknowledged => Figures.Of(_acknowledged);

    /// <summary>Milliseconds from sending to the last screen, over the posts that reached all.</summary>
    public Figures ToLast => Figures.Of(_ways.Values.Where(way => way.Arrived >= screens)
        .Select(way => Stopwatch.GetElapsedTime(way.Sent, way.Last).TotalMilliseconds));

    /// <summary>Mean bytes that one screen gets for one post.</summary>
    public int BytesEach => (int)(_bytes / Math.Max(1, Sent) / Math.Max(1, screens));

    /// <summary>Sends a post, and notes when it went and came back.</summary>
    public async Task SendAsync(string id, Func<Task<bool>> post)
    {
        var sent = Stopwatch.GetTimestamp();
        _ways[id] = new Way(sent);
        if (await post())
        {
            _acknowledged.Enqueue(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
        else
        {
            Interlocked.Increment(ref _failed);
        }
    }

    /// <summary>A screen that notes each post once, when it first comes.</summary>
    public Action<ReadOnlyMemory<byte>> Screen()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return push =>
        {
            if (_ways.IsEmpty)
            {
                return; // it only warms up
            }

            Interlocked.Add(ref _bytes, push.Length + 1);
            for (var rest = push.Span; rest.IndexOf(_mark) is >= 0 and var at && rest.Length >= at + _mark.Length + 26;)
            {
                rest = rest[(at + _mark.Length)..];
                var id = Encoding.ASCII.GetString(rest[..26]);
                if (_ways.TryGetValue(id, out var way) && known.Add(id))
                {
                    way.Note(Stopwatch.GetTimestamp());
                }
            }
        };
    }

    /// <summary>Waits until all is there, for so long at most.</summary>
    public async Task ArrivedAsync(TimeSpan longest)
    {
        for (var start = Stopwatch.GetTimestamp(); Lost > 0 && Stopwatch.GetElapsedTime(start) < longest;)
        {
            await Task.Delay(50);
        }
    }

    private sealed class Way(long sent)
    {
        private int _arrived;
        private long _last;

        public long Sent { get; } = sent;

        public int Arrived => Volatile.Read(ref _arrived);

        public long Last => Interlocked.Read(ref _last);

        public void Note(long at)
        {
            for (var last = Last; at > last && Interlocked.CompareExchange(ref _last, at, last) != last; last = Last)
            {
            }

            Interlocked.Increment(ref _arrived);
        }
    }
}
