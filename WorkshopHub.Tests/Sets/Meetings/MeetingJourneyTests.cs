using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>
/// A meeting of a set with one problem: Alma's laptop is the scribe, Bo presents with a phone beside him, Jaan asks from his own,
/// Aada advises. In the middle a reload, a lost line and another scribe.
/// </summary>
public sealed class MeetingJourneyTests(Browser browser) : BrowserTest(browser)
{
    private LiveMeeting _one = null!;

    public override async ValueTask InitializeAsync()
    {
        _one = await StartAsync(open: false);
        foreach (var name in new[] { Alma, Bo, "Jaan Mets", "Aada Advisor" })
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
    public async Task A_meeting_goes_from_the_check_in_through_a_turn_to_the_close()
    {
        var alma = await ComeAsync(Alma, Device.Desk);
        var bo = await ComeAsync(Bo, Device.Phone);
        var jaan = await ComeAsync("Jaan Mets", Device.Phone);
        var aada = await ComeAsync("Aada Advisor", Device.Desk);
        await Shot(alma.Page, "meeting-planned");
        await Axe.CheckAsync(alma.Page);

        // Check-in: all follow.
        await Button(alma, "Open the meeting").ClickAsync();
        await aada.SeesAsync("Alma Tamm holds the pen.");
        await Button(alma, "Everybody is here").ClickAsync();
        await bo.SeesAsync("All five and Aada.");
        await LookAsync(alma, "meeting-check-in");
        await Button(alma, "On to report back").ClickAsync();
        await bo.Page.WaitForURLAsync("**/report");
        await Button(alma, "On to order of airtime").ClickAsync();
        await jaan.Page.WaitForURLAsync("**/order");
        await Button(alma, "Bo Lind needs it first").PressAsync("Enter");
        await Assertions.Expect(jaan.Page.Locator("#mt-order li").First).ToContainTextAsync("Bo Lind");
        await LookAsync(alma, "meeting-order");

        // The turn: questions as fast as people talk, by keys alone.
        await Button(alma, "Bo begins").ClickAsync();
        foreach (var visitor in new[] { alma, bo, jaan, aada })
        {
            await visitor.Page.WaitForURLAsync("**/airtime");
            await visitor.LiveAsync();
        }

        await alma.Page.GetByLabel("What is asked").FocusAsync();
        await alma.Page.Keyboard.PressAsync("4");
        await alma.Page.Keyboard.TypeAsync("Who is better off if nothing changes?");
        await alma.Page.Keyboard.PressAsync("Enter");
        await alma.Page.Keyboard.TypeAsync("What would five mornings tell you?");
        await alma.Page.Keyboard.PressAsync("Enter");
        await alma.SeesAsync("Who asked?");
        await alma.Page.Keyboard.PressAsync("2");
        await Assertions.Expect(jaan.Page.Locator(".qs .q")).ToHaveCountAsync(2);
        await Assertions.Expect(jaan.Page.Locator(".qs .q").First).ToContainTextAsync("Jaan");

        await jaan.Page.GetByLabel("Your question for Bo").FillAsync("Have you tried the night shift?");
        await jaan.SeesAsync("May be advice in disguise.");
        await jaan.Page.GetByLabel("Your question for Bo").FillAsync("What does the night shift say?");
        await Button(jaan, "Ask").ClickAsync();
        await Button(alma, "Let in: What does the night shift say?").ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".q.proposed")).ToHaveCountAsync(0);
        await Assertions.Expect(alma.Page.Locator("#mt-undo")).ToBeHiddenAsync();
        await LookAsync(alma, "meeting-airtime", phone: jaan);

