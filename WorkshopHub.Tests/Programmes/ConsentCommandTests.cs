using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Tests.Programmes;

/// <summary>
/// The commands ask themselves whose act it is: between a page's look and its press somebody may have become another one's
/// supervisor, or have left.
/// </summary>
public sealed class ConsentCommandTests
{
    [Fact]
    public async Task An_act_of_one_person_is_of_no_use_to_another_also_when_it_comes_by_a_page_that_was_theirs_a_moment_ago()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var membership = long.Parse((await site.MembershipAsync(world, "Alma Tamm")).Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var (alma, bo, uma, viktor) = (world["Alma Tamm"], world["Bo Lind"], world["Uma Supervisor"], world["Viktor Supervisor"]);
        await site.Writer.RunAsync(writes =>
        {
            long Version() => writes.First<long>("SELECT version FROM membership WHERE id = @membership", new { membership });
            Assert.False(ConsentCommands.Accept(writes, membership, Version(), bo, "Not mine to say"));
            Assert.False(ConsentCommands.Decline(writes, membership, Version(), bo, "Not mine to say"));
            Assert.True(ConsentCommands.Accept(writes, membership, Version(), alma, "Say it openly"));
            Assert.False(ConsentCommands.ConfirmTime(writes, membership, Version(), viktor, 25));
            Assert.False(ConsentCommands.RefuseTime(writes, membership, Version(), viktor, "Not mine to say"));
            Assert.True(ConsentCommands.ConfirmTime(writes, membership, Version(), uma, 25));
            Assert.False(ConsentCommands.ConfirmTime(writes, membership, Version() - 1, uma, 30));
            Assert.True(ConsentCommands.Decline(writes, membership, Version(), alma, "A new post"));
            Assert.False(ConsentCommands.ConfirmTime(writes, membership, Version(), uma, 25));
            return true;
        });
        Assert.Equal("accept,confirm-time,decline", await site.OneAsync<string>("SELECT group_concat(act) FROM (SELECT act FROM audit WHERE thing = 'membership' ORDER BY id)"));
    }
}
