using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>
/// Two meetings of a set with one problem: Alma's laptop is the scribe, Bo presents with a phone beside him, Jaan and Fay ask from
/// theirs, Aada advises. In the middle a reload, a lost line and another scribe; at the end all the others of the programme, who
/// see nothing of it but what two of the set have shown.
/// </summary>
public sealed partial class TwoMeetingsTests(Browser browser) : SetJourney(browser)
{
    private const string Said = "The contractor lied to Bo on Tuesday";

    private Visitor _alma = null!;
    private Visitor _bo = null!;
    private Visitor _jaan = null!;
    private Visitor _fay = null!;
    private Visitor _aada = null!;

    public override async ValueTask InitializeAsync()
    {
        await OpenAsync(ownProblem: false);
        _alma = (await ComeAsync(Alma, Device.Desk, At(1))).Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket|status of 4(09|22)|answer: 4(09|22)");
        _bo = (await ComeAsync(Bo, Device.Phone, At(1))).Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket|status of 4(09|22)|answer: 4(09|22)|htmx:(sendError|afterRequest)");
        _jaan = (await ComeAsync("Jaan Mets", Device.Phone, At(1))).Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket|status of 4(09|23)|answer: 4(09|23)");
        _fay = await ComeAsync("Fay Novak", Device.Phone, At(1));
        _aada = await ComeAsync(Aada, Device.Desk, At(1));
    }

