using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Activities.Posts.Themes;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Posts are put together by hand, and the words may suggest how.</summary>
public sealed class ThemeTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Ticked_posts_get_a_theme_and_a_wall_that_shows_themes_follows()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var ids = await WriteAsync(world, site);
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var desk = $"/w/{world.Workshop}/control/themes?activity={world.Activities[0]}";

        var wrong = await mari.PostFormAsync(desk, desk, ("press", "new"), ("name", " "), ("posts", ids[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Give the theme a name", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await mari.PostFormAsync(desk, desk, ("press", "new"), ("name", "Nobody asked"), ("posts", ids[0]), ("posts", ids[1]));
        var theme = Assert.Single(await ThemesAsync(world, site));
        Assert.Equal(("Nobody asked", 2), (theme.Name, theme.Posts.Count));

        await mari.PostFormAsync(desk, desk, ("press", "new"), ("name", "nobody ASKED"), ("posts", ids[2]));
        Assert.Equal(3, Assert.Single(await ThemesAsync(world, site)).Posts.Count);

        await mari.PostFormAsync(desk, desk, ("press", "out"), ("posts", ids[2]));
        Assert.Equal(2, Assert.Single(await ThemesAsync(world, site)).Posts.Count);

        await mari.PostFormAsync(desk, desk, ("press", $"apart/{theme.Id}"));
        Assert.Empty(await ThemesAsync(world, site));
    }

    [Fact]
    public async Task A_post_is_never_put_into_a_theme_of_another_activity()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var ids = await WriteAsync(world, site);
        var foreign = await site.Writer.RunAsync(w => Theme.Begin(w, Activity.Find(w, world.Activities[2])!, "Elsewhere", ids));
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var desk = $"/w/{world.Workshop}/control/themes?activity={world.Activities[0]}";
        await mari.PostFormAsync(desk, desk, ("press", $"to/{foreign}"), ("posts", ids[0]));
        Assert.Equal(0, await site.Db.ReadAsync(reads => reads.First<int>("SELECT count(*) FROM post_theme")));
    }

    [Fact]
    public void Words_that_posts_share_suggest_groups_and_nothing_else_does()
    {
        var proposals = Proposal.Of(
        [
            Post("a", "The storekeeper knew which valve was leaking for weeks"),
            Post("b", "Nobody had asked the storekeeper about the valve"),
            Post("c", "Ask the storekeeper first: the valve numbers are old"),
            Post("d", "Our Friday figures are made for nobody"),
            Post("e", "Who reads the Friday figures at all?"),
            Post("f", "I sat with the call takers for a morning"),
        ]);
        Assert.Equal([["a", "b", "c"], ["d", "e"]], proposals.Select(one => one.Posts.Select(post => post.Id).Order().ToArray()));
        Assert.Contains("storekeeper", proposals[0].Name, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Proposal.Of([Post("x", "One thing"), Post("y", "Quite another matter")]));
    }

    [Fact]
    public async Task The_keyboard_sorts_posts_at_the_desk()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await WriteAsync(world, site);
        await site.Writer.RunAsync(w => Theme.Begin(w, Activity.Find(w, world.Activities[0])!, "Nobody asked", []));
        var visitor = await VisitAsync(site.Url, Device.Desk);
        await visitor.SignInAsync("Mari Kask");
        await visitor.GoAsync($"/w/{world.Workshop}/control/themes");
        await visitor.Page.Locator(".theme-post").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("1");
        await visitor.Page.Locator(".theme-col[data-number='1'] .theme-post").WaitForAsync();
        Assert.Single(Assert.Single(await ThemesAsync(world, site)).Posts);

        // The page has come anew; once its script goes on at the next post, it can be dragged on as well.
        await Assertions.Expect(visitor.Page.Locator(".theme-col:not([data-number]) .theme-post:focus")).ToHaveCountAsync(1);
        await visitor.Page.Locator(".theme-col:not([data-number]) .theme-post").First.DragToAsync(visitor.Page.Locator(".theme-col[data-number='1']"));
        await visitor.Page.Locator(".theme-col[data-number='1'] .theme-post >> nth=1").WaitForAsync();
        Assert.Equal(2, Assert.Single(await ThemesAsync(world, site)).Posts.Count);
        await Shot(visitor.Page, "themes-desk");
    }

    [Fact]
    public async Task A_wall_asks_which_thread_will_be_pulled_once_there_is_one()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await WriteAsync(world, site);
        await site.Writer.RunAsync(w => w.Execute("UPDATE screen SET layout = 'Themes'"));
        using var wall = site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={world.Screens[0]}");
        var none = await wall.GetStringAsync("/wall");
        Assert.Contains("Nothing has been put together yet", none, StringComparison.Ordinal);
        Assert.DoesNotContain("Which thread", none, StringComparison.Ordinal);
        await site.Writer.RunAsync(w => Theme.Begin(
            w, Activity.Find(w, world.Activities[0])!, "Nobody asked", w.Query<string>("SELECT id FROM post")));
        Assert.Contains("Which thread will you pull?", await wall.GetStringAsync("/wall"), StringComparison.Ordinal);
    }

    private static PostCard Post(string id, string text) => new() { Id = id, Text = text };

    private static Task<IReadOnlyList<Theme>> ThemesAsync(World world, Site site) =>
        site.Db.ReadAsync(reads => Theme.Of(reads, Activity.Find(reads, world.Activities[0])!));

    private static async Task<IReadOnlyList<string>> WriteAsync(World world, Site site)
    {
        await PlainPhone.OpenAsync(world, site);
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        foreach (var text in new[] { "The porters knew", "Nobody had asked", "We never asked the driver" })
        {
            await alma.PostAsync(text);
        }

        return await site.Db.ReadAsync(reads => reads.Query<string>("SELECT id FROM post ORDER BY sort_key"));
    }
}
