using System.Net;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Posts that bear no name: only the phone that holds the secret knows them again.</summary>
public sealed class AnonymousPostsTests : IAsyncDisposable
{
    private const string Anonymous = "UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id";
    private readonly LiveRoom _room = LiveRoom.Open();
    private readonly string _id = Tokens.New();
    private readonly string _secret = Tokens.New();

    private World World => _room.World;

    private Site Site => _room.Site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Its_phone_gets_the_form_that_changes_it_and_no_other_phone_does()
    {
        await PlainPhone.OpenAsync(World, Site, change: Anonymous);
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(World, Site, "Bo Lind");
        await alma.PostAsync("I am afraid to ask.", _id, secret: _secret);

        var form = await TextAsync(await alma.AskAsync("change", ("edit", _id), ("secret", _secret)));
        Assert.Contains("I am afraid to ask.", form, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"1\"", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.AskAsync("change", ("edit", _id), ("secret", Tokens.New()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await alma.AskAsync("change", ("edit", _id))).StatusCode);

        var saved = await alma.PostAsync("I was afraid to ask.", more: [("edit", _id), ("version", "1"), ("secret", _secret)]);
        Assert.Contains("I was afraid to ask.", await TextAsync(saved), StringComparison.Ordinal);
        Assert.Contains("I was afraid to ask.", await bo.FeedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on the wall", false, "On the wall")]
    [InlineData("hidden", true, "It names a private person.")]
    [InlineData("to be written anew", true, "Please write it anew.")]
    public async Task What_became_of_it_reaches_its_phone_also_when_the_room_has_moved_on(string what, bool later, string words)
    {
        await PlainPhone.OpenAsync(World, Site, change: Anonymous);
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        await alma.PostAsync("I am afraid to ask.", _id, secret: _secret);
        if (later)
        {
            await Site.Writer.RunAsync(
                w => w.Execute("UPDATE agenda_item SET state = 'Done'") + w.Execute("UPDATE activity SET state = 'Closed'"), Stop);
            await PlainPhone.OpenAsync(World, Site, item: 2);
        }

        var everybody = await _room.WatchPhoneAsync(set: 3);
        await Site.Writer.RunAsync(
            w => what switch
            {
                "hidden" => PostsModeration.Hide(w, World.Workshop, _id, 1, null)
                    && PostsModeration.SayWhy(w, World.Workshop, _id, 2, null, PostsModeration.Reasons[0]),
                "on the wall" => PostsModeration.ShownOnWall(w, World.Workshop, [_id]).Count == 1,
                _ => PostsModeration.AskEdit(w, World.Workshop, _id, 1, null),
            },
            Stop);
        _room.Get<PostsLive>().OwnChanged(PostPlace.Of((await Site.Db.ReadAsync(reads => PostQueries.One(reads, _id), Stop))!));

        // The room is told that something of this post went by, and nothing of what.
        await everybody.UntilAsync(push => push.Gones?.Any(gone => gone.Id == $"held-{_id}") == true);
        var held = await alma.AskAsync("held", ("secrets", $"{Tokens.New()} {_secret}"));
        Assert.True(held.Headers.Contains("X-Rev"));
        var own = await TextAsync(held);
        Assert.Contains($"id=\"own-{_id}\"", own, StringComparison.Ordinal);
        Assert.Contains(words, own, StringComparison.Ordinal);
        Assert.Equal(what != "hidden", own.Contains("data-edit", StringComparison.Ordinal));
        Assert.Equal("", await TextAsync(await alma.AskAsync("held", ("secrets", Tokens.New()))));
    }

    [Fact]
    public async Task Taken_back_it_may_be_written_anew_where_a_number_is_set_and_nothing_joins_it_to_its_author()
    {
        await PlainPhone.OpenAsync(
            World, Site, change: """UPDATE activity SET name_mode = 'Anonymous', settings = '{"Limit":1}' WHERE id = @id""");
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        await alma.PostAsync("First", _id, secret: _secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await alma.PostAsync("Second", secret: Tokens.New())).StatusCode);
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await alma.PressAsync(_id, "delete", _secret)).StatusCode);
        }

        Assert.Equal(0, await MarksAsync());
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Second", secret: Tokens.New())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await alma.PostAsync("Third", secret: Tokens.New())).StatusCode);
        Assert.Equal(1, await MarksAsync());
        Assert.Null((await alma.RowAsync(_id))!.ParticipantId);
    }

    [Fact]
    public async Task Without_scripts_it_is_taken_once_and_the_page_says_that_it_stays()
    {
        await PlainPhone.OpenAsync(World, Site, change: Anonymous);
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(World, Site, "Bo Lind");
        var home = $"/w/{World.Workshop}";
        Assert.Contains("nobody can change or take back what you post here", await alma.Client.GetStringAsync(home, Stop), StringComparison.Ordinal);
        for (var press = 0; press < 2; press++)
        {
            var answer = await alma.Client.PostFormAsync(
                home, home, ("activity", $"{World.Activities[0]}"), ("id", _id), ("kind", "Learning"), ("text", "Nobody knows."));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Contains("Nobody knows.", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await MarksAsync());
        Assert.Null((await alma.RowAsync(_id))!.SecretHash);

        // Its id stands on every phone of the room, so it must not be the key to it.
        foreach (var secret in new[] { _id, "", Tokens.New() })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await bo.PressAsync(_id, "delete", secret)).StatusCode);
        }
    }

    private Task<long> MarksAsync() => Site.Db.ReadAsync(reads => reads.First<long>("SELECT ifnull(sum(times), 0) FROM answered"), Stop);

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
