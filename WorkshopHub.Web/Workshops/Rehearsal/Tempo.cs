namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>How fast invented people are; it can change while they wait.</summary>
internal sealed class Tempo
{
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(200);

    private double _factor = 1;

    /// <summary>What a facilitator can choose: words and how many times as fast as people are.</summary>
    public static IReadOnlyList<(string Word, string Says, double Factor)> Choices { get; } =
        [("still", "Nobody does anything", 0), ("people", "As people are", 1), ("quick", "Six times as fast", 6), ("rush", "All at once", 60)];

    /// <summary>How many times as fast as people are; 0 is not at all.</summary>
    public double Factor
    {
        get => Volatile.Read(ref _factor);
        set => Volatile.Write(ref _factor, value);
    }

    /// <summary>Waits as long as a person would take.</summary>
    public async Task WaitAsync(TimeSpan human, CancellationToken stop)
    {
        for (var left = human; left > TimeSpan.Zero;)
        {
            var factor = Factor;
            if (factor > 0 && left / factor <= _glance)
            {
                await Task.Delay(left / factor, stop);
                return;
            }

            await Task.Delay(_glance, stop);
            left -= _glance * factor;
        }
    }
}
