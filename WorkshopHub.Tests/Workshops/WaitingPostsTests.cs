using System.Net;

namespace WorkshopHub.Tests.Workshops;

/// <summary>Posts that nobody has approved yet are told of before and after the end of a workshop.</summary>
public sealed class WaitingPostsTests : IAsyncLifetime
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    private string Home => $"/w/{_world.Workshop}/control";

    private string Summary => $"/workshops/{_world.Workshop}/summary";

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_was_said_tells_how_many_posts_wait_and_leads_there_whoever_may_approve_them()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var sven = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));
        Assert.Contains("Nothing was written.", await ReadAsync(mari, Summary), StringComparison.Ordinal);
        await _site.PostAsync(_world, "Alma Tamm", "Wait for me", state: "Waiting");
        await _site.PostAsync(_world, "Dora Voss", "And for me, I was late", state: "Late");
        var page = await ReadAsync(mari, Summary);
        Assert.Contains("2 posts wait to be read", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Home}?tab=Waiting\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was written.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wait for me", page, StringComparison.Ordinal);
        page = await ReadAsync(sven, Summary);
        Assert.Contains("2 posts wait to be read", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Home}?tab=Waiting", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_before_finishing_counts_the_posts_that_nobody_has_read()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.DoesNotContain("to be read.", await ReadAsync(mari, $"{Home}?ask=finish"), StringComparison.Ordinal);
        await _site.PostAsync(_world, "Alma Tamm", "Wait for me", state: "Waiting");
        Assert.Contains("One post waits to be read.", await ReadAsync(mari, $"{Home}?ask=finish"), StringComparison.Ordinal);
        await _site.PostAsync(_world, "Dora Voss", "And for me, in another activity", state: "Waiting", activity: 1);
        var waits = await ReadAsync(mari, $"{Home}?handler=part&part=waits");
        Assert.Contains("2 posts wait to be read.", waits, StringComparison.Ordinal);
        Assert.Contains("not shown to the room until somebody approves them", waits, StringComparison.Ordinal);
        Assert.Contains($"{Home}?tab=Waiting", waits, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address, TestContext.Current.CancellationToken));
}
