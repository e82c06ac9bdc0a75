using WorkshopHub.Tests.Live;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Activities.Posts;

public sealed class PostsLiveTests : IAsyncLifetime
{
    private const string Words = "Only the room may read this";
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData("Shown", "Live", true)]
    [InlineData("Waiting", "Live", false)]
    [InlineData("Late", "Live", false)]
    [InlineData("Hidden", "Live", false)]
    [InlineData("Deleted", "Live", false)]
    [InlineData("Shown", "AfterClose", false)]
    [InlineData("Shown", "Never", false)]
    public async Task A_push_brings_walls_and_other_phones_what_the_room_may_see_and_nothing_else(
        string state, string reveal, bool shows)
    {
        await PlainPhone.OpenAsync(_room.World, _room.Site, change: $"UPDATE activity SET reveal = '{reveal}' WHERE id = @id");
        var (wall, phone) = (await _room.WatchWallAsync(), await _room.WatchPhoneAsync());
        var id = await _room.Site.PostAsync(_room.World, "Alma Tamm", Words, state: state);
        var post = await _room.Site.Db.ReadAsync(reads => PostQueries.One(reads, id), TestContext.Current.CancellationToken);

        _room.Get<PostsLive>().Changed(PostPlace.Of(post!));
        _room.Wire.Changed(LiveRoom.Piece(9, () => 9), _room.Wall, Channels.Set(_room.World.Workshop, _room.World.Sets[0].Id));

        foreach (var (listener, element) in new[] { (wall, $"wall-{id}"), (phone, $"post-{id}") })
        {
            var heard = await listener.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-9") == true);
            var puts = heard.SelectMany(push => push.Puts ?? []).ToList();
            Assert.Equal(shows, puts.Any(put => put.Html.Contains(Words, StringComparison.Ordinal)));
            Assert.Equal(shows, puts.Any(put => put.Id == element));
            Assert.Equal(!shows, heard.SelectMany(push => push.Gones ?? []).Any(gone => gone.Id == element));
        }
    }

    [Fact]
    public async Task A_change_of_a_post_of_an_earlier_activity_is_told_where_the_post_stands()
    {
        var (world, site) = (_room.World, _room.Site);
        await PlainPhone.OpenAsync(world, site);
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        var id = Web.Accounts.Tokens.New();
        await alma.PostAsync("First words", id);
        await site.Writer.RunAsync(
            writes => writes.Execute("UPDATE post SET edit_asked = 1 WHERE id = @id", new { id }), TestContext.Current.CancellationToken);
        await PlainPhone.OpenAsync(world, site, item: 2);
        var wall = await _room.WatchWallAsync();
        await alma.PostAsync("Better words", item: 2, more: [("edit", id), ("version", "1")]);
        var column = $"num-{world.Activities[0]}-{world.Sets[0].Id}";
        var heard = await wall.UntilAsync(push => push.Puts?.Any(put => put.Id == column) == true);
        Assert.DoesNotContain(heard.SelectMany(push => push.Puts ?? []), put => put.Id.EndsWith($"-{world.Activities[2]}", StringComparison.Ordinal));
    }
}
