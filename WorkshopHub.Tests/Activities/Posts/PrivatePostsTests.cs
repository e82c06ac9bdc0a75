using WorkshopHub.Tests.Live;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Posts that were promised to stay with their author, from a time when an activity of posts could be private.</summary>
public sealed class PrivatePostsTests : IAsyncDisposable
{
    private const string Words = "Only I may read this";
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Posts_are_named_of_a_set_or_anonymous_and_never_private() =>
        Assert.Equal([NameMode.Named, NameMode.SetOnly, NameMode.Anonymous], _room.Get<ActivityKinds>().All.Single(kind => kind.Name == "Posts").NameModes);

    [Theory]
    [InlineData("Named", true)]
    [InlineData("Private", false)]
    public async Task What_is_private_is_on_no_wall_no_other_phone_and_no_desk(string names, bool shows)
    {
        var (world, site) = (_room.World, _room.Site);
        await PlainPhone.OpenAsync(world, site, change: $"UPDATE activity SET name_mode = '{names}' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(world, site, "Bo Lind");
        var id = Tokens.New();
        await alma.PostAsync(Words, id);
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        Assert.Contains(Words, await alma.FeedAsync(), StringComparison.Ordinal);

        var seen = new Dictionary<string, string> { ["the set’s feed"] = await bo.FeedAsync() };
        foreach (var layout in new[] { "Follow", "Columns", "Mosaic", "Spotlight" })
        {
            await site.Writer.RunAsync(w => w.Execute("UPDATE screen SET layout = @layout, post_id = @id", new { layout, id }), Stop);
            using var wall = Clients.New(site.Url, Viewers.ScreenCookie, world.Screens[0]);
            seen[layout] = await wall.GetStringAsync("/wall", Stop);
        }

        seen["the control room"] = await mari.GetStringAsync($"/w/{world.Workshop}/control?tab=Shown", Stop);
        seen["the summary"] = await mari.GetStringAsync($"/workshops/{world.Workshop}/summary", Stop);
        Assert.All(seen, page => Assert.Equal(shows, page.Value.Contains(Words, StringComparison.Ordinal)));
        var (card, spot) = await site.Db.ReadAsync(
            reads => (PostQueries.One(reads, id)!, SpotPost.Find(reads, world.Workshop, id)), Stop);
        Assert.Equal((shows, shows), (card.IsPublic, spot is not null));

        var (wire, phone) = (await _room.WatchWallAsync(), await _room.WatchPhoneAsync());
        _room.Get<PostsLive>().Changed(PostPlace.Of(card));
        _room.Wire.Changed(LiveRoom.Piece(9, () => 9), _room.Wall, Channels.Set(world.Workshop, world.Sets[0].Id));
        foreach (var listener in new[] { wire, phone })
        {
            var heard = await listener.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-9") == true);
            Assert.Equal(shows, heard.SelectMany(push => push.Puts ?? []).Any(put => put.Html.Contains(Words, StringComparison.Ordinal)));
        }
    }
}
