using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Live;

/// <summary>What a screen may not read, and what nobody can read, stops nothing else.</summary>
public sealed class UnreadableTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_piece_that_cannot_be_read_its_readers_get_all_anew_and_the_next_piece_comes()
    {
        await using var room = LiveRoom.Open();
        var wall = await room.ConnectAsync((await room.PairAsync()).Cookie);
        await wall.WatchAsync("wall", room.World.Workshop);
        room.Wire.Changed(LiveRoom.Piece(1, () => 1, onRead: () => throw new InvalidOperationException("The row is gone.")), room.Wall);
        await wall.UntilAsync(push => push.Reread == true);
        room.Wire.Changed(LiveRoom.Piece(2, () => 2), room.Wall);
        await wall.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-2") == true);
    }

    [Fact]
    public async Task After_a_moment_in_which_the_file_cannot_be_read_the_next_piece_comes()
    {
        await using var room = LiveRoom.Open();
        var wall = await room.ConnectAsync((await room.PairAsync()).Cookie);
        await wall.WatchAsync("wall", room.World.Workshop);
        room.Site.Db.Opened = _ => throw new InvalidOperationException("The disk is away.");
        room.Wire.Changed(LiveRoom.Piece(1, () => 1), room.Wall);
        await wall.UntilAsync(push => push.Reread == true);
        room.Site.Db.Opened = null;
        room.Wire.Changed(LiveRoom.Piece(2, () => 2), room.Wall);
        await wall.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-2") == true);
    }

    [Fact]
    public async Task A_wall_hears_nothing_of_posts_of_another_workshop()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.BeginAsync(world);
        var own = await site.PostAsync(world, "Alma Tamm", "Said here");
        var other = await site.PostAsync(world, "Bo Lind", "Said elsewhere");
        await site.SetAsync(
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at)
            SELECT programme_id, 'MidTerm', 'Mid-term', date, 'Planned', created_at, changed_at FROM workshop;
            INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) SELECT max(id), 'posts', 'Elsewhere', date, date FROM workshop;
            UPDATE post SET activity_id = (SELECT max(id) FROM activity) WHERE id = @other
            """, new { other });
        using var wall = Clients.New(site.Url, Viewers.ScreenCookie, world.Screens[0]);
        var standing = await wall.GetStringAsync($"/wall/standing?posts={own}.{other}", Stop);
        Assert.Contains(own, standing, StringComparison.Ordinal);
        Assert.DoesNotContain(other, standing, StringComparison.Ordinal);
    }
}
