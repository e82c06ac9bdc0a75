using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: WorkshopHub.Tests.Patience]

namespace WorkshopHub.Tests;

/// <summary>
/// No test may wait for ever: what the browser is asked for has no end of its own. A run in which one test takes longer than
/// <see cref="Longest"/> ends at once and names what ran.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PatienceAttribute : BeforeAfterTestAttribute
{
    /// <summary>Almost three times what the longest takes on two busy processors.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private static readonly ConcurrentDictionary<string, long> _running = new(StringComparer.Ordinal);
    private static readonly Timer _watch = new(static _ => Look(), null, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));

    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        _running[test.TestDisplayName] = TimeProvider.System.GetTimestamp();
        GC.KeepAlive(_watch);
    }

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _running.TryRemove(test.TestDisplayName, out _);

    /// <summary>What is put away after a test may not take for ever either; over when the answer is disposed of.</summary>
    public static IDisposable Watch(string what)
    {
        _running[what] = TimeProvider.System.GetTimestamp();
        return new Watched(what);
    }

    private static void Look()
    {
        if (_running.Any(one => TimeProvider.System.GetElapsedTime(one.Value) > Longest))
        {
            var told = _running.Select(one => $"{TimeProvider.System.GetElapsedTime(one.Value):mm\\:ss} {one.Key}").Order(StringComparer.Ordinal);
            Environment.FailFast($"A test waits for ever. Running:\n{string.Join('\n', told)}");
        }
    }

    private sealed class Watched(string what) : IDisposable
    {
        public void Dispose() => _running.TryRemove(what, out _);
    }
}
