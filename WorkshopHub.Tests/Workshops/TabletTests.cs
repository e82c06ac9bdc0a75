using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops;

/// <summary>A tablet on a set's table: for whoever stands before it, and for nobody afterwards.</summary>
public sealed class TabletTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();

    [Fact]
    public async Task A_member_of_the_set_posts_on_the_tablet_and_nobody_else_does()
    {
        await using var site = await StartAsync();
        using var tablet = Tablet(site);
        var alma = _world["Alma Tamm"];
        var answer = await tablet.PostFormAsync(
            $"/table?who={alma}", $"/table?who={alma}", ("activity", $"{_world.Activities[0]}"), ("id", Tokens.New()),
            ("kind", "Learning"), ("text", "Written at the table"));
        Assert.StartsWith("/table?step=thanks", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        var thanks = await tablet.GetStringAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("aria-label=\"Sent\"", thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", thanks, StringComparison.Ordinal);
        await site.Writer.RunAsync(w => w.Execute("UPDATE post SET on_wall = 1"));
        Assert.Contains("aria-label=\"On the wall\"", await tablet.GetStringAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("Written at the table", await tablet.GetStringAsync("/table"), StringComparison.Ordinal);
        Assert.Equal("Alma Tamm", await site.Db.ReadAsync(reads => reads.First<string>(
            "SELECT n.name FROM post p JOIN participant n ON n.id = p.participant_id")));

        var other = _world["Dora Voss"]; // of another set
        answer = await tablet.PostFormAsync(
            $"/table?who={alma}", $"/table?who={other}", ("activity", $"{_world.Activities[0]}"), ("id", Tokens.New()),
            ("kind", "Learning"), ("text", "Not from here"));
        Assert.Equal("/table?step=names", answer.Headers.Location?.OriginalString);
        Assert.Equal(1, await site.Db.ReadAsync(reads => reads.First<int>("SELECT count(*) FROM post")));

        // Its time counts down while somebody can answer, and not after.
        Assert.Contains("role=\"timer\"", await tablet.GetStringAsync("/table"), StringComparison.Ordinal);
        await site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        var closed = await tablet.GetStringAsync("/table");
        Assert.Contains("From this table", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"timer\"", closed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anonymous", "posts")]
    [InlineData("Private", "posts")]
    [InlineData("Anonymous", "setquestion")]
    [InlineData("Private", "setquestion")]
    public async Task What_others_may_not_see_is_never_given_on_a_tablet(string mode, string kind)
    {
        await using var site = await StartAsync();
        await site.Writer.RunAsync(w => w.Execute(
            "UPDATE activity SET name_mode = @mode, kind = @kind WHERE id = @id", new { mode, kind, id = _world.Activities[0] }));
        using var tablet = Tablet(site);
        Assert.Contains("on your own phone only", await tablet.GetStringAsync("/table"), StringComparison.Ordinal);
        var answer = await tablet.PostFormAsync(
            "/signin", $"/table?who={_world["Alma Tamm"]}", ("activity", $"{_world.Activities[0]}"), ("id", Tokens.New()),
            ("kind", "Learning"), ("text", "Seen by all"), ("do", "ask"), ("to", $"{_world.Sets[1].Id}"), ("question", "Seen by all?"));
        Assert.Equal("/table", answer.Headers.Location?.OriginalString);
        await site.Writer.RunAsync(w => w.Execute("UPDATE activity SET kind = 'moment', settings = '{\"Doing\":\"Rest\"}' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Contains("There is nothing to write just now.", await tablet.GetStringAsync("/table"), StringComparison.Ordinal);
        Assert.Equal(0, await site.Db.ReadAsync(reads => reads.First<int>("SELECT (SELECT count(*) FROM post) + (SELECT count(*) FROM set_question)")));
    }

    [Fact]
    public async Task A_wall_and_a_stranger_are_no_tablet_and_a_wrong_text_stays_in_its_field()
    {
        await using var site = await StartAsync();
        using var stranger = site.NewClient();
        Assert.Equal("/wall", (await stranger.GetAsync("/table")).Headers.Location?.OriginalString);
        using var wall = Clients.New(site.Url, Viewers.ScreenCookie, _world.Screens[1]);
        Assert.Equal("/wall", (await wall.GetAsync("/table")).Headers.Location?.OriginalString);

        using var tablet = Tablet(site);
        var alma = _world["Alma Tamm"];
        var answer = await tablet.PostFormAsync(
            $"/table?who={alma}", $"/table?who={alma}", ("activity", $"{_world.Activities[0]}"), ("id", Tokens.New()),
            ("kind", "Learning"), ("text", new string('y', 281)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(new string('y', 281), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tablet_that_presses_without_end_is_slowed_down_and_the_one_on_the_next_table_is_not()
    {
        await using var site = await StartAsync();
        await site.Writer.RunAsync(w => w.Execute("UPDATE screen SET table_set = @set", new { set = _world.Sets[0].Id }));
        using var tablet = Tablet(site);
        using var next = Clients.New(site.Url, Viewers.ScreenCookie, _world.Screens[1]);
        var answers = new List<HttpStatusCode>();
        for (var press = 0; press < 60 && !answers.Contains(HttpStatusCode.TooManyRequests); press++)
        {
            answers.Add((await tablet.PostAsync("/table", new FormUrlEncodedContent([]))).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await next.PostAsync("/table", new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task It_is_touched_a_name_is_picked_and_it_goes_back_by_itself()
    {
        await using var site = await StartAsync();
        var visitor = await VisitAsync(site.Url, Device.Desk, own: true);
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = _world.Screens[0], Url = site.Url }]);
        await visitor.Page.SetViewportSizeAsync(1080, 810);
        await visitor.Page.Clock.InstallAsync();
        await visitor.GoAsync("/wall");
        await visitor.Page.GetByText("Touch to answer").ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Tab"); // somebody is at it: a minute from here
        await Shot(visitor.Page, "table-names");
        await visitor.Page.GetByText("Alma Tamm").ClickAsync();
        await visitor.Page.Locator("textarea").FillAsync("A thought that stays");
        await Shot(visitor.Page, "table-write");
        await Assertions.Expect(visitor.Page.Locator("[data-left-to-back]").First).ToHaveTextAsync(new Regex("^5\\d$")); // it counts by now
        await visitor.Page.Clock.RunForAsync(45_000);
        Assert.Equal("A thought that stays", await visitor.Page.Locator("textarea").InputValueAsync());
        await visitor.Page.Clock.RunForAsync(16_000);
        await visitor.Page.GetByText("Touch to answer").WaitForAsync();
        await Axe.CheckAsync(visitor.Page);
        await Shot(visitor.Page, "table-idle");
        await visitor.GoAsync($"/table?who={_world["Alma Tamm"]}");
        Assert.Equal("", await visitor.Page.Locator("textarea").InputValueAsync());
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter((key) => key.startsWith('draft') || key.startsWith('panel')).length"));
        visitor.Expect("422");
        // Too long: it is said, and counted. Whoever goes back from there comes to no name and to nothing that was typed.
        await visitor.Page.Locator("textarea").FillAsync(new string('x', 281));
        await Assertions.Expect(visitor.Page.Locator("[data-counter]")).ToHaveTextAsync("1 too many");
        await visitor.Page.Locator("[data-send]").ClickAsync();
        await visitor.Page.GetByText("1 too many. Trim a little.").First.WaitForAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(site.Url + "/table"); // its script has taken the sent text out of the history
        await visitor.Page.Locator("textarea").FillAsync("Sent from the table");
        await visitor.Page.Locator("[data-send]").ClickAsync();
        await visitor.Page.GetByText("It is on its way to the wall.").WaitForAsync();
        await Axe.CheckAsync(visitor.Page);
        await Shot(visitor.Page, "table-thanks");
        await visitor.Page.GoBackAsync();
        await visitor.Page.GetByText("Touch to answer").WaitForAsync();
        Assert.Equal(0, await visitor.Page.Locator("textarea").CountAsync());
        await visitor.Page.GoForwardAsync();
        await visitor.Page.GetByText("Touch to answer").WaitForAsync();
        await visitor.GoAsync($"/table?step=thanks&sent={await site.Db.ReadAsync(reads => reads.First<string>("SELECT id FROM post"))}");
        await site.Writer.RunAsync(w => w.Execute("UPDATE post SET on_wall = 1"));
        await visitor.Page.Clock.RunForAsync(1_100);
        await visitor.Page.GetByText("It is on the wall.").WaitForAsync();
        await Shot(visitor.Page, "table-shown");

        // What stands in a feed is drawn as on a phone: choices to tap, and nothing cut off.
        await site.Writer.RunAsync(w => w.Execute("""
            UPDATE activity SET kind = 'poll', name_mode = 'Named', prompt = 'Which site did you travel from?',
              settings = '{"Form":"One","Choices":["Thornby Depot","Penrow Customer Centre","Cottering Works","Another one"]}'
            WHERE id = @id
            """, new { id = _world.Activities[0] }));
        foreach (var (step, shot) in new[] { ("", "poll-idle"), ("?step=names", "poll-names"), ($"?who={_world["Alma Tamm"]}", "poll-write") })
        {
            await visitor.GoAsync("/table" + step);
            await visitor.Page.Keyboard.PressAsync("Tab");
            await Axe.CheckAsync(visitor.Page);
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
            await Shot(visitor.Page, $"table-{shot}");
        }

        await visitor.Page.GetByText("Penrow Customer Centre").ClickAsync();
        await visitor.Page.GetByText("It is in.").WaitForAsync();
        await Shot(visitor.Page, "table-poll-thanks");
    }

    private async Task<Site> StartAsync()
    {
        var site = new Site(_world.File);
        await PlainPhone.OpenAsync(_world, site);
        var hash = Tokens.Hash(_world.Screens[0]);
        await site.Writer.RunAsync(w => w.Execute(
            "UPDATE screen SET table_set = @set WHERE token_hash = @hash", new { set = _world.Sets[0].Id, hash }));
        return site;
    }

    private HttpClient Tablet(Site site) => Clients.New(site.Url, Viewers.ScreenCookie, _world.Screens[0]);
}
