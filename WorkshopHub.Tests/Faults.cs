using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Tests;

/// <summary>What the program logged as an error; told with the test that it happened in.</summary>
public sealed class Faults : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _told = [];

    /// <summary>Everything so far.</summary>
    public IReadOnlyCollection<string> All => _told;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc />
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _told.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
