using System.Diagnostics;

namespace WorkshopHub.Bench;

/// <summary>Begins one thing after the other at an even pace that waits for no answer.</summary>
internal static class Pace
{
    /// <summary>Begins so many within so many seconds, and ends when all have ended.</summary>
    /// <returns>By how many milliseconds the latest began too late.</returns>
    public static async Task<double> RunAsync(int count, double seconds, Func<int, Task> one)
    {
        var start = Stopwatch.GetTimestamp();
        var begun = new List<Task>(count);
        var late = 0.0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var number = 0; number < count;)
        {
            var due = number * 1000.0 * seconds / count;
            var now = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (now < due)
            {
                await tick.WaitForNextTickAsync();
                continue;
            }

            late = Math.Max(late, now - due);
            begun.Add(one(number++));
        }

        await Task.WhenAll(begun);
        return late;
    }
}
