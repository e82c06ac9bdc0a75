using WorkshopHub.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Questions by problem in real browsers.</summary>
public sealed class ProblemLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Settings = """{"Kinds":["Question"],"ByProblem":true}""";

    [Fact]
    public async Task The_phone_offers_the_problems_keeps_the_pick_and_the_wall_shows_the_question_in_its_column()
    {
        await using var room = await KindRoom.StartAsync("posts", "What do you need to know before you choose?", settings: Settings);
        foreach (var title in new[] { "Holes we dig twice", "Alarms nobody believes", "The part that is not on the shelf", "Seventy days to a tap" })
        {
            await ProblemPostsTests.OfferAsync(room, title);
        }

        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var phone = await VisitAsync(room.Site.Url, Device.Phone, dark: true);
        await phone.ComeInAsync(room.World, "Alma Tamm");
        await phone.LiveAsync();
        await phone.Page.SelectOptionAsync("[name=problem]", "Alarms nobody believes");
        await phone.Page.FillAsync("#text", "Who hears the alarm?");
        await phone.Page.ReloadAsync();
        await phone.LiveAsync();
        Assert.Equal("Alarms nobody believes", await phone.Page.EvaluateAsync<string>("() => document.querySelector('[name=problem]').selectedOptions[0].text"));
        await Axe.CheckAsync(phone.Page);
        await Shot(phone.Page, "phone-problem-dark");
        await phone.Page.ClickAsync("[data-send]");
        await Expect(wall.Page.Locator("[aria-label='Alarms nobody believes'] .wpost")).ToContainTextAsync("Who hears the alarm?");
        await Expect(wall.Page.Locator("[aria-label='Alarms nobody believes'] header .num")).ToHaveTextAsync("1");
        await Expect(phone.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("On the wall");
        await Shot(wall.Page, "wall-problems");
        await Shot(phone.Page, "phone-problem-own-dark");
        foreach (var visitor in Visitors)
        {
            await visitor.Page.GotoAsync("about:blank"); // before the hub goes
        }
    }
}
