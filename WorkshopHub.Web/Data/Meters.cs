using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WorkshopHub.Web.Data;

/// <summary>
/// What the program measures of itself: numbers only, never a text. OpenTelemetry reads them as the meter "WorkshopHub", and
/// so does the page "How is the server".
/// </summary>
public sealed class Meters
{
    /// <summary>The meter's name.</summary>
    public const string Name = "WorkshopHub";

    private readonly ConcurrentDictionary<string, Func<IEnumerable<Measurement<long>>>> _gauges = new(StringComparer.Ordinal);
    private readonly Meter _meter;
    private readonly Histogram<double> _commit;
    private readonly Histogram<double> _push;
    private readonly Counter<long> _commands;
    private readonly Counter<long> _posts;
    private long _posted;

    /// <summary>A meter of this house; the factory ends it.</summary>
    public Meters(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _commit = _meter.CreateHistogram<double>("workshophub.commit.duration", "s", "From the first command of a batch to its commit");
        _commands = _meter.CreateCounter<long>("workshophub.commit.commands", "{command}", "Commands that were committed");
        _push = _meter.CreateHistogram<double>("workshophub.push.duration", "s", "From what was announced to its pushes: reading and rendering");
        _posts = _meter.CreateCounter<long>("workshophub.posts", "{post}", "Posts and answers that were stored");
    }

    /// <summary>How long commits took.</summary>
    public Timings Commits { get; } = new();

    /// <summary>How long reading and rendering what is pushed took.</summary>
    public Timings Pushes { get; } = new();

    /// <summary>How many posts and answers were stored since the program's start.</summary>
    public long Posts => Interlocked.Read(ref _posted);

    /// <summary>A batch was committed.</summary>
    /// <param name="begun">When it began, of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="commands">How many commands it held.</param>
    public void Committed(long begun, int commands)
    {
        var took = Stopwatch.GetElapsedTime(begun);
        Commits.Note(took);
        _commit.Record(took.TotalSeconds);
        _commands.Add(commands);
    }

    /// <summary>What was announced is rendered and given to the connections.</summary>
    /// <param name="begun">When it was taken, of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Pushed(long begun)
    {
        var took = Stopwatch.GetElapsedTime(begun);
        Pushes.Note(took);
        _push.Record(took.TotalSeconds);
    }

    /// <summary>A post or an answer was stored.</summary>
    public void Posted()
    {
        Interlocked.Increment(ref _posted);
        _posts.Add(1);
    }

    /// <summary>Something that stands at a number now, e.g. how many wait.</summary>
    public void Gauge(string name, string unit, string what, Func<IEnumerable<Measurement<long>>> read)
    {
        _gauges[name] = read;
        _meter.CreateObservableGauge(name, read, unit, what);
    }

    /// <summary>Where a gauge stands now: a number per tag, the tag's value as text; empty where nothing is measured.</summary>
    public IReadOnlyDictionary<string, long> Read(string name) => !_gauges.TryGetValue(name, out var read) ? new Dictionary<string, long>()
        : read().ToDictionary(one => one.Tags is [var tag, ..] ? $"{tag.Value}" : "", one => one.Value, StringComparer.Ordinal);
}
