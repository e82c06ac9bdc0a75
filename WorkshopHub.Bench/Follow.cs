using System.Diagnostics;
using System.Globalization;

namespace WorkshopHub.Bench;

/// <summary>When answers were sent and taken, and when each wall first showed a count that holds them.</summary>
internal sealed class Follow
{
    private static readonly byte[] _word = " answers"u8.ToArray();
    private static readonly byte[] _have = "have answered"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly List<(long Sent, long Taken)> _taken = [];
    private readonly List<(long At, int Count)>[] _walls = [.. Enumerable.Range(0, Size.Walls).Select(_ => new List<(long, int)>())];
    private long _bytes;
    private long _heard;
    private long _pushes;

    /// <summary>Answers that were not taken.</summary>
    public int Refused { get; private set; }

    /// <summary>Of them, those that the server called busy (503).</summary>
    public int Busy { get; private set; }

    /// <summary>How many were taken.</summary>
    public int Taken => _taken.Count;

    /// <summary>Mean number of all pushes that one wall got, also those without a count.</summary>
    public double AllEach => (double)_heard / Size.Walls;

    /// <summary>Mean number of pushes with a count that one wall got.</summary>
    public double PushesEach => (double)_pushes / Size.Walls;

    /// <summary>Mean bytes of a push.</summary>
    public int BytesEach => (int)(_bytes / Math.Max(1, _pushes));

    /// <summary>Milliseconds from sending to the answer.</summary>
    public Figures Acknowledged => Figures.Of(_taken.Select(one => Stopwatch.GetElapsedTime(one.Sent, one.Taken).TotalMilliseconds));

    /// <summary>Milliseconds from an answer's being taken to a wall's showing it, on every wall.</summary>
    public Figures Followed => Figures.Of(_walls.SelectMany(wall => Late(wall, one => one.Taken)));

    /// <summary>The same from its being sent.</summary>
    public Figures OnWall => Figures.Of(_walls.SelectMany(wall => Late(wall, one => one.Sent)));

    /// <summary>How many walls show the last count.</summary>
    public int Whole
    {
        get
        {
            lock (_gate)
            {
                return _walls.Count(wall => wall.Count > 0 && wall[^1].Count >= _taken.Count);
            }
        }
    }

    /// <summary>A push to a wall; only those that carry a count are counted.</summary>
    public Action<ReadOnlyMemory<byte>> Wall(int number) => push =>
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _heard);
        if (Count(push.Span) is not { } count)
        {
            return;
        }

        lock (_gate)
        {
            _walls[number].Add((now, count));
            _bytes += push.Length + 1;
            _pushes++;
        }
    };

    /// <summary>An answer came back.</summary>
    public void Answered(long sent, int status)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (status is >= 200 and < 300)
            {
                _taken.Add((sent, now));
                return;
            }

            Refused++;
            Busy += status == 503 ? 1 : 0;
        }
    }

    /// <summary>The answers in the order of their being taken: the tenth is on a wall when the wall counts ten.</summary>
    private IEnumerable<double> Late(List<(long At, int Count)> wall, Func<(long Sent, long Taken), long> from)
    {
        var at = 0;
        foreach (var (index, one) in _taken.OrderBy(one => one.Taken).Index())
        {
            while (at < wall.Count && wall[at].Count < index + 1)
            {
                at++;
            }

            if (at < wall.Count)
            {
                var began = from(one);
                yield return wall[at].At <= began ? 0 : Stopwatch.GetElapsedTime(began, wall[at].At).TotalMilliseconds;
            }
        }
    }

    /// <summary>"12 answers" beside the picture, or the large 12 above "of 60 have answered".</summary>
    private static int? Count(ReadOnlySpan<byte> push)
    {
        for (var at = push.IndexOf(_have) - 1; at > 0; at--)
        {
            if (push[at - 1] == '>' && push[at] is >= (byte)'0' and <= (byte)'9')
            {
                return int.Parse(push[at..][..push[at..].IndexOfAnyExceptInRange((byte)'0', (byte)'9')], CultureInfo.InvariantCulture);
            }
        }

        for (var rest = push; rest.IndexOf(_word) is >= 0 and var end; rest = rest[(end + 1)..])
        {
            var begin = end;
            while (begin > 0 && rest[begin - 1] is >= (byte)'0' and <= (byte)'9')
            {
                begin--;
            }

            if (begin < end)
            {
                return int.Parse(rest[begin..end], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
