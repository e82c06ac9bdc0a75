using System.Net;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>What the facilitator does with posts, by plain presses.</summary>
public sealed class PostDeskTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public PostDeskTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Waiting")]
    [InlineData("Late")]
    [InlineData("Shown")]
    public async Task What_was_hidden_comes_back_to_where_it_stood_and_is_published_by_nobodys_undo(string before)
    {
        await PlainPhone.OpenAsync(_world, _site);
        var id = await _site.PostAsync(_world, "Alma Tamm", "A private matter", state: before);
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));

        var told = await PressAsync(mari, $"hide/{id}/1");
        Assert.Contains($"unhide/{id}/2", told, StringComparison.Ordinal);
        Assert.Equal("Hidden", await StateAsync(id));
        Assert.Contains($"unhide/{id}/2", await mari.GetStringAsync($"/w/{_world.Workshop}/control?tab=Hidden", Stop), StringComparison.Ordinal);
        await PressAsync(mari, $"approve/{id}/2", HttpStatusCode.Conflict);
        await PressAsync(mari, $"why0/{id}/2");
        await PressAsync(mari, $"unhide/{id}/2", HttpStatusCode.Conflict);
        await PressAsync(mari, $"unhide/{id}/3");

        Assert.Equal(before, await StateAsync(id));
    }

    [Fact]
    public async Task A_post_that_was_to_be_written_anew_is_so_again_when_it_comes_back()
    {
        await PlainPhone.OpenAsync(_world, _site);
        var id = await _site.PostAsync(_world, "Alma Tamm", "Mr Hollis says so");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await PressAsync(mari, $"ask-edit/{id}/1");
        await PressAsync(mari, $"hide/{id}/2");
        await PressAsync(mari, $"unhide/{id}/3");
        var post = await CardAsync(id);
        Assert.Equal((PostState.Waiting, true), (post.State, post.EditAsked));
    }

    [Fact]
    public async Task Every_post_can_be_reached_however_many_there_are()
    {
        await PlainPhone.OpenAsync(_world, _site);
        for (var number = 1; number <= 51; number++)
        {
            await _site.PostAsync(_world, "Alma Tamm", $"The thing number {number}.");
        }

        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var first = await mari.GetStringAsync($"/w/{_world.Workshop}/control?tab=Shown", Stop);
        Assert.DoesNotContain("The thing number 1.", first, StringComparison.Ordinal);
        Assert.Contains($"href=\"/w/{_world.Workshop}/control?tab=Shown~100\"", first, StringComparison.Ordinal);
        var all = await mari.GetStringAsync($"/w/{_world.Workshop}/control?tab=Shown~100", Stop);
        Assert.Contains("The thing number 1.", all, StringComparison.Ordinal);
        Assert.Contains("The thing number 51.", all, StringComparison.Ordinal);
        Assert.Contains("data-max=\"100\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_somebody_else_is_pointed_out_to_the_facilitator_and_to_nobody_else()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("Dora Voss never asked either");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains("Names Dora Voss?", await mari.GetStringAsync($"/w/{_world.Workshop}/control?tab=Shown", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Names Dora", await alma.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_without_a_phone_that_could_change_it_is_not_asked_to()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var (held, loose) = (Web.Accounts.Tokens.New(), Web.Accounts.Tokens.New());
        await alma.PostAsync("With a secret", held, secret: Web.Accounts.Tokens.New());
        await alma.PostAsync("Without one", loose);
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await PressAsync(mari, $"ask-edit/{held}/1");
        await PressAsync(mari, $"ask-edit/{loose}/1", HttpStatusCode.Conflict);
        Assert.Equal("Shown", await StateAsync(loose));
    }

    private async Task<string> StateAsync(string id) => (await CardAsync(id)).State.ToString();

    private async Task<PostCard> CardAsync(string id) => (await _site.Db.ReadAsync(reads => PostQueries.One(reads, id), Stop))!;

    private async Task<string> PressAsync(HttpClient mari, string press, HttpStatusCode status = HttpStatusCode.OK)
    {
        mari.DefaultRequestHeaders.Remove("HX-Request");
        mari.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await mari.PostFormAsync(
            $"/w/{_world.Workshop}/control", $"/w/{_world.Workshop}/control/posts", ("press", press));
        mari.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
