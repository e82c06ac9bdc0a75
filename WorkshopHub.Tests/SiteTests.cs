namespace WorkshopHub.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task The_program_runs_on_a_file_of_its_own_and_answers_by_its_name()
    {
        var (world, site) = World.Start();
        await using (site)
        {
            using var client = site.NewClient();
            Assert.Equal("Healthy", await client.GetStringAsync("/health", TestContext.Current.CancellationToken));
            Assert.Equal(world.File, site.Services.GetService(typeof(Web.Data.DataFile)) is Web.Data.DataFile file ? file.Path : "");
            Assert.Equal(6, await site.Db.ReadAsync(
                reads => reads.First<long>("SELECT count(*) FROM sets"), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_program_that_has_ended_is_let_go_of_by_everything()
    {
        var ended = await EndedAsync();
        var waits = TimeProvider.System.GetTimestamp();
        while (ended.All(one => one.IsAlive) && TimeProvider.System.GetElapsedTime(waits) < TimeSpan.FromSeconds(20))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        // The last one may still be held by what is just being torn down.
        Assert.Contains(ended, one => !one.IsAlive);
    }

    private static async Task<List<WeakReference>> EndedAsync()
    {
        var ended = new List<WeakReference>();
        for (var run = 0; run < 3; run++)
        {
            var (_, site) = World.Start();
            using (var client = site.NewClient())
            {
                await client.GetStringAsync("/signin", TestContext.Current.CancellationToken);
            }

            ended.Add(new WeakReference(site.Services));
            await site.DisposeAsync();
        }

        return ended;
    }

    [Fact]
    public async Task The_program_as_a_process_comes_back_at_the_same_address_after_a_power_cut()
    {
        await using var server = new ServerProcess(World.Plant().File);
        await server.StartAsync();
        var before = server.Url;
        await server.KillAsync();
        await server.StartAsync();
        Assert.Equal(before, server.Url);
    }
}
