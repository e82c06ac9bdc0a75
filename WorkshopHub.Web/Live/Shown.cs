using System.Threading.Channels;

namespace WorkshopHub.Web.Live;

/// <summary>Passes on which posts have become visible on which screen, in batches of up to 200 ms.</summary>
public sealed class Shown(ILogger<Shown> log) : BackgroundService
{
    private static readonly TimeSpan _batch = TimeSpan.FromMilliseconds(200);
    private readonly Channel<(long Workshop, long Screen, string Post)> _reports = Channel.CreateBounded<(long, long, string)>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>
    /// Takes (workshop, screen, posts). Set once by the room of posts. The ids have the form of a post's id; whether they
    /// are posts of that workshop is for the handler to check.
    /// </summary>
    public Func<long, long, IReadOnlyList<string>, Task>? OnShown { get; set; }

    /// <summary>
    /// Takes (workshop, screen, post) at the moment of the report and answers whether it was a test, which goes no further.
    /// </summary>
    public Func<long, long, string, bool>? OnTest { get; set; }

    internal void Add(long workshop, long screen, IEnumerable<string> posts)
    {
        foreach (var post in posts.Take(200))
        {
            if (OnTest?.Invoke(workshop, screen, post) is not true)
            {
                _reports.Writer.TryWrite((workshop, screen, post));
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _reports.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(_batch, stoppingToken);
            var batch = new List<(long Workshop, long Screen, string Post)>();
            while (_reports.Reader.TryRead(out var report))
            {
                batch.Add(report);
            }

            foreach (var group in batch.GroupBy(report => (report.Workshop, report.Screen)))
            {
                await TellAsync(group.Key.Workshop, group.Key.Screen, [.. group.Select(report => report.Post).Distinct()]);
            }
        }
    }

    private async Task TellAsync(long workshop, long screen, IReadOnlyList<string> posts)
    {
        try
        {
            await (OnShown?.Invoke(workshop, screen, posts) ?? Task.CompletedTask);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "What screen {Screen} shows could not be noted", screen);
        }
    }
}
