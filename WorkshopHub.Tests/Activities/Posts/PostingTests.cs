using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

public sealed class PostingTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public PostingTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_post_is_taken_once_however_often_it_comes()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var id = Tokens.New();
        for (var i = 0; i < 3; i++)
        {
            var answer = await alma.PostAsync("The porters knew. We had never asked.", id);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(id, answer.Headers.GetValues("X-Answer").Single());
        }

        Assert.Equal(1, await _site.Db.ReadAsync(r => r.First<long>("SELECT count(*) FROM post")));
        Assert.Contains("The porters knew.", await alma.FeedAsync());
    }

    [Fact]
    public async Task The_same_id_with_other_words_is_refused_and_changes_nothing()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var id = Tokens.New();
        await alma.PostAsync("First words", id);
        Assert.Equal(HttpStatusCode.Conflict, (await alma.PostAsync("Other words", id)).StatusCode);
        Assert.Equal("First words", (await alma.RowAsync(id))!.Text);
    }

    [Fact]
    public async Task Somebody_elses_id_is_refused()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var id = Tokens.New();
        await alma.PostAsync("Mine", id);
        Assert.Equal(HttpStatusCode.Forbidden, (await cecil.PostAsync("Mine", id)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cecil.PressAsync(id, "delete")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await alma.PressAsync(id, "delete")).StatusCode);
        Assert.Equal("", (await alma.RowAsync(id))!.Text);
    }

    [Theory]
    [InlineData("", "Learning", 422)]
    [InlineData("  \u200B ", "Learning", 422)]
    [InlineData("fine", "Poem", 422)]
    [InlineData("fine", "Question", 200)]
    public async Task What_can_not_be_taken_is_said_and_nothing_is_stored(string text, string kind, int status)
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var answer = await alma.PostAsync(text, kind: kind);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, await _site.Db.ReadAsync(r => r.First<long>("SELECT count(*) FROM post")));
    }

    [Fact]
    public async Task Two_hundred_and_eighty_characters_fit_and_one_more_does_not()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync(string.Concat(Enumerable.Repeat("👩‍👧", 280)))).StatusCode);
        var over = await alma.PostAsync(string.Concat(Enumerable.Repeat("é", 281)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
        Assert.Equal("1 too many. Trim a little.", await over.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_late_post_is_kept_when_its_author_asks_to_let_it_in()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET state = 'Closed' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var id = Tokens.New();
        Assert.Equal(HttpStatusCode.Conflict, (await alma.PostAsync("Too late?", id)).StatusCode);
        Assert.Null(await alma.RowAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Too late?", id, late: true)).StatusCode);
        Assert.Equal("Late", (await alma.RowAsync(id))!.State);
        Assert.True(await _site.Writer.RunAsync(w => PostsModeration.Approve(w, _world.Workshop, id, 1, null)));
        Assert.Equal("Shown", (await alma.RowAsync(id))!.State);
    }

    [Fact]
    public async Task An_anonymous_post_keeps_nobody_and_only_its_phone_can_take_it_back()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var (id, secret) = (Tokens.New(), Tokens.New());
        var answer = await alma.PostAsync("I am afraid to ask.", id, secret: secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var row = (await alma.RowAsync(id))!;
        Assert.Null(row.ParticipantId);
        Assert.Null(row.SetId);
        Assert.Null(row.PostedAt);
        Assert.Equal(Tokens.Hash(secret), row.SecretHash);
        Assert.Equal(1, await _site.Db.ReadAsync(r => r.First<long>("SELECT times FROM answered")));
        Assert.Equal(0, await _site.Db.ReadAsync(r => r.First<long>("SELECT count(*) FROM audit WHERE thing = 'post'")));
        Assert.DoesNotContain("Alma", await cecil.FeedAsync());
        Assert.Contains("I am afraid to ask.", await cecil.FeedAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await cecil.PressAsync(id, "delete")).StatusCode);
    }

    [Fact]
    public async Task A_limit_of_one_holds_also_when_two_posts_race()
    {
        await PlainPhone.OpenAsync(
            _world, _site, change: """UPDATE activity SET settings = '{"Limit":1}' WHERE id = @id""");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => alma.PostAsync($"Post {i}")));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task What_shows_after_the_end_is_seen_by_its_author_only_until_then()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET reveal = 'AfterClose' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        await alma.PostAsync("Not yet for you");
        Assert.Contains("Not yet for you", await alma.FeedAsync());
        Assert.DoesNotContain("Not yet for you", await bo.FeedAsync());
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed'"));
        Assert.Contains("Not yet for you", await bo.FeedAsync());
    }

    [Fact]
    public async Task A_post_of_another_set_is_not_in_my_feed()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        await alma.PostAsync("Said in Circle");
        Assert.Contains("Said in Circle", await bo.FeedAsync());
        Assert.DoesNotContain("Said in Circle", await cecil.FeedAsync());
    }

    [Fact]
    public async Task Markup_in_a_post_stays_text()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("<img src=x onerror=alert(1)>");
        var feed = await alma.FeedAsync();
        Assert.Contains("&lt;img", feed);
        Assert.DoesNotContain("<img", feed);
    }

    [Fact]
    public async Task This_helps_us_counts_each_person_once_and_never_the_author()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var id = Tokens.New();
        await alma.PostAsync("Ask the porters", id);
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.PressAsync(id, "heart")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await bo.PressAsync(id, "heart")).StatusCode);
        Assert.Equal(1, (await _site.Db.ReadAsync(r => PostQueries.One(r, id)))!.Hearts);
        await bo.PressAsync(id, "heart");
        Assert.Equal(0, (await _site.Db.ReadAsync(r => PostQueries.One(r, id)))!.Hearts);
    }

    [Fact]
    public async Task An_edit_names_its_version_and_the_second_of_two_sees_what_the_first_wrote()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var id = Tokens.New();
        await alma.PostAsync("Draft", id);
        var first = await alma.PostAsync("Better", more: [("edit", id), ("version", "1")]);
        var second = await alma.PostAsync("Best", more: [("edit", id), ("version", "1")]);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Better", await second.Content.ReadAsStringAsync());
        Assert.Equal("Better", (await alma.RowAsync(id))!.Text);
    }

    [Fact]
    public async Task A_change_of_ones_own_post_shows_nobody_elses()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var (hers, his) = (Tokens.New(), Tokens.New());
        await alma.PostAsync("Taken off for a reason", hers);
        await _site.Writer.RunAsync(w => PostsModeration.Hide(w, _world.Workshop, hers, 1, null));
        await cecil.PostAsync("First words", his);

        var answer = await cecil.PostAsync("Better words", hers, more: [("edit", his), ("version", "1")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Taken off for a reason", html);
        Assert.Contains("Better words", html);
        Assert.Equal(HttpStatusCode.OK, (await cecil.PostAsync("Best words", "\n", more: [("edit", his), ("version", "2")])).StatusCode);
    }
}
