using System.Globalization;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class StorageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_fills_in_mid_batch_keeps_nothing_of_it_and_tells_everybody()
    {
        await using var file = new TestFile();
        var limit = file.Ask<long>("PRAGMA page_count") + 8;
        file.Writer.Opened = connection => Run(connection, $"PRAGMA max_page_count={limit.ToString(CultureInfo.InvariantCulture)}");
        var batch = Enumerable.Range(0, 11)
            .Select(number => file.MarkAsync($"m{number}", number == 5 ? new string('x', 200_000) : ""))
            .Append(file.Writer.RunAsync<int>(_ => throw new InvalidOperationException("no"), Stop))
            .ToList();
        await file.Writer.StartAsync(Stop);

        foreach (var answer in batch)
        {
            await Assert.ThrowsAsync<StorageException>(() => answer);
        }

        Assert.Equal((0L, 0L), (file.Count("m%"), file.Ask<long>("SELECT number FROM revision")));

        limit += 100;
        await Task.WhenAll(Enumerable.Range(0, 11).Select(number => file.MarkAsync($"m{number}", new string('x', 10_000))));
        Assert.Equal((11L, "ok"), (file.Count("m%"), file.Ask<string>("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_disk_that_turns_read_only_keeps_nothing_says_so_and_is_written_again_when_it_can_be()
    {
        await using var file = new TestFile();
        var isReadOnly = true;
        file.Writer.Opened = connection => Run(connection, isReadOnly ? "PRAGMA query_only=ON" : "PRAGMA query_only=OFF");
        await file.Writer.StartAsync(Stop);

        await Assert.ThrowsAsync<StorageException>(() => file.MarkAsync("refused"));
        await Assert.ThrowsAsync<StorageException>(() => file.MarkAsync("refused too"));
        Assert.Equal(0L, file.Count("refused%"));

        isReadOnly = false;
        await file.MarkAsync("taken");
        Assert.Equal((1L, 0L), (file.Count("taken"), file.Count("refused%")));
    }

    [Fact]
    public async Task A_command_that_drops_the_whole_transaction_fails_the_batch_and_not_the_next()
    {
        await using var file = new TestFile();
        var batch = new List<Task<int>>
        {
            file.MarkAsync("first"),
            file.Writer.RunAsync(
                writes => writes.Execute("INSERT OR ROLLBACK INTO setting (name, value) VALUES ('first', '')"), Stop),
            file.MarkAsync("last"),
        };
        await file.Writer.StartAsync(Stop);

        foreach (var answer in batch)
        {
            await Assert.ThrowsAsync<StorageException>(() => answer);
        }

        Assert.Equal((0L, 0L), (file.Count("first"), file.Count("last")));
        await file.MarkAsync("next");
        Assert.Equal(1, file.Count("next"));
    }

    [Fact]
    public async Task A_commit_that_fails_fails_the_batch_and_not_the_next()
    {
        await using var file = new TestFile();
        var batch = new List<Task<int>>
        {
            file.MarkAsync("first"),
            file.Writer.RunAsync(
                writes => writes.Execute(
                    "PRAGMA defer_foreign_keys=ON; INSERT INTO org_unit (name, parent_id) VALUES ('Nowhere', 999)"),
                Stop),
        };
        await file.Writer.StartAsync(Stop);

        foreach (var answer in batch)
        {
            await Assert.ThrowsAsync<StorageException>(() => answer);
        }

        Assert.Equal(0, file.Count("first"));
        await file.MarkAsync("next");
        Assert.Equal(1, file.Count("next"));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_waited_for()
    {
        await using var file = await TestFile.WritingAsync();
        using var other = file.Open();
        Run(other, "BEGIN IMMEDIATE");
        var waiting = file.MarkAsync("waits");
        Assert.False(waiting.IsCompleted);
        Assert.Equal(0L, await file.Db.ReadAsync(reads => reads.Revision, Stop)); // reading doesn't wait

        Run(other, "COMMIT");

        await waiting;
        Assert.Equal(1, file.Count("waits"));
    }

    [Fact]
    public async Task A_file_that_another_program_keeps_is_given_up_for_now()
    {
        await using var file = await TestFile.WritingAsync(writer => writer.Patience = TimeSpan.FromSeconds(1));
        using var other = file.Open();
        Run(other, "BEGIN IMMEDIATE");

        await Assert.ThrowsAsync<StorageException>(() => file.MarkAsync("given up"));

        Run(other, "COMMIT");
        await file.MarkAsync("later");
        Assert.Equal((0L, 1L), (file.Count("given up"), file.Count("later")));
    }

    [Fact]
    public async Task Reading_cannot_write()
    {
        await using var file = await TestFile.WritingAsync();

        var problem = await Assert.ThrowsAsync<SqliteException>(
            () => file.Db.ReadAsync(reads => reads.Query<long>("INSERT INTO site (name) VALUES ('x') RETURNING id"), Stop));

        Assert.Equal(8, problem.SqliteErrorCode);
    }

    [Fact]
    public async Task One_read_sees_one_state_however_much_is_written_meanwhile()
    {
        await using var file = await TestFile.WritingAsync();
        await file.MarkAsync("m1");

        var (first, second, revision) = await file.Db.ReadAsync(
            reads =>
            {
                var before = reads.First<long>("SELECT count(*) FROM setting WHERE name LIKE 'm%'");
                var written = file.MarkAsync("m2");
                Assert.True(SpinWait.SpinUntil(() => written.IsCompletedSuccessfully, TimeSpan.FromSeconds(20)));
                return (before, reads.First<long>("SELECT count(*) FROM setting WHERE name LIKE 'm%'"), reads.Revision);
            },
            Stop);

        Assert.Equal((1, 1, 1), (first, second, revision));
        Assert.Equal(2, file.Count("m%"));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of the tests come here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
