using WorkshopHub.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Sets.Supervision;

/// <summary>What somebody types for a talk, in a browser.</summary>
public sealed class TalkWordsTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Words_are_there_again_where_no_answer_came_and_where_the_form_beside_them_is_refused()
    {
        await using var there = await SetWorld.OpenAsync(ownProblem: true);
        var page = $"/memberships/{await there.MembershipAsync("Alma Tamm")}/talks";
        using (var uma = await there.AsAsync("Uma Supervisor"))
        {
            using var planned = await uma.PostAsync(page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", "2099-01-05"), ("Plan.Place", "Cottering"));
            Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, planned.StatusCode); // years ahead
            using var again = await uma.PostAsync(page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, again.StatusCode);
        }

        await there.AsAsync("Alma Tamm"); // has an account from now on
        var alma = (await VisitAsync(there.Site.Url, Device.Phone)).Expect(".*");
        await alma.SignInAsync("Alma Tamm");
        await alma.GoAsync(page);
        var word = alma.Page.Locator("[name=Word]");
        await word.FillAsync("Two Saturdays dug");
        await alma.Page.RouteAsync("**/talks?handler=Word", route => route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = "<h1>The line is gone</h1>" }));
        await alma.Page.ClickAsync("text=Tell Uma");
        await alma.SeesAsync("The line is gone"); // what stands between answers so
        await alma.Page.GoBackAsync();
        await Expect(word).ToHaveValueAsync("Two Saturdays dug");

        await alma.Page.ClickAsync("text=Another day");
        await alma.Page.FillAsync("[name='Plan.Date']", "2020-01-05");
        await alma.Page.ClickAsync("text=Move it");
        await alma.SeesAsync("That day is over");
        await Expect(word).ToHaveValueAsync("Two Saturdays dug");

        await alma.Page.UnrouteAllAsync();
        await alma.Page.ClickAsync("text=Tell Uma");
        await Expect(alma.Page.Locator("text=Change it")).ToBeVisibleAsync();
        await alma.Page.FillAsync("[name=Word]", "");
        await alma.Page.ReloadAsync();
        await Expect(word).ToHaveValueAsync(""); // what was taken is not put over what is typed since
    }
}