    [Fact]
    public async Task A_set_meets_twice_and_what_is_said_there_stays_there_until_two_say_otherwise()
    {
        await CheckInAsync();
        await AskAsync();
        await BreakAsync();
        await HelpAsync();
        await PromiseAsync();
        await WorkAsync();
        await ReflectAsync();
        await LeaveAsync();
        await LateAsync();
        await BetweenAsync();
        await BothAsync();
        await AgainAsync();
        await OthersAsync();
        Assert.Equal(4, await There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question WHERE state = 'Noted'"));
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question WHERE ticked_at IS NOT NULL"));
        Assert.Empty(There.Site.Faults.All);
    }

    /// <summary>All follow who is here, and where the set goes.</summary>
    private async Task CheckInAsync()
    {
        await Button(_alma, "Open the meeting").ClickAsync();
        await _aada.SeesAsync("Alma Tamm holds the pen.");
        await Assertions.Expect(Button(_bo, "I am here")).ToBeVisibleAsync();
        await Button(_alma, "Everybody is here").ClickAsync();
        await _bo.SeesAsync("All five and Aada.");
        await Assertions.Expect(Button(_bo, "I am here")).ToBeHiddenAsync();
        await LookAsync(_alma, "meeting-check-in");
        await Button(_alma, "On to report back").ClickAsync();
        await Assertions.Expect(_bo.Page).ToHaveURLAsync(new Regex("/report$"));
        await Button(_alma, "On to order of airtime").ClickAsync();
        await Assertions.Expect(_jaan.Page).ToHaveURLAsync(new Regex("/order$"));
        await Button(_alma, "Bo Lind needs it first").PressAsync("Enter");
        await Assertions.Expect(_jaan.Page.Locator("#mt-order li").First).ToContainTextAsync("Bo Lind");
        await LookAsync(_alma, "meeting-order");
        await Button(_alma, "Bo begins").ClickAsync();
        foreach (var visitor in new[] { _alma, _bo, _jaan, _fay, _aada })
        {
            await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/airtime(\?slot=\d+)?$"));
            await visitor.LiveAsync();
        }
    }

    /// <summary>Questions as fast as people talk: by keys alone on the scribe's laptop, proposed on two phones.</summary>
    private async Task AskAsync()
    {
        await Field(_alma, "What is asked").FocusAsync();
        var keys = _alma.Page.Keyboard;
        await keys.PressAsync("4");
        await keys.TypeAsync("Who is better off if nothing changes?");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("What would five mornings tell you?");
        await keys.PressAsync("Enter");
        await _alma.SeesAsync("Who asked?");
        await keys.PressAsync("2");
        await Assertions.Expect(_jaan.Page.Locator(".qs .q")).ToHaveCountAsync(2);
        await Assertions.Expect(_fay.Page.Locator(".qs .q").First).ToContainTextAsync("Jaan");
        await keys.TypeAsync("12 holes?");
        await Assertions.Expect(_alma.Page.Locator("#ask input.field")).ToHaveValueAsync("12 holes?");
        await Assertions.Expect(_alma.Page.Locator("#ask input[name=asker]:checked")).ToHaveCountAsync(0);
        await _alma.Page.Locator("#ask input.field").FillAsync("");
        await Field(_jaan, "Your question for Bo").FillAsync("Have you tried the night shift?");
        await _jaan.SeesAsync("May be advice in disguise.");
        await Field(_jaan, "Your question for Bo").FillAsync("What does the night shift say?");
        await Button(_jaan, "Ask").ClickAsync();
        await Field(_fay, "Your question for Bo").FillAsync("Who told you so?");
        await Button(_fay, "Ask").ClickAsync();
        await Button(_alma, "Leave it: Who told you so?").ClickAsync();
        await Button(_alma, "Let it in: What does the night shift say?").ClickAsync();
        await Assertions.Expect(_fay.Page.Locator(".q.proposed")).ToHaveCountAsync(0);
        await LookAsync(_jaan, "meeting-airtime-phone");
        await _jaan.Page.EvaluateAsync("scrollTo(0, 0)"); // questions and field stand on a phone's first screen
        await Assertions.Expect(_jaan.Page.Locator(".qs .q").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(Field(_jaan, "Your question for Bo")).ToBeInViewportAsync(new() { Ratio = 1 });
        await LookAsync(_alma, "meeting-airtime", dark: true);
    }

    /// <summary>A reload in the middle of a sentence, then a lost line: nothing is lost, nothing doubled; then another scribe.</summary>
    private async Task BreakAsync()
    {
        var field = Field(_alma, "What is asked");
        await field.FillAsync("What are you assuming");
        await _alma.Page.ReloadAsync();
        await Assertions.Expect(field).ToHaveValueAsync("What are you assuming");
        await _alma.Context.SetOfflineAsync(true);
        await field.FillAsync("What are you assuming they would say?");
        await _alma.Page.Keyboard.PressAsync("Alt+1");
        await _alma.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_alma.Page.Locator("#outbox .q")).ToHaveCountAsync(1);
        await _alma.Context.SetOfflineAsync(false);
        await Assertions.Expect(_jaan.Page.Locator(".qs .q")).ToHaveCountAsync(4);
        await Assertions.Expect(_alma.Page.Locator("#outbox .q")).ToHaveCountAsync(0);
        await Assertions.Expect(_alma.Page.Locator(".qs .q")).ToHaveCountAsync(4);
        await Button(_aada, "Ask for the pen").ClickAsync();
        await _alma.SeesAsync("Aada Advisor asks for the pen.");
        await Button(_alma, "Hand it over").ClickAsync();
        await Assertions.Expect(Field(_aada, "What is asked")).ToBeVisibleAsync();
        await Assertions.Expect(Button(_alma, "Ask for the pen")).ToBeVisibleAsync();
    }

    /// <summary>Which question helped: the presenter alone, at the end, on his own phone or on the scribe's screen that is turned to him.</summary>
    private async Task HelpAsync()
    {
        await Assertions.Expect(_bo.Page.Locator(".tick-btn").First).ToBeHiddenAsync();
        foreach (var part in new[] { "On to: questions", "On to: what I see now", "On to: what helped" })
        {
            await Button(_aada, part).ClickAsync();
        }

        await Assertions.Expect(_jaan.Page.Locator(".parts-row [aria-current]")).ToContainTextAsync("What helped");
        await Assertions.Expect(_jaan.Page.Locator(".tick-btn").First).ToBeHiddenAsync();
        await _bo.Page.Locator(".tick-btn").First.ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator(".qs .q").First).ToContainTextAsync("Moved");
        await LookAsync(_bo, "meeting-helped-phone");
        await Button(_aada, "I am Bo").ClickAsync();
        await Assertions.Expect(_aada.Page.Locator(".tick-btn").First).ToBeVisibleAsync();
        await Assertions.Expect(_aada.Page.Locator("#ask")).ToBeHiddenAsync();
        await Button(_aada, "Done: turn the screen back").ClickAsync();
        await Button(_aada, "Take out: What would five mornings tell you?").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator(".qs .q")).ToHaveCountAsync(3);
        await Button(_aada, "Put it back").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator(".qs .q")).ToHaveCountAsync(4);
    }

    /// <summary>What the presenter will do, from the question that moved him; promised on a phone without signal.</summary>
    private async Task PromiseAsync()
    {
        await Field(_bo, "What, in one sentence").FillAsync("Stand at the yard at six");
        await _bo.Page.Locator("[data-from] label", new() { HasText = "Who is better off" }).ClickAsync(); // asked since he opened this page
        await _bo.Context.SetOfflineAsync(true);
        await Button(_bo, "Promise it").ClickAsync();
        await _bo.SeesAsync("Written on this device.");
        await Shot(_bo.Page, "action-away");
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM set_action"));
        await _bo.Context.SetOfflineAsync(false);
        await Assertions.Expect(_aada.Page.Locator("#slot-actions")).ToContainTextAsync("Stand at the yard at six");
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM set_action_question"));
        await Button(_aada, "End the turn").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator(".turn.done")).ToContainTextAsync("Bo");
    }

    /// <summary>A question that a phone could not send before the meeting closed: it says why it was not taken, and can be taken out.</summary>
    private async Task LateAsync()
    {
        await _jaan.GoAsync(At(1, "/airtime"));
        await _jaan.LiveAsync();
        await _jaan.Context.SetOfflineAsync(true);
        await Field(_jaan, "Your question for Bo").FillAsync("Who is to say so when all is over?");
        await Button(_jaan, "Ask").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator("#outbox .q")).ToHaveCountAsync(1);
        await There.Site.SetAsync("UPDATE programme SET archived_at = '2026-04-01T09:00:00.000Z'");
        await _jaan.Context.SetOfflineAsync(false);
        await Assertions.Expect(_jaan.Page.Locator("#outbox")).ToContainTextAsync("The programme is over");
        await There.Site.SetAsync("UPDATE programme SET archived_at = NULL");
        await Button(_jaan, "Delete").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator("#outbox .q")).ToHaveCountAsync(0);
        await _jaan.Context.SetOfflineAsync(true);
        await Field(_jaan, "Your question for Bo").FillAsync("And who pays for it?");
        await Button(_jaan, "Ask").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator("#outbox .q")).ToContainTextAsync(new Regex(@"Written on this device at \d\d:\d\d\. It goes by itself"));
        await CloseAsync(1, "had no airtime today");
        await _jaan.Context.SetOfflineAsync(false);
        await Assertions.Expect(_jaan.Page.Locator("#outbox")).ToContainTextAsync("This meeting is closed.");
        await Button(_jaan, "Delete").ClickAsync();
        await Assertions.Expect(_jaan.Page.Locator("#outbox .q")).ToHaveCountAsync(0);
    }
}
