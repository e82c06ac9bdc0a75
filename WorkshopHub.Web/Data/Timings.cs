namespace WorkshopHub.Web.Data;

/// <summary>How long the last thousand of something took: enough to say how it goes now, and never more memory.</summary>
public sealed class Timings
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private readonly double[] _last = new double[Most];
    private long _count;

    /// <summary>Notes one.</summary>
    public void Note(TimeSpan took)
    {
        lock (_gate)
        {
            _last[_count++ % Most] = took.TotalMilliseconds;
        }
    }

    /// <summary>The middle, the slowest in a hundred and the slowest of them, in milliseconds; null where nothing was noted.</summary>
    public Spread? Now()
    {
        lock (_gate)
        {
            var sorted = _last[..(int)Math.Min(_count, Most)];
            if (sorted.Length == 0)
            {
                return null;
            }

            Array.Sort(sorted);
            return new Spread(_count, At(sorted, 0.5), At(sorted, 0.99), sorted[^1]);
        }
    }

    // The nearest rank: of a hundred, the 99th.
    private static double At(double[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
}

/// <summary>How durations lie.</summary>
/// <param name="All">How many there were since the program's start.</param>
/// <param name="Middle">Half of the last thousand were faster, in milliseconds.</param>
/// <param name="Slow">Ninety-nine of a hundred were as fast, in milliseconds.</param>
/// <param name="Slowest">The slowest of the last thousand, in milliseconds.</param>
public sealed record Spread(long All, double Middle, double Slow, double Slowest);
