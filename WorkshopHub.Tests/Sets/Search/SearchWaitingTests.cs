using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Search;

/// <summary>What a room posts waits to be taken up by the next who searches: then it is found, and only what is still said.</summary>
public sealed class SearchWaitingTests : SearchRoom
{
    private readonly (string Stays, string Hidden, string Changed, string Gone) _posts = (Tokens.New(), Tokens.New(), Tokens.New(), Tokens.New());

    [Fact]
    public async Task A_post_is_found_by_the_next_who_searches_and_what_was_hidden_changed_or_taken_back_before_is_not()
    {
        await PlainPhone.OpenAsync(There.World, There.Site);
        using var phone = await PlainPhone.JoinAsync(There.World, There.Site, "Gita Rao");
        foreach (var (id, text) in new[]
        {
            (_posts.Stays, "The culvert was full of leaves"), (_posts.Hidden, "Mr Hollis broke the culvert"), (_posts.Changed, "A culvert by Mr Hollis"),
            (_posts.Gone, "No culvert anywhere"),
        })
        {
            using var sent = await phone.PostAsync(text, id);
            Assert.True(sent.IsSuccessStatusCode, $"{(int)sent.StatusCode}");
        }

        Assert.Equal((4, 0), (await WaitingAsync(), await TakenAsync()));
        await PressAsync($"hide/{_posts.Hidden}/1");
        using var anew = await phone.PostAsync("A bridge, and no name", more: [("edit", _posts.Changed), ("version", "1")]);
        using var back = await phone.PressAsync(_posts.Gone, "delete");
        Assert.Equal((true, HttpStatusCode.NoContent), (anew.IsSuccessStatusCode, back.StatusCode));
        Assert.Equal((1, 0, 1), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Bo Lind", "hollis"), await CountAsync("Bo Lind", "bridge")));
        Assert.Equal((0, 2), (await WaitingAsync(), await TakenAsync()));

        await PressAsync($"unhide/{_posts.Hidden}/2");
        Assert.Equal((2, 1), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Bo Lind", "hollis")));
        await PressAsync($"hide/{_posts.Stays}/1");
        Assert.Equal(1, await CountAsync("Bo Lind", "culvert"));
        using var late = await phone.PostAsync("A second culvert, and dry", Tokens.New());
        Assert.Equal((2, 0), (await CountAsync("Bo Lind", "culvert"), await WaitingAsync()));
    }

    [Fact]
    public async Task What_the_room_reads_only_at_the_end_is_found_only_then_however_early_somebody_searched()
    {
        await PlainPhone.OpenAsync(There.World, There.Site, change: "UPDATE activity SET reveal = 'AfterClose' WHERE id = @id");
        using var phone = await PlainPhone.JoinAsync(There.World, There.Site, "Gita Rao");
        using var sent = await phone.PostAsync("The culvert was full of leaves", _posts.Stays);
        Assert.Equal((0, 0), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Mari Kask", "culvert")));
        await There.Site.SetAsync("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = There.World.Activities[0] });
        Assert.Equal((1, 0), (await CountAsync("Bo Lind", "culvert"), await WaitingAsync()));
    }

    [Fact]
    public async Task A_question_to_another_set_that_is_kept_back_is_found_when_asking_is_over()
    {
        await PlainPhone.OpenAsync(There.World, There.Site, change: "UPDATE activity SET reveal = 'AfterClose' WHERE id = @id");
        using var phone = await PlainPhone.JoinAsync(There.World, There.Site, "Gita Rao");
        await There.Site.SetAsync(
            """
            INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at)
            SELECT @key, @id, min(s.id), max(s.id), (SELECT max(id) FROM participant), 'Who empties the culvert?', '2026-03-12T09:00:00.000Z' FROM sets s
            """, new { key = _posts.Stays, id = There.World.Activities[0] });
        Assert.Equal((0, 0), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Uma Supervisor", "culvert")));
        await There.Site.SetAsync("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = There.World.Activities[0] });
        Assert.Equal(1, await CountAsync("Bo Lind", "culvert"));
    }

    [Fact]
    public async Task What_stands_under_no_name_is_never_taken_up()
    {
        await PlainPhone.OpenAsync(There.World, There.Site, change: "UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id");
        using var phone = await PlainPhone.JoinAsync(There.World, There.Site, "Gita Rao");
        using var sent = await phone.PostAsync("The culvert was full of leaves", _posts.Stays, secret: Tokens.New());
        Assert.Equal((1L, 0), (await There.Site.OneAsync<long>("SELECT count(*) FROM post WHERE participant_id IS NULL"), await WaitingAsync()));
        Assert.Equal((0, 0), (await CountAsync("Gita Rao", "culvert"), await TakenAsync()));
    }

    private Task<int> WaitingAsync() => There.Site.OneAsync<int>("SELECT count(*) FROM search_due");

    private Task<int> TakenAsync() => There.Site.OneAsync<int>("SELECT count(*) FROM search_text WHERE kind = 'Post'");

    private async Task PressAsync(string press)
    {
        var home = $"/w/{There.World.Workshop}/control";
        using var answer = await (await There.AsAsync("Mari Kask")).PostFormAsync(home, $"{home}/posts", ("press", press));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{press}: {(int)answer.StatusCode}");
    }
}
