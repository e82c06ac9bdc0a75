using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Posts that no page of ours would send: each gets a clear answer, and nothing changes.</summary>
public sealed class ForgedPostsTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ForgedPostsTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("not a token")]
    public async Task Without_the_forms_own_token_a_post_is_refused(string? token)
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(alma, "Forged", token)).StatusCode);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Mine")).StatusCode);
    }

    [Theory]
    [InlineData(200_000, HttpStatusCode.UnprocessableEntity, "199720 too many. Trim a little.")]
    [InlineData(3_000_000, HttpStatusCode.RequestEntityTooLarge, "That is too large")]
    public async Task A_text_without_end_is_told_how_much_is_too_much_and_stores_nothing(int length, HttpStatusCode status, string words)
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var answer = await alma.PostAsync(new string('x', length));
        Assert.Equal((status, words), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_unknown_activity_and_a_foreign_page_are_refused()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var unknown = await alma.PostAsync("Where?", more: [("activity", "999999")]);
        Assert.Equal(
            (HttpStatusCode.Forbidden, "This activity is not in your workshop."),
            (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        Assert.Equal(0, await CountAsync());
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/w/{_world.Workshop}") { Content = new FormUrlEncodedContent([]) };
        foreign.Headers.Add("Origin", "http://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.Client.SendAsync(foreign)).StatusCode);
        using var nobody = _site.NewClient();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync($"/w/{_world.Workshop}")).StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(PlainPhone phone, string text, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/{_world.Workshop}")
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("activity", $"{_world.Activities[0]}"), KeyValuePair.Create("id", Tokens.New()),
                KeyValuePair.Create("kind", "Learning"), KeyValuePair.Create("text", text),
            ]),
        };
        request.Headers.Add("X-Script", "1");
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return await phone.Client.SendAsync(request);
    }

    private Task<long> CountAsync() => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM post"));
}
