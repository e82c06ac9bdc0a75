using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

public sealed class WallTests(Browser browser) : BrowserTest(browser)
{
    private static readonly (int Width, int Height)[] _sizes = [(1920, 1080), (1280, 720), (3840, 2160), (1024, 768)];
    private static readonly string _fits = File.ReadAllText(Path.Combine(Repo.Root, "WorkshopHub.Tests", "Screens", "fits.js"))
        .Split('\n', 2)[1];

    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = new Site(_world.File);
    }

    /// <summary>The visitors go before the hub does, so that none of them misses it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Every_layout_fits_every_screen_with_nothing_on_it()
    {
        await _site.BeginAsync(_world);
        await FitsAsync("empty");
    }

    [Fact]
    public async Task Every_layout_fits_every_screen_with_twelve_sets_and_the_longest_texts()
    {
        var post = await FillAsync();
        await FitsAsync("full", post);
    }

    [Fact]
    public async Task A_late_post_of_an_earlier_activity_stays_off_the_board_of_the_present_one()
    {
        await PlainPhone.OpenAsync(_world, _site, item: 2);
        var wall = await WallAsync();
        await SayAsync(await _site.PostAsync(_world, "Cecil Hart", "Of the first activity", activity: 0));
        await SayAsync(await _site.PostAsync(_world, "Dora Voss", "Of this activity", activity: 2));
        await Assertions.Expect(wall.Page.Locator(".wpost")).ToHaveTextAsync(["Dora Learning Of this activity"], new() { UseInnerText = true });
        await Assertions.Expect(wall.Page.Locator(".wall-foot")).ToContainTextAsync("1 post from 1 person");
    }

    [Fact]
    public async Task A_wall_that_was_there_all_the_time_holds_no_more_posts_than_one_that_comes_now()
    {
        await _site.BeginAsync(_world);
        var wall = await WallAsync();
        for (var number = 1; number <= WallBoard.Most + 3; number++)
        {
            await SayAsync(await _site.PostAsync(_world, "Alma Tamm", $"Number {number}", activity: 0));
        }

        var column = wall.Page.Locator($"#col-{_world.Activities[0]}-{_world.Sets[0].Id}");
        await Assertions.Expect(column.Locator(".wpost p").First).ToHaveTextAsync($"Number {WallBoard.Most + 3}");
        var texts = await column.Locator(".wpost p").AllTextContentsAsync();
        await wall.Page.ReloadAsync();
        await Assertions.Expect(column.Locator(".wpost")).ToHaveCountAsync(WallBoard.Most);
        Assert.Equal(texts, await column.Locator(".wpost p").AllTextContentsAsync());
    }

    [Fact]
    public async Task A_post_is_on_the_wall_once_a_wall_has_shown_it_and_its_author_sees_that()
    {
        await _site.BeginAsync(_world);
        var wall = await WallAsync();
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.PostAsync("It was the lift.");
        await wall.SeesOnceAsync("It was the lift.");
        await Assertions.Expect(phone.Page.GetByText("On the wall").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wall_says_what_it_shows_also_while_more_and_more_comes_and_takes_all_of_it()
    {
        await _site.BeginAsync(_world);
        var wall = await WallAsync();
        var many = 0;
        while (await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM post WHERE on_wall = 1")) == 0)
        {
            Assert.True(++many < 600, "The wall shows them, and never comes to say so.");
            await SayAsync(await _site.PostAsync(_world, "Alma Tamm", $"Number {many}", activity: 0));
        }

        var texts = wall.Page.Locator($"#col-{_world.Activities[0]}-{_world.Sets[0].Id} .wpost p");
        await Assertions.Expect(texts.First).ToHaveTextAsync($"Number {many}");
        await Assertions.Expect(texts).ToHaveCountAsync(Math.Min(many, WallBoard.Most));
    }

    [Fact]
    public async Task A_mosaic_is_filled_and_a_short_post_takes_no_more_height_than_it_has()
    {
        await _site.BeginAsync(_world);
        string[] authors = ["Alma Tamm", "Cecil Hart", "Dora Voss", "Ines Prado"];
        for (var i = 0; i < 45; i++)
        {
            var text = i == 42 ? string.Concat(Enumerable.Repeat("We asked the night porters, and nobody had. ", 7))[..279].Trim() : i % 2 == 0 ? $"Number {i} is short." : $"Number {i} is not: we asked the night porters, and nobody had ever asked them before, in all those years.";
            await _site.PostAsync(_world, authors[i % authors.Length], text);
        }

        await _site.WriteAsync(w => w.Execute("UPDATE screen SET layout = 'Mosaic'"));
        var wall = await WallAsync();
        foreach (var (width, height) in _sizes)
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            Assert.Empty(await LaidAsync(wall));
            var laid = await wall.Page.EvaluateAsync<double[]>("""
                () => {
                  const list = document.querySelector(".mosaic > .wposts"), end = list.getBoundingClientRect().bottom;
                  const boxes = [...list.querySelectorAll(".wpost:not(.off)")].map((post) => post.getBoundingClientRect());
                  const next = list.querySelector(".wpost:not(.off) ~ .wpost.off");
                  next.classList.remove("off");
                  const needs = next.getBoundingClientRect().height + parseFloat(getComputedStyle(list).rowGap);
                  next.classList.add("off");
                  const columns = Map.groupBy(boxes, (box) => Math.round(box.left));
                  const free = Math.max(...[...columns.values()].map((column) => end - Math.max(...column.map((box) => box.bottom))));
                  const over = boxes.filter((one) => boxes.some((other) => other !== one && one.left < other.right && other.left < one.right
                    && one.top < other.bottom && other.top < one.bottom)).length;
                  const newest = boxes.every((box) => box.top >= boxes[0].top && box.left >= boxes[0].left);
                  return [free, needs, over, newest ? 1 : 0];
                }
                """);
            Assert.True(laid[0] <= laid[1] + 1, $"{width}x{height}: {laid[0]} px stand empty under a column, and the next post needs {laid[1]}.");
            Assert.Equal(0, laid[2]);
            Assert.Equal(1, laid[3]);
            await Shot(wall.Page, FormattableString.Invariant($"wall-mosaic-mixed-{width}"));
        }
    }

    [Fact]
    public async Task No_line_stands_above_what_is_first_in_a_column_or_beside_it()
    {
        await _site.BeginAsync(_world);
        foreach (var (who, text) in new[] { ("Sven Sponsor", "Go on."), ("Alma Tamm", "One."), ("Alma Tamm", "Two."), ("Clio Client", "Come and see.") })
        {
            await _site.PostAsync(_world, who, text);
        }

        var wall = await WallAsync();
        await Assertions.Expect(wall.Page.Locator(".columns[data-sets='7']")).ToHaveCountAsync(1);
        Assert.Empty(await LaidAsync(wall));
        var lines = await wall.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".wpost")].filter((post) => getComputedStyle(post).borderTopColor !== "rgba(0, 0, 0, 0)")
              .map((post) => post.querySelector("p").textContent)
            """);
        Assert.Equal("One.", Assert.Single(lines));
        await Shot(wall.Page, "wall-everybody-else");
    }

    private async Task SayAsync(string post)
    {
        var card = await _site.Db.ReadAsync(reads => PostQueries.One(reads, post));
        _site.Services.GetRequiredService<PostsLive>().Changed(PostPlace.Of(card!));
    }

    private async Task<Visitor> WallAsync()
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        return wall;
    }

    /// <summary>Twelve sets with names of forty characters, posts of 280, and a prompt that is as long as one may be.</summary>
    private async Task<string> FillAsync()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET prompt = 'What happened, what did you learn from it, and whom should the room ask before it does the same again in spring, when all of us are away on leave?' WHERE id = @id");
        string[] authors = ["Alma Tamm", "Cecil Hart", "Dora Voss", "Ines Prado"];
        var post = "";
        for (var i = 0; i < 24; i++)
        {
            var text = i % 5 == 4 ? new string('w', 280) : string.Concat(Enumerable.Repeat("We asked the night porters, and nobody had. ", 7))[..(i % 3 == 0 ? 40 : 279)];
            post = await _site.PostAsync(_world, authors[i % authors.Length], text.Trim());
        }

        await _site.WriteAsync(w => w.Execute(
            """
            INSERT INTO sets (programme_id, position, name, created_at, changed_at)
            SELECT @Programme, value, 'x', @Now, @Now FROM json_each('[7, 8, 9, 10, 11, 12]')
            """,
            new { _world.Programme, w.Now }));
        await _site.WriteAsync(w => w.Execute("UPDATE sets SET name = substr('The set that meets on Tuesdays ' || position || ' in the canteen', 1, 40)"));
        await _site.WriteAsync(w => w.Execute("UPDATE agenda_item SET title = 'What we have learned so far, each from the others, since we met in the spring of the year'"));
        return post;
    }

    /// <summary>
    /// What does not fit once it is drawn. What has just come lies on the page for a moment before the wall lays it out, and nobody sees
    /// that picture: a fault stays through the next ones.
    /// </summary>
    private static async Task<string[]> LaidAsync(Visitor wall)
    {
        string[] found = [];
        for (var looks = 0; looks == 0 || (found.Length > 0 && looks < 4); looks++)
        {
            await wall.Page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))))");
            found = await wall.Page.EvaluateAsync<string[]>(_fits);
        }

        return found;
    }

    private async Task FitsAsync(string name, string? post = null)
    {
        var wall = await WallAsync();
        var wrong = new List<string>();
        foreach (var layout in Enum.GetValues<ScreenLayout>().Where(layout => layout != ScreenLayout.Spotlight || post is not null))
        {
            await _site.WriteAsync(w => w.Execute(
                "UPDATE screen SET layout = @layout, post_id = @post, theme = iif(@layout = 'Mosaic', 'Dark', 'Light')",
                new { layout = layout.ToString(), post = layout == ScreenLayout.Spotlight ? post : null }));
            await wall.GoAsync("/wall");
            foreach (var (width, height) in _sizes)
            {
                await wall.Page.SetViewportSizeAsync(width, height);
                wrong.AddRange((await LaidAsync(wall)).Select(problem => $"{layout} {width}x{height}: {problem}"));
                if (width is 1920 or 1024)
                {
                    await Shot(wall.Page, FormattableString.Invariant($"wall-{layout}-{name}-{width}").ToLowerInvariant());
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