        // A reload in the middle of a sentence, then a lost line: nothing is lost, nothing doubled.
        await alma.Page.GetByLabel("What is asked").FillAsync("What are you assuming");
        await alma.Page.ReloadAsync();
        await Assertions.Expect(alma.Page.GetByLabel("What is asked")).ToHaveValueAsync("What are you assuming");
        alma.Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket");
        await alma.Context.SetOfflineAsync(true);
        await alma.Page.GetByLabel("What is asked").FillAsync("What are you assuming they would say?");
        await alma.Page.Keyboard.PressAsync("Alt+1");
        await alma.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(alma.Page.Locator("#outbox .q")).ToHaveCountAsync(1);
        await alma.Context.SetOfflineAsync(false);
        await Assertions.Expect(jaan.Page.Locator(".qs .q")).ToHaveCountAsync(4);
        await Assertions.Expect(alma.Page.Locator("#outbox .q")).ToHaveCountAsync(0);
        await Assertions.Expect(alma.Page.Locator(".qs .q")).ToHaveCountAsync(4);

        // Another scribe.
        await Button(aada, "Ask for the pen").ClickAsync();
        await alma.SeesAsync("Aada Advisor asks for the pen.");
        await Button(alma, "Hand it over").ClickAsync();
        await Assertions.Expect(aada.Page.GetByLabel("What is asked")).ToBeVisibleAsync();
        await Assertions.Expect(Button(alma, "Ask for the pen")).ToBeVisibleAsync();

        // Which question helped: the presenter alone, at the end, on his own phone.
        await Assertions.Expect(bo.Page.Locator(".tick-btn").First).ToBeHiddenAsync();
        foreach (var part in new[] { "On to: questions", "On to: what I see now", "On to: what helped" })
        {
            await Button(aada, part).ClickAsync();
        }

        await Assertions.Expect(jaan.Page.Locator(".parts-row [aria-current]")).ToContainTextAsync("What helped");
        await Assertions.Expect(jaan.Page.Locator(".tick-btn").First).ToBeHiddenAsync();
        await bo.Page.Locator(".tick-btn").First.ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".qs .q").First).ToContainTextAsync("Moved");
        await LookAsync(aada, "meeting-helped", phone: bo);
        await Button(aada, "I am Bo").ClickAsync();
        await Assertions.Expect(aada.Page.Locator(".tick-btn").First).ToBeVisibleAsync();
        await Shot(aada.Page, "meeting-turned");
        await Assertions.Expect(aada.Page.Locator("#ask")).ToBeHiddenAsync();
        await Button(aada, "Done: turn the screen back").ClickAsync();
        await Button(aada, "Take out: What would five mornings tell you?").ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".qs .q")).ToHaveCountAsync(3);
        await Button(aada, "Put it back").ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".qs .q")).ToHaveCountAsync(4);
        await Button(aada, "End the turn").ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".turn.done")).ToContainTextAsync("Bo");

        // And home.
        await GoAsync(aada, "/close");
        await aada.SeesAsync("had no airtime today");
        await LookAsync(aada, "meeting-close");
        await Button(aada, "Close it all the same").ClickAsync();
        await bo.SeesAsync("This meeting was held.");
        await bo.GoAsync(_one.There.At("meetings"));
        await LookAsync(bo, "meeting-list");
        Assert.Equal(4, await _one.There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question WHERE state = 'Noted'"));
        Assert.Equal(1, await _one.There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question WHERE ticked_at IS NOT NULL"));
    }

    private async Task<Visitor> ComeAsync(string name, Device device)
    {
        var visitor = await VisitAsync(_one.There.Site.Url, device);
        await visitor.SignInAsync(name);
        await visitor.GoAsync(_one.At());
        await visitor.LiveAsync();
        return visitor;
    }

    private Task<int> GoAsync(Visitor visitor, string page) => visitor.GoAsync(_one.At(page));

    private static ILocator Button(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task LookAsync(Visitor visitor, string name, Visitor? phone = null)
    {
        foreach (var (who, what) in new[] { (visitor, name), (phone, name + "-phone") })
        {
            if (who is not null)
            {
                await Axe.CheckAsync(who.Page);
                await Shot(who.Page, what);
                Assert.Equal(0, await who.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
                Assert.Empty(await who.Page.Locator("[data-live] :is(input, textarea, select, form)").AllAsync());
            }
        }

        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.CheckColoursAsync(visitor.Page);
        await Shot(visitor.Page, name + "-dark");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
