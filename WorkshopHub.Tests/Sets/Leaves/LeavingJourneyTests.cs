using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Sets.Meetings;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Leaves;

/// <summary>The end of a meeting: Alma's laptop writes, Aada follows and asks, Bo says the second yes on his phone; Chen reads it then.</summary>
public sealed class LeavingJourneyTests(Browser browser) : BrowserTest(browser)
{
    private LiveMeeting _one = null!;

    public override async ValueTask InitializeAsync()
    {
        _one = await StartAsync();
        await _one.There.Site.SetAsync("UPDATE meeting_run SET pen_device = NULL"); // her laptop takes it up
        foreach (var name in new[] { Bo, "Aada Advisor", "Chen Champion", "Cecil Hart" })
        {
            await _one.There.AsAsync(name);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _one.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_set_reflects_and_decides_on_two_devices_what_leaves_the_room()
    {
        var alma = await ComeAsync(Alma, Device.Desk, "/reflect");
        await alma.Page.Locator("#ours").WaitForAsync();
        var aada = await ComeAsync("Aada Advisor", Device.Desk, "/reflect");
        await aada.Page.GetByLabel("A question of yours for them to reflect on").FillAsync("What did nobody say today?");
        await Button(aada, "Ask it").ClickAsync();
        await alma.SeesAsync("What did nobody say today?");
        await alma.Page.GetByLabel("What did we set out to do today?").FillAsync("Look at three weeks of the trial and decide what to show at the mid-term.");
        await alma.Page.GetByLabel("Why the difference?").FillAsync("Success makes us give speeches.");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it", Exact = true }).ClickAsync();
        await aada.SeesAsync("Success makes us give speeches.");
        await LookAsync(alma, "reflect");
        await Axe.CheckAsync(aada.Page);

        // One writes on the laptop, the other says yes on a phone; nothing is reloaded.
        await alma.Page.GotoAsync($"{_one.There.Site.Url}{_one.At("/leaves")}");
        await alma.LiveAsync();
        var bo = await ComeAsync(Bo, Device.Phone, "/leaves");
        await alma.Page.GetByText("Slow", new() { Exact = true }).ClickAsync();
        await alma.Page.GetByLabel("In your words").FillAsync("Our surprise is wet stone; we are stuck at how to talk with the contractor.");
        await Button(alma, "Write it as Alma").First.ClickAsync();
        await alma.SeesAsync("Waits for one more yes");
        await bo.Page.GetByLabel("What happened, then what you take from it").FillAsync("We were proud and asked less.");
        await bo.SeesAsync("Our surprise is wet stone");
        await LookAsync(alma, "leaves-waiting", bo);
        await Button(bo, "I’m Bo, and I say yes").ClickAsync();
        await alma.SeesAsync("You can take it back; that it was shown stays on record.");
        await Assertions.Expect(bo.Page.GetByLabel("What happened, then what you take from it")).ToHaveValueAsync("We were proud and asked less."); // a yes loses nobody's words
        await LookAsync(alma, "leaves");
        await alma.Page.GetByLabel("Which door?").FillAsync("Someone at the surfacing firm who may talk without the contract");
        await Button(alma, "Write it as Alma").Last.ClickAsync();
        await aada.Page.GotoAsync($"{_one.There.Site.Url}{_one.At("/leaves")}");
        await aada.LiveAsync();
        await Button(aada, "I’m Aada, and I say yes").ClickAsync();
        await alma.Page.Locator("#out-Door .note-ok").WaitForAsync();

        var chen = await ComeAsync("Chen Champion", Device.Phone, null);
        foreach (var (visitor, page, name) in new[]
        {
            (chen, "/as/champion", "champion"), (alma, _one.There.At("doors"), "doors"), (alma, _one.There.At("shared"), "shared"),
            (alma, _one.There.At("journal"), "journal"), (alma, _one.There.At("reflections"), "reflections"),
            (alma, $"/programmes/{_one.There.World.Programme}/progress", "progress"), (alma, $"/programmes/{_one.There.World.Programme}/learnings", "learnings"),
        })
        {
            await visitor.Page.GotoAsync(_one.There.Site.Url + page);
            await LookAsync(visitor, name);
        }

        await chen.SeesAsync("Our surprise is wet stone");
        Assert.Empty(_one.There.Site.Faults.All);
    }

    private async Task<Visitor> ComeAsync(string name, Device device, string? page)
    {
        var visitor = await VisitAsync(_one.There.Site.Url, device);
        await visitor.SignInAsync(name);
        if (page is not null)
        {
            await visitor.Page.GotoAsync($"{_one.There.Site.Url}{_one.At(page)}");
            await visitor.LiveAsync();
        }

        return visitor;
    }

    private static async Task LookAsync(Visitor desk, string name, Visitor? phone = null)
    {
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, $"leaving-{name}", whole: true);
        if (phone is not null)
        {
            await Axe.CheckAsync(phone.Page);
            await Shot(phone.Page, $"leaving-{name}-phone", whole: true);
        }
    }

    private static ILocator Button(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
