using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Tests.Sets.Records;

/// <summary>What is kept of all that the program tells while it works.</summary>
public sealed partial class MarkerTests
{
    /// <summary>The marker stands in no line of the log, beside no figure and in no trace.</summary>
    private void NothingTells()
    {
        Assert.Contains(_traces.Lines, line => line.Contains("HttpRequestIn", StringComparison.Ordinal)); // it does trace
        foreach (var lines in new[] { _log.Lines, _figures.Lines, _traces.Lines })
        {
            Assert.DoesNotContain(lines, line => line.Contains(Planted, StringComparison.Ordinal));
        }
    }

    /// <summary>Every measurement of every instrument, with all that stands beside it: more than is ever sent to a collector.</summary>
    private sealed class Figures : IDisposable
    {
        private readonly MeterListener _meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };

        public Figures()
        {
            _meters.SetMeasurementEventCallback<long>((of, _, beside, _) => Note(of, beside));
            _meters.SetMeasurementEventCallback<int>((of, _, beside, _) => Note(of, beside));
            _meters.SetMeasurementEventCallback<double>((of, _, beside, _) => Note(of, beside));
            _meters.Start();
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Dispose() => _meters.Dispose();

        private void Note(Instrument of, ReadOnlySpan<KeyValuePair<string, object?>> beside)
        {
            var line = $"{of.Meter.Name} {of.Name}";
            foreach (var (key, value) in beside)
            {
                line += $" {key}={value}";
            }

            Lines.Enqueue(line);
        }
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    /// <summary>Every activity of every source, with its tags and events: more than is ever sent to a collector.</summary>
    private sealed class Traces : IDisposable
    {
        private readonly ActivityListener _listener;

        public Traces()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => !source.Name.StartsWith("System.Net", StringComparison.Ordinal), // not the test’s own requests
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Note,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Dispose() => _listener.Dispose();

        private void Note(Activity one)
        {
            Lines.Enqueue($"{one.OperationName} {one.DisplayName} {one.StatusDescription} {string.Join(' ', one.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}");
            foreach (var happened in one.Events)
            {
                Lines.Enqueue($"{happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
            }
        }
    }
}
