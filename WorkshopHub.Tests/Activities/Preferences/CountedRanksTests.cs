using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;

namespace WorkshopHub.Tests.Activities.Preferences;

public sealed class CountedRanksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_days_after_the_closing_are_over_the_matrix_is_the_same_and_nobody_stands_in_it()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        var activity = await site.Writer.RunAsync(writes =>
        {
            string[] titles = ["Holes", "Keys", "Queues"];
            var problems = titles.Select((title, index) => writes.Insert(
                """
                INSERT INTO problem (programme_id, position, title, state, created_at, changed_at) VALUES (@Programme, @position, @title, 'Offered', @Now, @Now)
                """, new { world.Programme, position = index + 1, title, writes.Now })).ToList();
            writes.Execute("UPDATE membership SET set_id = @set WHERE person_id IN (@cecil, @dora)", new { set = world.Sets[0].Id, cecil = world["Cecil Hart"], dora = world["Dora Voss"] });
            var id = writes.Insert(
                """
                INSERT INTO activity (workshop_id, kind, title, name_mode, reveal, state, created_at, changed_at)
                VALUES (@Workshop, 'preference', 'Which problem', 'Private', 'AfterClose', 'Closed', @Now, @Now)
                """, new { world.Workshop, writes.Now });
            foreach (var (name, order) in new[] { ("Alma Tamm", "012"), ("Bo Lind", "021"), ("Cecil Hart", "120"), ("Dora Voss", "01"), ("Emil Saar", "210"), ("Gita Rao", "102"), ("Ines Prado", "201") })
            {
                foreach (var (sign, index) in order.Select((sign, index) => (sign, index)))
                {
                    writes.Execute(
                        "INSERT INTO preference_rank (activity_id, person_id, rank, problem_id, why) VALUES (@id, @person, @rank, @problem, 'Mine')",
                        new { id, person = world[name], rank = index + 1, problem = problems[sign - '0'] });
                }
            }

            return id;
        });
        var before = await ReadAsync();
        Assert.Equal((4, 7), (before.Rows.Single().People, before.People));
        await site.Writer.RunAsync(writes =>
        {
            new CountedRanks().OnClosing(writes, world.Programme);
            return true;
        });
        Assert.Equal(0, await site.OneAsync<long>("SELECT count(*) FROM preference_rank"));
        var after = await ReadAsync();
        Assert.Equal(before.People, after.People);
        Assert.Equal(before.Foot, after.Foot);
        Assert.Equal(before.Rows.Single().People, after.Rows.Single().People);
        Assert.Equal(before.Rows.Single().Cells, after.Rows.Single().Cells);
        Assert.Equal(7, await site.Db.ReadAsync(reads => RankRow.Count(reads, activity), Stop));

        async Task<Matrix> ReadAsync() => Matrix.Of(await site.Db.ReadAsync(reads => Choosing.Read(reads, Activity.Find(reads, activity)!), Stop));
    }
}
