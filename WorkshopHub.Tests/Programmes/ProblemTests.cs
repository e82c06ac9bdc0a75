using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

public sealed class ProblemTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_set_takes_a_problem_on_that_no_other_set_has_and_it_can_be_taken_back()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var (first, second) = (world.Sets[0].Id, world.Sets[1].Id);
        var (holes, alarms) = await site.Writer.RunAsync(writes => (Offer(writes, world, "Holes"), Offer(writes, world, "Alarms")));
        await site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, first, holes, "Lower mean rank.", null));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(
            writes => ProblemCommands.Choose(writes, second, holes, "We too.", null)));
        Assert.Contains("Circle has this problem", refused.Message, StringComparison.Ordinal);
        var before = await site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, first, alarms, "Changed their mind.", null));
        Assert.Equal(holes, before);
        Assert.Equal([(holes, "Offered"), (alarms, "Chosen")], await StatesAsync());
        await site.Writer.RunAsync(writes =>
        {
            ProblemCommands.TakeBack(writes, first, alarms, before, null);
            return true;
        });
        Assert.Equal([(holes, "Chosen"), (alarms, "Offered")], await StatesAsync());

        // What the sponsor has taken back, or another programme offers, no set takes on.
        Assert.True(await site.Writer.RunAsync(writes => ProblemCommands.Withdraw(writes, world.Programme, alarms, 2, null)));
        var gone = await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, second, alarms, "We too.", null)));
        Assert.Contains("not on offer", gone.Message, StringComparison.Ordinal);
        await site.SetAsync("INSERT INTO programme (name, format, created_at, changed_at) SELECT 'Next', format, created_at, changed_at FROM programme");
        await site.SetAsync("UPDATE problem SET programme_id = (SELECT max(id) FROM programme), state = 'Offered' WHERE id = @alarms", new { alarms });
        await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, second, alarms, "We too.", null)));

        async Task<List<(long, string)>> StatesAsync() => [.. (await site.Db.ReadAsync(
            reads => ProblemRow.Of(reads, world.Programme), Stop)).Select(one => (one.Id, one.State))];
    }

    private static long Offer(Writes writes, World world, string title)
    {
        var id = ProblemCommands.Add(writes, world.Programme, new ProblemDetails
        {
            Title = title,
            WhyItMatters = "It costs.",
            ClientId = world["Clio Client"],
            NoClearExpertise = true,
            NoClearExpertiseNote = "Each has a part.",
            NoKnownAnswer = true,
            NoKnownAnswerNote = "Nobody has done it.",
        }, null);
        Assert.True(ProblemCommands.Offer(writes, world.Programme, id, 1, null));
        return id;
    }
}
