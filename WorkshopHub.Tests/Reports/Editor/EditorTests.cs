using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Editor;

/// <summary>The facilitator arranges the report and publishes it, at a browser without scripts.</summary>
public sealed partial class EditorTests : IAsyncLifetime
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
        var page = await mari.GetStringAsync(moved.Headers.Location!.ToString());
        Assert.Contains("data-told>Problem by problem is now 1st of 10.</p>", page, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"Problem by problem down\"[^>]* autofocus", page); // up it can go no more
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, " autofocus"));
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
        Assert.Contains("<li>https://flow.test/</li>", html, StringComparison.Ordinal); // its note on paper
        Assert.DoesNotContain("id=\"method\"", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("id=\"problems\"", StringComparison.Ordinal) < html.IndexOf("id=\"one-page\"", StringComparison.Ordinal));
    }

    private async Task<string> PostedAsync(string name, string text)
    {
        var post = Tokens.New();
        await _site.Writer.RunAsync(writes =>
        {
            Web.Workshops.Join.Seats.Take(writes, _world.Workshop, Web.Workshops.Join.Roster.One(writes, _world.Programme, _world.Workshop, _world[name])!, Assurance.Claimed);
            writes.Execute(
                """
                INSERT INTO post (id, activity_id, participant_id, kind, text, sort_key, state, posted_at)
                SELECT @post, @activity, id, 'Learning', @text, @Now, 'Shown', @Now FROM participant WHERE person_id = @person
                """, new { post, activity = _world.Activities[0], person = _world[name], text, writes.Now });
            return true;
        });
        return post;
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
        Assert.True(html.IndexOf("<a href=\"#e-sections\">Show one section at least.</a>", StringComparison.Ordinal) is > 0 and var top && top < html.IndexOf("name=\"Introduction\"", StringComparison.Ordinal));
        Assert.Matches("name=\"Shown\" value=\"one-page\"[^>]* autofocus", html);
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
        using var longer = await mari.PostFormAsync(
            Editor, Editor + "?handler=publish", ("Number", "1"), ("Version", "0"), ("Sure", "true"), ("Why", new string('y', 161)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, longer.StatusCode);
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM report_version"));
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
        Assert.Matches(@"\d{1,2} [A-Z][a-z]+ \d{4}\. The night shift answered", await mari.GetStringAsync(Report + "/1"));
    }

    [Fact]
    public async Task What_somebody_changed_in_the_draft_meanwhile_is_looked_at_before_it_is_published()
    {
        using var mari = await OpenedAsync();
        using var saved = await mari.PostFormAsync(Editor, Editor, Fields(0, ("Introduction", "Not agreed with anybody yet")));
        using var early = await PublishAsync(mari, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("You changed the draft in another window", WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        await _site.SetAsync("UPDATE report_draft SET changed_by = @sven", new { sven = _world["Sven Sponsor"] });
        using var other = await PublishAsync(mari, 1);
        var html = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Sven Sponsor changed the draft meanwhile", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?s)<label class=\"tick\">(?:(?!</label>).)*class=\"err\"", html); // not between the box and its words
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM report_version"));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_neither_changes_the_draft_nor_publishes_it()
    {
        using var mari = await OpenedAsync();
        using var saved = await mari.PostFormAsync(Editor, Editor, [("Version", "x"), ("Introduction", "Kept as typed"), .. Fields(0).Skip(1)]);
        await saved.RefusesAsync("This form could not be read. Nothing was kept.", "Kept as typed");
        foreach (var (number, version) in new[] { ("x", "0"), ("1", "x") })
        {
            using var press = await mari.PostFormAsync(Editor, Editor + "?handler=publish", ("Number", number), ("Version", version), ("Sure", "true"));
            await press.RefusesAsync("This form could not be read. Nothing was kept.");
        }

        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM report_version"));
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM report_draft"));
    }

    [Fact]
    public async Task Of_several_who_publish_at_once_one_does_and_the_others_are_told()
    {
        using var mari = await OpenedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(mari, 1)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM report_version"));
    }

    [Fact]
    public async Task Nothing_of_a_hidden_section_is_in_the_file_of_a_version_and_only_who_edits_finds_the_editor()
    {
        using var mari = await OpenedAsync();
        using var saved = await mari.PostFormAsync(Editor, Editor, [.. Fields(0).Where(field => field is not ("Shown", "one-page"))]);
        using var done = await PublishAsync(mari, 1, version: 1);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var version = ReportJson.Read((await _site.OneAsync<string>("SELECT report FROM report_version"))!);
        Assert.Null(version.OnePage);
        Assert.DoesNotContain(version.Figures, figure => figure.Section == ReportSection.OnePage);
        foreach (var name in new[] { "Sven Sponsor", "Alma Tamm", "Otto Outsider" })
        {
            using var other = await _site.AsAsync(_world, name);
            using var page = await other.GetAsync(Editor, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, page.StatusCode));
            using var press = await other.PostFormAsync("/account", Editor + "?handler=publish", ("Number", "2"), ("Version", "1"), ("Sure", "true"));
            Assert.Equal((name, HttpStatusCode.NotFound), (name, press.StatusCode));
        }
    }

    [Fact]
    public async Task What_is_said_of_a_hidden_section_before_it_is_published_is_what_its_readers_get()
    {
        using var mari = await OpenedAsync();
        using var saved = await mari.PostFormAsync(Editor, Editor, [.. Fields(0).Where(field => field is not ("Shown", "problems" or "help"))]);
        Assert.Contains(
            "“Problem by problem” and “Help that happened” are hidden: nothing of them is in the version, and “On one page” and “Method and limits” say where something is not shown in this version.",
            WebUtility.HtmlDecode(await mari.GetStringAsync(Editor + "?publish", Stop)), StringComparison.Ordinal);
        using var done = await PublishAsync(mari, 1, version: 1);
        var version = await mari.GetStringAsync(Report + "/1", Stop);
        Assert.Contains("not shown in this version", version[..version.IndexOf("id=\"decisions\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("Hollow: before", version, StringComparison.Ordinal); // nothing is drawn in that column

        using var help = await mari.PostFormAsync(Editor, Editor, [.. Fields(1).Where(field => field is not ("Shown", "work" or "method"))]);
        Assert.Contains(
            "“The work of the sets” and “Method and limits” are hidden: nothing of them is in the version, but for the six numbers on one page.",
            WebUtility.HtmlDecode(await mari.GetStringAsync(Editor + "?publish", Stop)), StringComparison.Ordinal);
    }

    private async Task<HttpClient> OpenedAsync()
    {
        await _site.SetAsync("UPDATE programme SET state = 'Reporting' WHERE id = @Programme", new { _world.Programme });
        return await Office.SignInAsync(_site, World.Mail("Mari Kask"));
    }

    private Task<HttpResponseMessage> PublishAsync(HttpClient client, int number, bool sure = true, int version = 0) => client.PostFormAsync(
        Editor, Editor + "?handler=publish",
        [("Number", $"{number}"), ("Version", $"{version}"), ("Why", "The night shift answered"), .. sure ? [("Sure", "true")] : Array.Empty<(string, string)>()]);

    private static (string Name, string Value)[] Fields(long version, params (string Name, string Value)[] more) =>
    [
        ("Version", $"{version}"), .. ReportSection.All.SelectMany(one => new[] { ("Order", one.Key), ("Shown", one.Key) }), .. more,
    ];
}
