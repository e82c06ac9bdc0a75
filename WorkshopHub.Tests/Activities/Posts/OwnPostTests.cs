using System.Net;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>What authors see of their own posts, and what others hear of it.</summary>
public sealed class OwnPostTests : IAsyncDisposable
{
    private readonly LiveRoom _room = LiveRoom.Open();
    private readonly string _id = Tokens.New();

    private World World => _room.World;

    private Site Site => _room.Site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData(true, "Live", "<li>On the wall</li>")]
    [InlineData(false, "Live", "</svg>In the room")]
    [InlineData(true, "AfterClose", "<li>On the wall at the end</li>")]
    [InlineData(false, "AfterClose", "<li>In the room at the end</li>")]
    public async Task Where_no_wall_is_paired_a_post_gets_into_the_room_and_no_wall_is_promised(bool paired, string reveal, string words)
    {
        if (!paired)
        {
            await Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET unpaired_at = @Now", new { w.Now }), Stop);
        }

        await PlainPhone.OpenAsync(World, Site, change: $"UPDATE activity SET reveal = '{reveal}' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        await alma.PostAsync("The porters knew.", _id);
        var feed = await alma.FeedAsync();
        Assert.Contains(words, feed, StringComparison.Ordinal);
        Assert.Equal(paired, (feed + await alma.Client.GetStringAsync($"/w/{World.Workshop}", Stop)).Contains("On the wall", StringComparison.Ordinal));
    }

    [Fact]
    public async Task This_helps_us_is_told_to_the_feed_and_the_author_only_and_many_are_told_at_once()
    {
        await PlainPhone.OpenAsync(World, Site);
        using var bo = await PlainPhone.JoinAsync(World, Site, "Bo Lind");
        var guest = await _room.JoinAsync();
        var author = await _room.ConnectAsync(guest.Cookie);
        await author.WatchAsync("phone", World.Workshop);
        var wall = await _room.WatchWallAsync();
        await Site.Writer.RunAsync(
            w => w.Execute(
                """
                INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
                VALUES (@_id, @activity, @Id, @set, 'Learning', 'Ask the porters', @Now, 'Shown', @Now)
                """,
                new { _id, activity = World.Activities[0], guest.Id, set = World.Sets[0].Id, w.Now }),
            Stop);

        for (var press = 0; press < 3; press++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await bo.PressAsync(_id, "heart")).StatusCode);
        }

        _room.Wire.Changed(LiveRoom.Piece(9, () => 9, calm: true), _room.Wall);
        await author.UntilAsync(push => push.Puts?.Any(put => put.Id == $"own-{_id}" && put.Html.Contains("It helps 1 person", StringComparison.Ordinal)) == true);
        var heard = await wall.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-9") == true);
        Assert.Equal(["num-1-9"], heard.SelectMany(push => push.Puts ?? []).Select(put => put.Id).Where(id => !id.StartsWith("wall-here", StringComparison.Ordinal) && id != "wall-roles"));

        // Each piece waits for its like: announced many times, it is one push.
        for (var press = 0; press < 20; press++)
        {
            _room.Get<PostsLive>().Helped(new PostPlace(World.Workshop, World.Activities[0], _id, World.Sets[0].Id, guest.Id, false));
        }

        _room.Wire.Changed(LiveRoom.Piece(8, () => 8, calm: true), Channels.Participant(guest.Id));
        var told = await author.UntilAsync(push => push.Puts?.Any(put => put.Id == "num-1-8") == true);
        Assert.InRange(told.SelectMany(push => push.Puts ?? []).Count(put => put.Id == $"own-{_id}"), 0, 2);
    }

    [Fact]
    public async Task Whoever_sent_other_words_under_the_same_id_is_told_so_and_may_send_them_anew()
    {
        await PlainPhone.OpenAsync(World, Site);
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        await alma.PostAsync("First words", _id);
        using var answer = await alma.PostAsync("Other words", _id);
        Assert.Equal((HttpStatusCode.Conflict, "Conflict"), (answer.StatusCode, answer.Headers.GetValues("X-Answered").Single()));

        // Without scripts the page comes back with the words and a fresh id.
        var home = $"/w/{World.Workshop}";
        var page = await (await alma.Client.PostFormAsync(
            home, home, ("activity", $"{World.Activities[0]}"), ("id", _id), ("kind", "Learning"), ("text", "Other words"))).Content.ReadAsStringAsync(Stop);
        Assert.Contains("Other words</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"id\" value=\"{_id}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_one_is_changed_too_also_when_the_room_has_moved_on()
    {
        await PlainPhone.OpenAsync(World, Site);
        using var alma = await PlainPhone.JoinAsync(World, Site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(World, Site, "Bo Lind");
        await alma.PostAsync("Mr Hollis said so", _id);
        await Site.Writer.RunAsync(w => PostsModeration.AskEdit(w, World.Workshop, _id, 1, null), Stop);
        await Site.Writer.RunAsync(
            w => w.Execute("UPDATE agenda_item SET state = 'Done'") + w.Execute("UPDATE activity SET state = 'Closed'"), Stop);
        await PlainPhone.OpenAsync(World, Site, item: 1);
        var address = $"/w/{World.Workshop}?edit={_id}";
        var page = await alma.Client.GetStringAsync(address, Stop);
        Assert.Contains("Mr Hollis said so</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mr Hollis", await bo.Client.GetStringAsync(address, Stop), StringComparison.Ordinal);
        (string, string)[] fields = [("activity", $"{World.Activities[0]}"), ("edit", _id), ("version", "2"), ("kind", "Learning")];
        using var wrong = await alma.Client.PostFormAsync(address, $"/w/{World.Workshop}", [.. fields, ("text", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Write something first.", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var saved = await alma.Client.PostFormAsync(address, $"/w/{World.Workshop}", [.. fields, ("text", "Somebody said so")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Somebody said so", (await alma.RowAsync(_id))!.Text);
    }
}
