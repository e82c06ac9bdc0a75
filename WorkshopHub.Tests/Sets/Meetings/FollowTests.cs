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

    [Fact]
    public async Task Who_is_not_marked_yet_goes_on_being_asked_and_that_there_was_no_signal_is_said_until_there_is()
    {
        await using var one = await StartAsync();
        var bo = (await VisitAsync(one.There.Site.Url, Device.Phone)).Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket");
        await one.There.AsAsync(Bo);
        await bo.SignInAsync(Bo);
        await bo.GoAsync(one.At());
        await bo.LiveAsync();
        var (here, note) = (bo.Page.GetByRole(AriaRole.Button, new() { Name = "I am here", Exact = true }), bo.Page.Locator("#mt-told"));
        await one.DoesAsync(Alma, $"?handler=here&person={one.There.World["Fay Novak"]}&state=Here");
        await Assertions.Expect(bo.Page.Locator("#mt-here li", new() { HasText = "Fay Novak" }).Locator(".pill-ok")).ToBeVisibleAsync();
        await Assertions.Expect(here).ToBeVisibleAsync();

        await bo.Context.SetOfflineAsync(true);
        await here.ClickAsync();
        await Assertions.Expect(note).ToContainTextAsync("No signal: nothing has changed.");
        await bo.Context.SetOfflineAsync(false);
        await Assertions.Expect(note).ToBeHiddenAsync();
        await here.ClickAsync();
        await Assertions.Expect(here).ToBeHiddenAsync();
        await Assertions.Expect(bo.Page.Locator("#mt-here li", new() { HasText = Bo }).Locator(".pill-ok")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_and_chosen_in_a_report_back_is_still_there_after_a_reload()
    {
        await using var one = await StartAsync();
        await one.There.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @Set, 1, @alma, 'Walk the beds', '2026-03-12', '2026-03-20', '2026-03-12T09:00:00.000Z', '2026-03-12T09:00:00.000Z')
            """, new { key = WorkshopHub.Web.Accounts.Tokens.New(), one.There.Set, alma = one.There.World[Alma] });
        var alma = (await VisitAsync(one.There.Site.Url, Device.Desk)).Expect("status of 422|answer: 422|WebSocket");
        await alma.SignInAsync(Alma);
        await alma.GoAsync(one.At("/report"));
        await alma.LiveAsync();
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for the pen", Exact = true }).ClickAsync(); // hers on another device
        await Assertions.Expect(alma.Page.Locator("#mt-me[data-holds=true]")).ToHaveCountAsync(1); // the page is drawn anew for it
        await alma.LiveAsync();
        await alma.Page.GetByLabel("What I did", new() { Exact = true }).FillAsync("Walked them twice");
        await alma.Page.GetByLabel("What I learned", new() { Exact = true }).FillAsync("The wet ones");
        await alma.Page.GetByText("Not done", new() { Exact = true }).ClickAsync();
        await alma.Page.ReloadAsync();
        await Assertions.Expect(alma.Page.GetByLabel("What I did", new() { Exact = true })).ToHaveValueAsync("Walked them twice");
        await Assertions.Expect(alma.Page.GetByLabel("What I learned", new() { Exact = true })).ToHaveValueAsync("The wet ones");
        await Assertions.Expect(alma.Page.GetByLabel("Not done", new() { Exact = true })).ToBeCheckedAsync();

        // So it is with what was typed before the script was there.
        var typed = new TaskCompletionSource();
        await alma.Page.RouteAsync("**/js/typed*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await alma.Page.GotoAsync(alma.Page.Url, new() { WaitUntil = WaitUntilState.Commit });
        await alma.Page.GetByLabel("What I did", new() { Exact = true }).FillAsync("Walked them thrice");
        typed.SetResult();
        await alma.Page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(one => one.includes('thrice'))");
        await alma.Page.ReloadAsync();
        await Assertions.Expect(alma.Page.GetByLabel("What I did", new() { Exact = true })).ToHaveValueAsync("Walked them thrice");
        await Assertions.Expect(alma.Page.GetByLabel("What I learned", new() { Exact = true })).ToHaveValueAsync("The wet ones");
        await alma.LiveAsync();

        // So it is when it was refused meanwhile, and more was typed since.
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Told", Exact = true }).ClickAsync();
        await alma.SeesAsync("What happened? Half a sentence is enough.");
        await alma.Page.GetByLabel("What I learned", new() { Exact = true }).FillAsync("The wet ones sink");
        await alma.Page.ReloadAsync();
        await Assertions.Expect(alma.Page.GetByLabel("What I did", new() { Exact = true })).ToHaveValueAsync("Walked them thrice");
        await Assertions.Expect(alma.Page.GetByLabel("What I learned", new() { Exact = true })).ToHaveValueAsync("The wet ones sink");
        await Assertions.Expect(alma.Page.GetByLabel("Not done", new() { Exact = true })).ToBeCheckedAsync();
        await alma.Page.GetByLabel("What happened", new() { Exact = true }).FillAsync("Two sink");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Told", Exact = true }).ClickAsync();
        await alma.SeesAsync("All is told.");

        // What is taken back stands in the form once more, and what was sent is not typed any more.
        var step = alma.Page.Url;
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Take back: Walk the beds", Exact = true }).ClickAsync();
        await alma.SeesAsync("It is open again.");
        await Assertions.Expect(alma.Page.GetByLabel("What I did", new() { Exact = true })).ToHaveValueAsync("Walked them thrice");
        await Assertions.Expect(alma.Page.GetByLabel("Not done", new() { Exact = true })).ToBeCheckedAsync();
        await alma.Page.GotoAsync(step);
        await Assertions.Expect(alma.Page.GetByLabel("What I did", new() { Exact = true })).ToHaveValueAsync("");
    }
}
