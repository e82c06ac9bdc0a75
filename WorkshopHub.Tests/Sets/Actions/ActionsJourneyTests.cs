using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets.Actions;

/// <summary>Alma's action: promised on a phone without signal, told with one part missing, read out in the meeting, and in the record.</summary>
public sealed class ActionsJourneyTests(Browser browser) : BrowserTest(browser)
{
    private ActingWorld _acting = null!;

    public override async ValueTask InitializeAsync()
    {
        _acting = await ActingWorld.OpenAsync();
        await _acting.AsAsync("Alma Tamm");
        using var agreed = await _acting.AgreeAsync("Alma Tamm", "Go out one day with the gang that says no", slot: true, questions: [_acting.Questions[0]]);
        using var asks = await _acting.AgreeAsync("Fay Novak", "Ask the road authority for a short second-look permit");
        using var early = await _acting.TellAsync("Fay Novak", 2, "Partly", ("Form.Did", "Asked on 20 May."), ("Form.Happened", "They think about it."));
        using var other = await _acting.AgreeAsync("Hugo Kern", "Write our failure line and give it to Alan");
        using var dropped = await _acting.AgreeAsync("Bo Lind", "Compare only the same weeks of the year before");
        using var help = await _acting.DoAsync("Hugo Kern", 3, "help", ("Words", "Who knows Alan?"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _acting.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_action_is_promised_without_signal_told_on_a_phone_read_out_and_kept()
    {
        var phone = (await VisitAsync(_acting.Site.Url, Device.Phone)).Expect("ERR_INTERNET_DISCONNECTED|status of 422|answer: 422");
        await phone.SignInAsync("Alma Tamm");
        await phone.GoAsync(_acting.List);
        await Axe.CheckAsync(phone.Page);
        await Shot(phone.Page, "actions-phone", whole: true);
        await phone.Page.GetByLabel("What, in one sentence").FillAsync("Ring the depot before seven");
        await phone.Context.SetOfflineAsync(true);
        await Button(phone, "Promise it").ClickAsync();
        await phone.SeesAsync("Written on this phone.");
        await phone.SeesAsync("Ring the depot before seven");
        await Shot(phone.Page, "action-away");
        Assert.Equal(4, (await _acting.AllAsync()).Count);
        await phone.Context.SetOfflineAsync(false);
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Ring the depot before seven", Exact = true }).WaitForAsync();
        Assert.Equal(5, (await _acting.AllAsync()).Count);

        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Go out one day with the gang that says no", Exact = true }).ClickAsync();
        await phone.SeesAsync("Bo asked.");
        await Axe.CheckAsync(phone.Page);
        await Shot(phone.Page, "action-phone", whole: true);
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Report back" }).ClickAsync();
        await phone.Page.GetByText("Done", new() { Exact = true }).ClickAsync();
        await phone.Page.GetByLabel("What I did").FillAsync("21 May, eight hours.");
        await phone.Page.GetByLabel("What happened").FillAsync("They have the longest drives; going back costs them two hours.");
        await Button(phone, "Bring it to the set").ClickAsync();
        await phone.SeesAsync("Half a sentence is enough. “Nothing yet” counts too.");
        await Axe.CheckAsync(phone.Page);
        await Shot(phone.Page, "action-tell-phone", whole: true);
        await phone.Page.GetByLabel("What I learned").FillAsync("They were right. Now they swap with the gang nearest.");
        await Button(phone, "Bring it to the set").ClickAsync();
        await phone.SeesAsync("It is read out at the next meeting");
        await Shot(phone.Page, "action-told-phone");

        await _acting.BeginAsync("Bo Lind");
        var desk = await VisitAsync(_acting.Site.Url, Device.Desk);
        await desk.SignInAsync("Bo Lind");
        await desk.GoAsync(_acting.List);
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "actions-desk", whole: true);
        var report = _acting.There.At("meetings/4/report");
        await desk.GoAsync($"{report}?action=1");
        await Button(desk, "Told").ClickAsync();
        await desk.SeesAsync("1 of 5 told");
        await desk.GoAsync($"{report}?action=2");
        await Button(desk, "Told").ClickAsync();
        await desk.SeesAsync("2 of 5 told");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "report-desk", whole: true);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.CheckColoursAsync(desk.Page);
        await Shot(desk.Page, "report-dark", whole: true);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await desk.GoAsync(_acting.There.At("meetings/4/record"));
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "record-desk", whole: true);
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Shot(desk.Page, "record-print", whole: true);
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await desk.GoAsync(_acting.There.At("keep"));
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "keep-desk");
    }

    private static ILocator Button(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
