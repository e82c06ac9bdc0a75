using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class WriterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writers_connection_keeps_what_it_says_and_deletes_what_it_deletes()
    {
        var pragmas = new Dictionary<string, object?>();
        await using var file = await TestFile.WritingAsync(writer => writer.Opened = connection =>
        {
            foreach (var name in "journal_mode synchronous foreign_keys secure_delete".Split(' '))
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of the tests come here
                command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
                pragmas[name] = command.ExecuteScalar();
            }
        });

        await file.MarkAsync("a");

        Assert.Equal("wal", pragmas["journal_mode"]);
        Assert.Equal(2L, pragmas["synchronous"]);
        Assert.Equal(1L, pragmas["foreign_keys"]);
        Assert.Equal(1L, pragmas["secure_delete"]);
    }

    [Fact]
    public async Task Whoever_is_answered_finds_the_row_over_another_connection()
    {
        await using var file = await TestFile.WritingAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Stop, async (number, _) =>
        {
            await file.MarkAsync($"m{number}");
            Assert.Equal(1, file.Count($"m{number}"));
        });
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit()
    {
        await using var file = new TestFile();
        var done = file.MarkAsync("done");
        var failed = file.Writer.RunAsync<int>(_ => throw new InvalidOperationException("no"), Stop);
        var sameBatch = file.Writer.RunAsync(_ => (done.IsCompleted, failed.IsCompleted, file.Count("done")), Stop);
        var committed = (true, true, 0L);
        file.Writer.Committed = () => committed = (done.IsCompleted, failed.IsCompleted, file.Count("done"));
        await file.Writer.StartAsync(Stop);

        Assert.Equal((false, false, 0L), await sameBatch);
        Assert.Equal((false, false, 1L), committed);
        await done;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
    }

    [Fact]
    public async Task A_failing_command_is_rolled_back_alone()
    {
        await using var file = new TestFile();
        var before = file.MarkAsync("before");
        var failing = file.Writer.RunAsync<int>(
            writes =>
            {
                TestFile.Mark(writes, "lost");
                throw new InvalidOperationException("no");
            },
            Stop);
        var after = file.MarkAsync("after");
        await file.Writer.StartAsync(Stop);

        await before;
        await after;
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal((1, 0, 1), (file.Count("before"), file.Count("lost"), file.Count("after")));
        Assert.Equal(1L, file.Ask<long>("SELECT number FROM revision"));
    }

    [Fact]
    public async Task The_revision_rises_once_for_each_batch_that_kept_something()
    {
        await using var file = new TestFile();
        var many = Enumerable.Range(0, 100).Select(number => file.MarkAsync($"m{number}")).ToList();
        await file.Writer.StartAsync(Stop);
        await Task.WhenAll(many);
        Assert.Equal(1L, await file.Db.ReadAsync(reads => reads.Revision, Stop));

        await Assert.ThrowsAsync<SqliteException>(() => file.MarkAsync("m1"));
        Assert.Equal(1L, await file.Db.ReadAsync(reads => reads.Revision, Stop));

        await file.MarkAsync("one more");
        Assert.Equal(2L, await file.Db.ReadAsync(reads => reads.Revision, Stop));
    }

    [Fact]
    public async Task A_full_queue_says_busy_at_once()
    {
        await using var file = new TestFile();
        var waiting = Enumerable.Range(0, Writer.Places).Select(number => file.MarkAsync($"m{number}")).ToList();

        await Assert.ThrowsAsync<BusyException>(() => file.MarkAsync("too many"));

        await file.Writer.StartAsync(Stop);
        await Task.WhenAll(waiting);
        Assert.Equal(Writer.Places, file.Count("m%"));
        Assert.InRange(file.Ask<long>("SELECT number FROM revision"), 2, 1 + (Writer.Places / Writer.BatchLimit) + 1);
    }

    [Fact]
    public async Task Stopping_finishes_what_waits_and_then_refuses()
    {
        await using var file = new TestFile();
        var waiting = Enumerable.Range(0, 1000).Select(number => file.MarkAsync($"m{number}")).ToList();
        await file.Writer.StartAsync(Stop);

        await file.Writer.StopAsync(Stop);

        await Task.WhenAll(waiting);
        Assert.Equal(1000, file.Count("m%"));
        await Assert.ThrowsAsync<BusyException>(() => file.MarkAsync("late"));
    }

    [Fact]
    public async Task A_command_that_was_cancelled_before_it_began_does_not_run()
    {
        await using var file = new TestFile();
        using var leaving = new CancellationTokenSource();
        var cancelled = file.Writer.RunAsync(writes => TestFile.Mark(writes, "cancelled"), leaving.Token);
        var kept = file.MarkAsync("kept");
        await leaving.CancelAsync();
        await file.Writer.StartAsync(Stop);

        await kept;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal((0, 1), (file.Count("cancelled"), file.Count("kept")));
    }

    [Fact]
    public async Task A_writer_that_breaks_tells_those_who_wait()
    {
        await using var file = new TestFile();
        file.Writer.Committed = () => throw new InvalidOperationException("broken");
        var waiting = Enumerable.Range(0, Writer.BatchLimit + 1).Select(number => file.MarkAsync($"m{number}")).ToList();
        await file.Writer.StartAsync(Stop);

        foreach (var answer in waiting)
        {
            await Assert.ThrowsAsync<StorageException>(() => answer.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        }

        await Assert.ThrowsAsync<BusyException>(() => file.MarkAsync("after"));
    }

    [Fact]
    public async Task A_command_cannot_be_asynchronous()
    {
        await using var file = new TestFile();

        await Assert.ThrowsAsync<ArgumentException>(
            () => file.Writer.RunAsync(async writes => await Task.FromResult(writes.Now), Stop));
    }
}
