using System.Net;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Editor;

/// <summary>The facilitator arranges the report and publishes it, at a browser without scripts.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private string Report => $"/programmes/{_world.Programme}/report";

    private string Editor => Report + "/edit";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Sections_are_moved_and_hidden_and_an_introduction_stands_before_them()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var moved = await mari.PostFormAsync(Editor, Editor, Fields(0, ("up", "problems")));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var page = await mari.GetStringAsync(Editor);
        Assert.True(page.IndexOf("id=\"section-problems\"", StringComparison.Ordinal) < page.IndexOf("id=\"section-one-page\"", StringComparison.Ordinal));
        using var saved = await mari.PostFormAsync(
            Editor, Editor,
            [("Order", "problems"), .. Fields(1, ("Introduction", "## We **dug** once\n\n<script>alert(1)</script> [bad](javascript:alert(1)) [good](https://flow.test/)"), ("look", "yes"))
                .Where(field => field is not ("Shown", "method"))]);
        Assert.Equal(Report, saved.Headers.Location!.ToString());
        var html = await mari.GetStringAsync(Report);

        Assert.Contains("<h4>We <strong>dug</strong> once</h4>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://flow.test/\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"method\"", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("id=\"problems\"", StringComparison.Ordinal) < html.IndexOf("id=\"one-page\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_who_arrange_it_sees_both_and_loses_nothing()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var first = await mari.PostFormAsync(Editor, Editor, Fields(0, ("Introduction", "Theirs")));
        using var second = await mari.PostFormAsync(Editor, Editor, Fields(0, ("Introduction", "Mine")));
        var html = await second.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Theirs", html, StringComparison.Ordinal);
        Assert.Contains(">Mine</textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_or_shows_nothing_is_told_beside_its_field_and_kept()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var longer = await mari.PostFormAsync(Editor, Editor, Fields(0, ("Introduction", new string('x', 6001))));
        using var nothing = await mari.PostFormAsync(Editor, Editor, ("Version", "0"), ("Introduction", "Kept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, longer.StatusCode);
        Assert.Contains(new string('x', 6001), await longer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var html = await nothing.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Show one section at least.", html, StringComparison.Ordinal);
        Assert.Contains(">Kept</textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_published_from_the_final_on_after_a_second_look_and_never_twice_by_one_press()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var early = await PublishAsync(mari, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("from the final on", await early.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE programme SET state = 'Reporting' WHERE id = @Programme", new { _world.Programme }));
        using var unsure = await PublishAsync(mari, 1, sure: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var done = await PublishAsync(mari, 1);
        Assert.Equal(Report + "/1", done.Headers.Location!.ToString());
        using var twice = await PublishAsync(mari, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("published version 1 meanwhile", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        using var next = await PublishAsync(mari, 2);
        Assert.Equal(Report + "/2", next.Headers.Location!.ToString());

        var versions = await _site.Db.ReadAsync(reads => ReportVersion.Of(reads, _world.Programme), Stop);
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal("Mari Kask", versions[0].PublishedBy);
        Assert.Equal(2, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM audit WHERE act = 'publish-report'"), Stop));
        Assert.Contains("The night shift answered", await mari.GetStringAsync(Report + "/1"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PublishAsync(HttpClient client, int number, bool sure = true) => client.PostFormAsync(
        Editor, Editor + "?handler=publish",
        [("Number", $"{number}"), ("Version", "0"), ("Why", "The night shift answered"), .. sure ? [("Sure", "true")] : Array.Empty<(string, string)>()]);

    private static (string Name, string Value)[] Fields(long version, params (string Name, string Value)[] more) =>
    [
        ("Version", $"{version}"), .. ReportSection.All.SelectMany(one => new[] { ("Order", one.Key), ("Shown", one.Key) }), .. more,
    ];
}
