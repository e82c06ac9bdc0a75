using System.Diagnostics;

namespace WorkshopHub.Tests.Data;

public sealed class KillTests
{
    private const int Enough = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_answered_before_a_kill_is_in_the_file_once()
    {
        await using var file = new TestFile();
        using var child = KilledChild.Start("write", file.File);
        var lines = await ReadAsync(child, killAfter: Enough);

        var answered = Ids(lines, "answered ");
        Assert.True(answered.Count >= Enough / 4, $"only {answered.Count} were answered");
        Assert.All(answered, id => Assert.Equal(1, file.Posts(id)));
        Assert.Equal("ok", file.Ask<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_kill_between_commit_and_answer_loses_nothing_and_asking_again_doubles_nothing()
    {
        await using var file = new TestFile();
        using var child = KilledChild.Start("die", file.File);
        var lines = await ReadAsync(child, killAfter: int.MaxValue);

        var answered = Ids(lines, "answered ");
        var asked = Ids(lines, "asked ");
        var kept = asked.Where(id => file.Posts(id) == 1).ToHashSet();
        Assert.NotEmpty(kept.Except(answered)); // committed, never answered
        Assert.Empty(answered.Except(kept));

        await file.Writer.StartAsync(Stop);
        foreach (var id in asked.Except(answered))
        {
            await file.Writer.RunAsync(writes => TestFile.Post(writes, id), Stop);
        }

        Assert.All(asked, id => Assert.Equal(1, file.Posts(id)));
        Assert.Equal("ok", file.Ask<string>("PRAGMA integrity_check"));
    }

    private static async Task<List<string>> ReadAsync(Process child, int killAfter)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var lines = new List<string>();
        try
        {
            while (await child.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (lines.Count == killAfter)
                {
                    child.Kill(); // SIGKILL; what it had said until then is still read
                }
            }

            await child.WaitForExitAsync(patience.Token);
            return lines;
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill();
            }
        }
    }

    /// <summary>The ids of whole lines; the last may have been cut by the kill.</summary>
    private static HashSet<string> Ids(List<string> lines, string start) =>
        [.. lines.Where(line => line.StartsWith(start, StringComparison.Ordinal) && line.Length == start.Length + 32)
            .Select(line => line[start.Length..])];
}
