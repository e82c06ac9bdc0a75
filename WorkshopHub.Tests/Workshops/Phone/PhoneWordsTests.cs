using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Workshops;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Workshops.Phone;

/// <summary>What a phone does with words: those in a field, those that have gone, those that nobody can see.</summary>
public sealed class PhoneWordsTests(Browser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_post_is_on_the_wall_again_once_the_wall_shows_the_new_words(bool spotlight)
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?");
        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var phone = await InAsync(room);
        await phone.Page.FillAsync("#text", "The porters new.");
        await phone.Page.ClickAsync("[data-send]");
        await Expect(OnWall(phone)).ToHaveTextAsync("On the wall");
        if (spotlight)
        {
            await room.Site.SetAsync("UPDATE screen SET layout = 'Spotlight', post_id = (SELECT id FROM post)");
            await wall.Page.ReloadAsync();
            await wall.LiveAsync();
        }

        await phone.Page.ClickAsync("[id^=mine-] >> text=Edit");
        await phone.Page.FillAsync("#change-text", "The porters knew.");
        await phone.Page.ClickAsync("#change .btn-ink");
        await Expect(wall.Page.Locator(".wpost, blockquote")).ToContainTextAsync("The porters knew.");
        await Expect(phone.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("The porters knew."); // not the mark of the old words
        await Expect(OnWall(phone)).ToHaveTextAsync("On the wall");
    }

    [Fact]
    public async Task A_phone_whose_letters_are_twice_as_large_shows_the_whole_form_without_moving_sideways()
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?");
        await room.GoAsync(0);
        var phone = await InAsync(room);
        await phone.Page.SetViewportSizeAsync(195, 422);
        await Expect(phone.Page.Locator("[data-send]")).ToContainTextAsync("as Alma");
        await phone.Page.FillAsync("#text", "The porters knew.");
        Assert.InRange(await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 195);
        Assert.InRange(await phone.Page.EvaluateAsync<double>("() => document.querySelector('[data-send]').getBoundingClientRect().right"), 1, 195);
        await Shot(phone.Page, "phone-195");
        await phone.Page.ClickAsync("[data-send]");
        await Expect(phone.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("The porters knew.");
        Assert.InRange(await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 195);
        await phone.Page.SetViewportSizeAsync(390, 844);
    }

    [Fact]
    public async Task While_words_are_held_nothing_of_the_next_activity_stands_under_them()
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?");
        await room.GoAsync(0);
        var phone = await InAsync(room);
        await phone.Page.FillAsync("#text", "Half a thought");
        var feed = phone.Page.Locator($"#feed-{room.Activity}");
        await Expect(feed).ToBeAttachedAsync();
        await MoveOnAsync(room);
        await Expect(phone.Page.Locator("#hold")).ToBeVisibleAsync();
        await phone.Page.EvaluateAsync("() => import('/js/live.js').then((live) => live.refresh('feed-region'))");
        await Expect(feed).ToBeAttachedAsync();
        await phone.Page.ClickAsync("[data-move-on]");
        await Expect(feed).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#outbox-before")).ToContainTextAsync("What have you learned?"); // which one went by
        await Expect(phone.Page.Locator("#outbox-before")).ToContainTextAsync("Half a thought");
    }

    [Fact]
    public async Task A_word_that_has_gone_holds_no_phone_back()
    {
        await using var room = await KindRoom.StartAsync("oneword", "One word for today?", settings: """{"Most":1}""");
        await room.GoAsync(0);
        var phone = await InAsync(room);
        await phone.Page.FillAsync(".word", "unfinished");
        await phone.Page.ClickAsync("[data-answer]");
        await Expect(phone.Page.Locator("[data-given]")).ToHaveTextAsync("unfinished");
        await MoveOnAsync(room);
        await Expect(phone.Page.Locator("#stage h1")).ToHaveTextAsync("The sponsor speaks", new() { Timeout = 5_000 }); // held, it would be thirty
    }

    [Fact]
    public async Task Nothing_that_can_be_seen_is_refused_in_the_field_and_a_second_tap_is_none()
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?", settings: """{"Limit":1}""");
        await room.GoAsync(0);
        var phone = await InAsync(room);
        await phone.Page.FillAsync("#text", " \u200B\u2060 ");
        await phone.Page.ClickAsync("[data-send]");
        await Expect(phone.Page.Locator("#problem")).ToContainTextAsync("Write something first");
        await Expect(phone.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        await phone.Page.FillAsync("#text", "It rained.");
        await phone.Page.EvaluateAsync("() => { const post = document.querySelector('[data-send]'); post.click(); post.click(); }");
        await Expect(phone.Page.Locator("[id^=mine-] > li")).ToHaveCountAsync(1);
        await Expect(phone.Page.Locator("#problem")).ToBeHiddenAsync();

        // It was the one that each may post: the field goes, and comes back when it is taken back.
        await Expect(phone.Page.Locator("#full")).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("#text")).ToBeHiddenAsync();
        phone.Agrees = true;
        await phone.Page.ClickAsync("[id^=mine-] >> text=Delete");
        await Expect(phone.Page.Locator("#text")).ToBeVisibleAsync();
    }

    private static ILocator OnWall(Visitor phone) => phone.Page.Locator("[id^=mine-] > li .seen");

    /// <summary>The room moves on to the talk, and all its screens hear of it.</summary>
    private static async Task MoveOnAsync(KindRoom room)
    {
        await room.GoAsync(1);
        await room.Site.Services.GetRequiredService<WorkshopsLive>().NowChangedAsync(room.World.Workshop);
    }

    private async Task<Visitor> InAsync(KindRoom room)
    {
        var phone = await VisitAsync(room.Site.Url, Device.Phone);
        await phone.ComeInAsync(room.World, "Alma Tamm");
        await phone.LiveAsync();
        return phone;
    }
}
