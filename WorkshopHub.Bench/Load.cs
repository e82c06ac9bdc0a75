using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>All connections of a room in one process, and posts at an even pace that waits for no answer.</summary>
internal static class Load
{
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(20);

    /// <summary>Connects everybody, warms up, posts for so long and answers what was measured.</summary>
    /// <param name="server">The server.</param>
    /// <param name="walls">Makes the wall of a number.</param>
    /// <param name="phones">Makes the phone of a number.</param>
    /// <param name="post">Posts as the phone of a number under an id; true where the server took it.</param>
    /// <param name="seconds">How long.</param>
    public static async Task<RunResult> RunAsync(
        Child server, Func<int, Measure, HubLine> walls, Func<int, Measure, HubLine> phones,
        Func<int, string, Task<bool>> post, int seconds)
    {
        var measure = new Measure();
        await using var lines = new Lines();
        await lines.AddAsync(Enumerable.Range(0, Size.Walls).Select(number => walls(number, measure)));
        await lines.AddAsync(Enumerable.Range(0, Size.Phones).Select(number => phones(number, measure)));
        await PostAsync(post, new Measure(), (int)_warmUp.TotalSeconds);
        await Task.Delay(_settle);
        measure.Reset();
        server.Mark();
        var late = await PostAsync(post, measure, seconds);
        return new RunResult(measure, measure.Acknowledged, measure.OnWall, server.Cpu.TotalSeconds, server.Megabytes, late);
    }

    private static async Task<double> PostAsync(Func<int, string, Task<bool>> post, Measure measure, int seconds)
    {
        var late = await Pace.RunAsync(
            seconds * Size.PostsPerSecond, seconds, number => OneAsync(post, measure, number * 7 % Size.Phones));
        await measure.ArrivedAsync(_settle);
        return late;
    }

    private static async Task OneAsync(Func<int, string, Task<bool>> post, Measure measure, int phone)
    {
        var id = Tokens.New();
        measure.Send(id);
        measure.Answered(id, await post(phone, id));
    }
}
