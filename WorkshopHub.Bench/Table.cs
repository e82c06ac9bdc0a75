namespace WorkshopHub.Bench;

/// <summary>The small table at the end.</summary>
internal static class Table
{
    public static void Line(string name, RunResult run) => Console.WriteLine(
        $"{name}: on wall {run.OnWall}  acknowledged {run.Acknowledged}  ms; cpu {run.CpuSeconds:0.0} s, {run.Megabytes:0} MB; "
        + $"{run.Measure.Sent} posts, {run.Measure.Failed} failed, {run.Measure.Received} arrivals, {run.Measure.Frames} frames, "
        + $"{run.Measure.WallBytes}+{run.Measure.PhoneBytes} bytes; sent {run.Late:0} ms late at most");

    public static void Print(IReadOnlyList<RunResult> hub, IReadOnlyList<RunResult> floor, IReadOnlyList<RunResult> kept, int seconds)
    {
        var (ours, bare, committed) = (Median(hub, run => run.OnWall), Median(floor, run => run.OnWall), Median(kept, run => run.OnWall));
        Console.WriteLine($"""

            {Size.Walls} walls, {Size.Phones} phones, {Size.PostsPerSecond} posts a second for {seconds} s, {Environment.ProcessorCount} processors; medians of {hub.Count}, milliseconds

                                        p50      p99      max
            post to wall           {ours}
            bare hub, same bytes   {bare}
            ratio                  {ours.P50 / bare.P50,8:0.00} {ours.P99 / bare.P99,8:0.00} {ours.Max / bare.Max,8:0.00}
            hub that commits first {committed}
            ratio                  {ours.P50 / committed.P50,8:0.00} {ours.P99 / committed.P99,8:0.00} {ours.Max / committed.Max,8:0.00}
            post acknowledged      {Median(hub, run => run.Acknowledged)}

            processor time of the server: {Middle(hub, run => run.CpuSeconds):0.0} s, bare hub {Middle(floor, run => run.CpuSeconds):0.0} s, that commits {Middle(kept, run => run.CpuSeconds):0.0} s
            memory of the server: {Middle(hub, run => run.Megabytes):0} MB, bare hub {Middle(floor, run => run.Megabytes):0} MB
            """);
    }

    private static Figures Median(IReadOnlyList<RunResult> runs, Func<RunResult, Figures> figures) =>
        Figures.Median([.. runs.Select(figures)]);

    private static double Middle(IReadOnlyList<RunResult> runs, Func<RunResult, double> figure) => Figures.Middle(runs.Select(figure));
}
