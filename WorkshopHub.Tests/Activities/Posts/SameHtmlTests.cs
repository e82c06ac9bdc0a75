using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>One partial per thing: whichever way it comes onto a screen, it is the same.</summary>
public sealed class SameHtmlTests : IAsyncDisposable
{
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_the_same_by_page_answer_push_and_catching_up_on_wall_feed_own_phone_and_desk()
    {
        var (world, site) = (_room.World, _room.Site);
        await PlainPhone.OpenAsync(world, site);
        var (first, second) = (await _room.JoinAsync(), await _room.JoinAsync());
        using var alma = PhoneOf(first.Cookie);
        using var bo = PhoneOf(second.Cookie);
        using var mari = site.NewClient();
        using var signedIn = await mari.PostFormAsync(
            "/signin", "/signin", ("Email", World.Mail("Mari Kask")), ("Password", World.Password));
        var desk = string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var wall = Clients.New(site.Url, Viewers.ScreenCookie, world.Screens[0]);
        var id = Tokens.New();
        var answer = await (await alma.PostAsync("Dora Voss said “yes” & <no>", id)).Content.ReadAsStringAsync(Stop);

        var listeners = new[]
        {
            await ListenAsync("wall", $"{Viewers.ScreenCookie}={world.Screens[0]}"), await ListenAsync("phone", second.Cookie),
            await ListenAsync("phone", first.Cookie), await ListenAsync("control", desk),
        };
        _room.Get<PostsLive>().Changed(PostPlace.Of((await site.Db.ReadAsync(reads => PostQueries.One(reads, id), Stop))!));

        var (phone, control) = ($"/w/{world.Workshop}", $"/w/{world.Workshop}/control");
        (string Element, Listener Listener, HttpClient Client, string Page, string Again, string? Answer)[] ways =
        [
            ($"wall-{id}", listeners[0], wall, "/wall", "/wall/stage", null),
            ($"post-{id}", listeners[1], bo.Client, phone, $"{phone}?handler=feed", null),
            ($"own-{id}", listeners[2], alma.Client, phone, $"{phone}?handler=feed", answer),
            ($"queue-Shown-{id}", listeners[3], mari, $"{control}?tab=Shown", $"{control}?handler=part&part=queue&tab=Shown", null),
        ];
        foreach (var way in ways)
        {
            var pushed = (await way.Listener.UntilAsync(push => push.Puts?.Any(put => put.Id == way.Element) == true))
                .SelectMany(push => push.Puts ?? []).Last(put => put.Id == way.Element).Html;
            var page = Element.Of(await way.Client.GetStringAsync(way.Page, Stop), way.Element);
            Assert.Contains("Dora Voss said “yes” &amp; &lt;no&gt;", page, StringComparison.Ordinal);
            Assert.Equal(page, Element.Of(pushed, way.Element));
            Assert.Equal(page, Element.Of(await way.Client.GetStringAsync(way.Again, Stop), way.Element));
            Assert.Equal(page, way.Answer is null ? page : Element.Of(way.Answer, way.Element));
        }
    }

    private PlainPhone PhoneOf(string cookie) =>
        new(_room.World, _room.Site, Clients.New(_room.Site.Url, Viewers.SeatCookie, cookie.Split('=', 2)[1]));

    private async Task<Listener> ListenAsync(string view, string cookie)
    {
        var listener = await _room.ConnectAsync(cookie);
        await listener.WatchAsync(view, _room.World.Workshop);
        return listener;
    }
}
