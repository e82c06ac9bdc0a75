using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace WorkshopHub.Bench;

/// <summary>When each post was sent, answered, and received by each wall.</summary>
internal sealed class Measure
{
    private static readonly byte[] _mark = "wall-"u8.ToArray();

    private readonly ConcurrentDictionary<string, long> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<double> _acknowledged = [];
    private readonly ConcurrentQueue<double> _received = [];
    private long _phoneBytes;
    private long _phoneFrames;
    private long _wallBytes;
    private long _wallFrames;
    private int _failed;

    public int Sent => _sent.Count;

    public int Failed => _failed;

    public int Received => _received.Count;

    public Figures Acknowledged => Figures.Of(_acknowledged);

    public Figures OnWall => Figures.Of(_received);

    /// <summary>Mean bytes that one wall gets for one post.</summary>
    public int WallBytes => (int)(_wallBytes / Math.Max(1, Sent) / Size.Walls);

    /// <summary>Mean bytes that one phone of the author's set gets for one post.</summary>
    public int PhoneBytes => (int)(_phoneBytes / Math.Max(1, Sent) / (Size.Phones / Size.Sets));

    public long Frames => _phoneFrames + _wallFrames;

    /// <summary>Forgets what came before the measured posts.</summary>
    public void Reset() => (_phoneBytes, _phoneFrames, _wallBytes, _wallFrames) = (0, 0, 0, 0);

    /// <summary>Waits until every wall has every post, for so long at most.</summary>
    public async Task ArrivedAsync(TimeSpan longest)
    {
        var start = Stopwatch.GetTimestamp();
        while (Received < Sent * Size.Walls && Stopwatch.GetElapsedTime(start) < longest)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>When a post was sent, by the stopwatch; null where it is none of these.</summary>
    public long? SentAt(string id) => _sent.TryGetValue(id, out var sent) ? sent : null;

    public void Send(string id) => _sent[id] = Stopwatch.GetTimestamp();

    public void Answered(string id, bool taken)
    {
        if (taken)
        {
            _acknowledged.Enqueue(Stopwatch.GetElapsedTime(_sent[id]).TotalMilliseconds);
        }
        else
        {
            Interlocked.Increment(ref _failed);
        }
    }

    /// <summary>A wall that notes each post once, when it first comes.</summary>
    public Action<ReadOnlyMemory<byte>> Wall()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return push =>
        {
            var now = Stopwatch.GetTimestamp();
            Interlocked.Add(ref _wallBytes, push.Length + 1);
            Interlocked.Increment(ref _wallFrames);
            var rest = push.Span;
            while (rest.IndexOf(_mark) is >= 0 and var at && rest.Length >= at + _mark.Length + 26)
            {
                rest = rest[(at + _mark.Length)..];
                var id = Encoding.ASCII.GetString(rest[..26]);
                if (_sent.TryGetValue(id, out var sent) && known.Add(id))
                {
                    _received.Enqueue(Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds);
                }
            }
        };
    }

    public void Phone(ReadOnlyMemory<byte> push)
    {
        Interlocked.Add(ref _phoneBytes, push.Length + 1);
        Interlocked.Increment(ref _phoneFrames);
    }
}

/// <summary>Milliseconds.</summary>
internal sealed record Figures(double P50, double P99, double Max)
{
    public static Figures Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? new Figures(double.NaN, double.NaN, double.NaN) : new Figures(
            sorted[sorted.Count / 2], sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * 0.99))], sorted[^1]);
    }

    public static Figures Median(IReadOnlyList<Figures> runs) =>
        new(Middle(runs.Select(run => run.P50)), Middle(runs.Select(run => run.P99)), Middle(runs.Select(run => run.Max)));

    public static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    public override string ToString() => $"{P50,8:0.0} {P99,8:0.0} {Max,8:0.0}";
}

/// <summary>What one run came to.</summary>
internal sealed record RunResult(
    Measure Measure, Figures Acknowledged, Figures OnWall, double CpuSeconds, double Megabytes, double Late);
