using System.Globalization;
using System.Net;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.DotVotes;

namespace WorkshopHub.Tests.Activities.DotVotes;

public sealed class DotVoteTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public DotVoteTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Dots_over_posts_of_an_earlier_activity_are_counted_moved_and_kept()
    {
        var posts = await PostsAsync();
        await OpenAsync(new DotSettings { Source = _world.Activities[0], Keep = 1 }, NameMode.Named);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        await GiveAsync(alma, posts[0], posts[1]);
        await GiveAsync(alma, posts[0], posts[1]);
        await GiveAsync(bo, posts[1]);
        await GiveAsync(alma, posts[1], posts[2]);
        var result = await ResultAsync();
        Assert.Equal([0, 2, 1], posts.Select(post => result.Items.Single(item => item.Key == post).Dots));
        Assert.Equal(2, result.People);
        Assert.Matches($"value=\"{posts[1]}#1\" checked", await alma.FeedAsync());

        await CloseAsync();
        var carried = Assert.Single(await CarriedAsync());
        Assert.Equal(("Learning", posts[1], "Second learning"), (carried.Target, carried.Source, carried.Text));
    }

    [Fact]
    public async Task Too_many_doubled_and_unknown_dots_are_refused_and_change_nothing()
    {
        var posts = await PostsAsync();
        await OpenAsync(new DotSettings { Source = _world.Activities[0], Dots = 2 }, NameMode.Named);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await GiveAsync(alma, posts[0]);
        string[][] wrong = [[posts[0], posts[1], posts[2]], [posts[0], posts[0] + "#2"], ["nothing"], ["<script>"]];
        foreach (var dots in wrong)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(alma, dots)).StatusCode);
        }

        Assert.Equal(1, (await ResultAsync()).Dots);
        await CloseAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await GiveAsync(alma, posts[1])).StatusCode);
    }

    [Fact]
    public async Task Several_on_one_are_taken_where_the_settings_say_so()
    {
        await OpenAsync(new DotSettings { Items = ["More airtime", "Fewer slides"], Several = true, Carries = DotCarries.ProposedProblem }, NameMode.Named);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await GiveAsync(alma, "1#1", "1#2", "0#1")).StatusCode);
        Assert.Equal([1, 2], (await ResultAsync()).Items.Select(item => item.Dots));
        await CloseAsync();
        Assert.All(await CarriedAsync(), carried => Assert.Equal("ProposedProblem", carried.Target));
    }

    [Fact]
    public async Task Anonymous_dots_lead_to_nobody_and_show_from_five_people_on()
    {
        var posts = await PostsAsync();
        await OpenAsync(new DotSettings { Source = _world.Activities[0] }, NameMode.Anonymous);
        string[] names = ["Alma Tamm", "Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar"];
        foreach (var name in names)
        {
            Assert.False((await ResultAsync()).OnWall);
            using var phone = await PlainPhone.JoinAsync(_world, _site, name);
            var secret = Tokens.New();
            await GiveAsync(phone, secret, [posts[0]]);
            Assert.Equal(HttpStatusCode.OK, (await GiveAsync(phone, secret, [posts[1]])).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await GiveAsync(phone, Tokens.New(), [posts[2]])).StatusCode);
        }

        var result = await ResultAsync();
        Assert.True(result.OnWall);
        Assert.Equal([0, 5, 0], posts.Select(post => result.Items.Single(item => item.Key == post).Dots)); // sent within a moment, their order says nothing
        Assert.Equal(0, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM dot WHERE participant_id IS NOT NULL")));
    }

    [Fact]
    public async Task It_says_what_it_lacks_and_what_is_hidden_or_never_shown_gets_no_dots()
    {
        var posts = await PostsAsync();
        await OpenAsync(new DotSettings(), NameMode.Named);
        Assert.NotNull(await LacksAsync());
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Contains("nothing to put dots on", await alma.FeedAsync());
        await OpenAsync(new DotSettings { Source = _world.Activities[0] }, NameMode.Named);
        Assert.Null(await LacksAsync());
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE post SET state = 'Hidden' WHERE id = @id", new { id = posts[0] }));
        Assert.Equal(2, (await ResultAsync()).Items.Count);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE activity SET reveal = 'Never' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.NotNull(await LacksAsync());
        Assert.Empty((await ResultAsync()).Items);
    }

    private async Task<List<string>> PostsAsync() =>
    [
        await _site.PostAsync(_world, "Cecil Hart", "First learning"),
        await _site.PostAsync(_world, "Dora Voss", "Second learning"),
        await _site.PostAsync(_world, "Emil Saar", "Third learning"),
    ];

    private async Task OpenAsync(DotSettings settings, NameMode names)
    {
        await PlainPhone.OpenAsync(_world, _site, item: 2);
        await _site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE activity SET kind = 'dotvote', settings = @json, name_mode = @names WHERE id = @id",
            new { id = _world.Activities[2], json = settings.ToJson(), names = names.ToString() }));
    }

    private static Task<HttpResponseMessage> GiveAsync(PlainPhone phone, params string[] dots) => GiveAsync(phone, null, dots);

    private static Task<HttpResponseMessage> GiveAsync(PlainPhone phone, string? secret, string[] dots) =>
        phone.PostAsync("", secret: secret, item: 2, more: [.. dots.Select(dot => ("dot", dot.ToString(CultureInfo.InvariantCulture)))]);

    private Task<int> CloseAsync() => _site.Writer.RunAsync(writes =>
    {
        writes.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[2] });
        Carried.Settle(writes, (ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!, _world.Workshop);
        return 0;
    });

    private Task<IReadOnlyList<Carried>> CarriedAsync() => _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop));

    private Task<DotResult> ResultAsync() =>
        _site.Db.ReadAsync(reads => DotQueries.Result(reads, Activity.Find(reads, _world.Activities[2])!));

    private Task<string?> LacksAsync() => _site.Db.ReadAsync(reads =>
    {
        var activity = Activity.Find(reads, _world.Activities[2])!;
        return ((ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!).Of(activity).Lacks(reads, activity);
    });
}
