using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Workshops.Agenda;

/// <summary>The way back after an item was removed.</summary>
public sealed class RemovedItemTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task What_was_removed_far_down_a_long_agenda_can_be_had_back_from_there()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.WriteAsync(w => w.Execute(
            """
            INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id)
            WITH RECURSIVE n(at) AS (SELECT 10 UNION ALL SELECT at + 1 FROM n WHERE at < 40)
            SELECT @Workshop, at, 'Talk ' || at, 5, @activity FROM n
            """, new { world.Workshop, activity = world.Activities[1] }));
        var desk = await VisitAsync(site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/workshops/{world.Workshop}");
        var (last, undo) = (desk.Page.Locator(".ag", new() { HasText = "Talk 38" }), desk.Page.Locator("#undo"));
        await last.Locator("summary").ClickAsync();
        await last.GetByText("Remove it").ClickAsync();
        await Assertions.Expect(undo).ToHaveTextAsync("Undo removing “Talk 38”");
        await Assertions.Expect(undo).ToBeInViewportAsync();
        await Assertions.Expect(undo).ToBeFocusedAsync();
        await Assertions.Expect(desk.Page.Locator("#status")).ToHaveTextAsync("It is removed.");
        await Assertions.Expect(desk.Page.Locator(".ag", new() { HasText = "Talk 37" })).ToBeInViewportAsync();
        await Shot(desk.Page, "agenda-removed");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(last).ToHaveCountAsync(1);
        await Assertions.Expect(undo).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_a_removal_leads_to_the_way_back()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        using var answer = await mari.PostFormAsync(
            $"/workshops/{world.Workshop}", $"/workshops/{world.Workshop}?handler=Row", ("remove", $"{world.Items[2]}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("#undo", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
