namespace WorkshopHub.Tests.Data;

public sealed class OnceTests
{
    [Fact]
    public async Task A_snapshot_reads_a_thing_once_and_a_command_reads_it_each_time()
    {
        var (_, site) = World.Start();
        await using (site)
        {
            var reads = 0;
            await site.Db.ReadAsync(r => r.Once("thing", () => ++reads) + r.Once("thing", () => ++reads) + r.Once("other", () => ++reads));
            Assert.Equal(2, reads);
            await site.Writer.RunAsync(w => w.Once("thing", () => ++reads) + w.Once("thing", () => ++reads));
            Assert.Equal(4, reads);
        }
    }
}
