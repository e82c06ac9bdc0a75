using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>A phone that lies on the table follows the set, however slow its line is.</summary>
public sealed class FollowTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_page_that_comes_after_the_set_has_moved_on_again_goes_on_to_where_it_is()
    {
        await using var one = await StartAsync();
        var bo = await VisitAsync(one.There.Site.Url, Device.Phone);
        await one.There.AsAsync(Bo); // has an account from now on
        await bo.SignInAsync(Bo);
        await bo.GoAsync(one.At());
        await bo.LiveAsync();
        var moved = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await bo.Page.RouteAsync(new Regex("/report$"), async route =>
        {
            asked.TrySetResult();
            await moved.Task;
            await route.ContinueAsync();
        });
        await one.DoesAsync(Alma, "?handler=step&step=report");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await one.DoesAsync(Alma, "?handler=step&step=order");
        moved.SetResult();
        await Assertions.Expect(bo.Page).ToHaveURLAsync(new Regex("/order$"));
        await bo.LiveAsync();

        // Who goes back by himself to read there stays there.
        await bo.GoAsync(one.At("/report"));
        await bo.LiveAsync();
        await bo.SeesAsync("Go there");
        await Assertions.Expect(bo.Page).ToHaveURLAsync(new Regex("/report$"));
    }
}
