using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Posts that wait for the facilitator, and phones that have to wait.</summary>
public sealed class PostWaitingTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public PostWaitingTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_waits_stays_in_the_facilitators_sight_when_the_room_has_moved_on()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET state = 'Closed' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("Still at the door", late: true);
        await PlainPhone.OpenAsync(_world, _site, item: 2);
        var queue = await _site.Db.ReadAsync(reads =>
            PostQueue.Read(reads, Web.Activities.Activity.Find(reads, _world.Activities[2])!, "Waiting"));
        Assert.Equal("Still at the door", Assert.Single(queue.Cards).Text);
        Assert.Equal(1, queue.Waiting);
    }

    [Theory]
    [InlineData("UPDATE workshop SET approve_first = 1 WHERE @id > 0")]
    [InlineData("""UPDATE activity SET settings = '{"ApproveFirst":true}' WHERE id = @id""")]
    public async Task Where_the_facilitator_reads_first_a_post_waits_and_only_its_author_sees_it(string change)
    {
        await PlainPhone.OpenAsync(_world, _site, change: change);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var id = Tokens.New();
        await alma.PostAsync("Read me first", id);
        Assert.Equal("Waiting", (await alma.RowAsync(id))!.State);
        Assert.Contains("Read me first", await alma.FeedAsync());
        Assert.DoesNotContain("Read me first", await bo.FeedAsync());
    }

    [Fact]
    public async Task A_phone_that_presses_without_end_is_slowed_down_and_its_neighbour_is_not()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => alma.PostAsync($"Post {i}")));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await bo.PostAsync("Mine goes")).StatusCode);
    }
}
