using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Connections;

namespace WorkshopHub.Tests.Activities.Connections;

public sealed class CountedConnectionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_days_after_the_closing_are_over_only_the_same_counts_are_left()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        string[] asked = ["Alma Tamm", "Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar", "Fay Novak"];
        var activity = await site.Writer.RunAsync(writes =>
        {
            var id = writes.Insert(
                """
                INSERT INTO activity (workshop_id, kind, title, name_mode, reveal, state, created_at, changed_at)
                VALUES (@Workshop, 'connections', 'Whom do I know', 'Private', 'AfterClose', 'Closed', @Now, @Now)
                """, new { world.Workshop, writes.Now });
            foreach (var (from, index) in asked.Select((name, index) => (name, index)))
            {
                writes.Execute(
                    "INSERT INTO connection (activity_id, from_id, to_id, strength) VALUES (@id, @from, @to, @strength)",
                    new { id, from = world[from], to = world["Gita Rao"], strength = 1 + (index % 3) });
            }

            return id;
        });
        var before = await ReadAsync();
        Assert.Equal((6, 6, 4, 2), (before.Answered, before.Known, before.Talked, before.Ring));
        Assert.NotEmpty(before.Dots);
        await site.Writer.RunAsync(writes =>
        {
            new CountedConnections().OnClosing(writes, world.Programme);
            return true;
        });
        Assert.Equal(0, await site.OneAsync<long>("SELECT count(*) FROM connection"));
        var after = await ReadAsync();
        Assert.Equal(
            (before.Answered, before.Possible, before.Known, before.Talked, before.Ring, before.Percent),
            (after.Answered, after.Possible, after.Known, after.Talked, after.Ring, after.Percent));
        Assert.Null(after.Picture);

        async Task<Network> ReadAsync() => (await site.Db.ReadAsync(
            reads => ConnectionsView.Read(reads, Activity.Find(reads, activity)! with { Act = null }), Stop)).Now!;
    }
}
