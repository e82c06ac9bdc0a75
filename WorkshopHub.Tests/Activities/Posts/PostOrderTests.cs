using Microsoft.AspNetCore.Http;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>A room that shows the newest first shows them in the order in which they came.</summary>
public sealed class PostOrderTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public PostOrderTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_comes_after_the_clock_was_set_back_is_the_newest_all_the_same()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("Before the clock was set back");
        await _site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE post SET sort_key = replace(sort_key, substr(sort_key, 1, 24), @late), posted_at = @late",
            new { late = Utc.Text(DateTimeOffset.UtcNow.AddHours(1)) }));
        await alma.PostAsync("After it");
        await alma.PostAsync("And last");

        var feed = await alma.FeedAsync();
        string[] newestFirst = ["And last", "After it", "Before the clock was set back"];
        var places = newestFirst.Select(text => feed.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Posts_of_one_commit_stand_in_the_order_in_which_they_came()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        string[] words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];
        await _site.Writer.RunAsync(writes =>
        {
            var activity = Activity.Find(writes, _world.Activities[0])!;
            var seat = new Seat
            {
                ParticipantId = writes.First<long>("SELECT id FROM participant WHERE name = 'Alma Tamm'"),
                WorkshopId = _world.Workshop,
                SetId = _world.Sets[0].Id,
                Role = Role.Member,
            };
            return words.Select(text => Web.Activities.Posts.Posts.Add(writes, activity, new Answer(
                Tokens.New(), seat, null, new FormCollection(new() { ["text"] = text, ["kind"] = "Learning" }))).As).ToList();
        });

        var shown = await _site.Db.ReadAsync(reads => reads.Query<string>("SELECT text FROM post ORDER BY sort_key"));
        Assert.Equal(words, shown);
    }
}
