using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Workshops.Agenda;

/// <summary>Changing one's mind about the sort of a new item.</summary>
public sealed class ItemKindTests(Browser browser) : BrowserTest(browser)
{
    private static readonly (string Field, string Words)[] _typed =
    [
        ("Title", "What holds us up?"), ("Prompt", "Name one thing that holds your set up."), ("Minutes", "12"),
        ("Purpose", "To know where help is needed"), ("Note", "Leave two minutes of quiet."), ("AdvisorNote", "Watch who doesn’t write."),
    ];

    [Fact]
    public async Task What_was_typed_for_a_new_item_stays_when_another_sort_is_chosen_and_goes_into_no_other_item()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var desk = await VisitAsync(site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/workshops/{world.Workshop}?after=-1&kind=posts");
        foreach (var (field, words) in _typed)
        {
            await Field(desk, field).FillAsync(words);
        }

        foreach (var sort in new[] { "poll", "pulse" })
        {
            await desk.Page.ClickAsync($".kinds a[href*='kind={sort}#']");
            await Assertions.Expect(desk.Page.Locator($"[name='Form.Kind'][value='{sort}']")).ToHaveCountAsync(1);
            foreach (var (field, words) in _typed)
            {
                await Assertions.Expect(Field(desk, field)).ToHaveValueAsync(words);
            }
        }

        await desk.GoAsync($"/workshops/{world.Workshop}?item={world.Items[0]}");
        await Assertions.Expect(Field(desk, "Title")).Not.ToHaveValueAsync("What holds us up?");
        await desk.GoAsync($"/workshops/{world.Workshop}?after=-1&kind=posts");
        await Assertions.Expect(Field(desk, "Title")).ToHaveValueAsync("");
    }

    private static ILocator Field(Visitor desk, string name) => desk.Page.Locator($"[name='Form.{name}']");
}
