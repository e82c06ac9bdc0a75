using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>From the first note to what the client takes over: a member at a desk, client, supervisor and peer on their phones.</summary>
public sealed class WorkJourneyTests(Browser browser) : BrowserTest(browser)
{
    private SetWorld _there = null!;

    public override async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _there.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_set_studies_develops_and_implements_with_its_client_who_confirms_each_step_from_a_phone()
    {
        foreach (var name in new[] { "Clio Client", "Uma Supervisor", "Bo Lind" })
        {
            await _there.AsAsync(name);
        }

        await _there.AsAsync("Alma Tamm");
        var desk = (await VisitAsync(_there.Site.Url, Device.Desk)).Expect("status of 422|handler=Decide");
        await desk.SignInAsync("Alma Tamm");
        await desk.GoAsync(_there.At("work"));
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "work-empty", whole: true);
        var bo = await VisitAsync(_there.Site.Url, Device.Desk);
        await bo.SignInAsync("Bo Lind");
        await bo.GoAsync(_there.At("work"));
        await bo.LiveAsync();
        await desk.Page.GetByText("Begin", new() { Exact = true }).ClickAsync();
        await desk.Page.GetByText("Study", new() { Exact = true }).ClickAsync();
        await Button(desk, "Go there").ClickAsync();
        await desk.SeesAsync("Go on, or back");
        await desk.Page.GetByLabel("What did you look at?").FillAsync("Twelve holes in Thornby, on the morning after");
        await desk.Page.GetByLabel("What did you find?").FillAsync("Wet stone in nine of them. Nobody had been back to look.");
        await desk.Page.GetByLabel("Where does it come from?").FillAsync("Alma and Bo, 7 April");
        await Button(desk, "Keep it").First.ClickAsync();
        await desk.SeesAsync("Wet stone in nine of them");
        await bo.SeesAsync("Wet stone in nine of them");
        await desk.Page.GetByText("A decision", new() { Exact = true }).ClickAsync();
        await desk.Page.GetByLabel("What did you decide?").FillAsync("The gang that dug goes back to look");
        await desk.Page.Locator("#decisions").GetByText("Keep it").ClickAsync();
        await desk.SeesAsync("Choose on what ground you decide it.");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.GetByText("Our own authority").ClickAsync();
        await desk.Page.Locator("#decisions").GetByText("Keep it").ClickAsync();
        await desk.SeesAsync("1 of 1 on our own authority");

        await desk.GoAsync(_there.At("solution"));
        await desk.Page.GetByLabel("What will the set do?").FillAsync("A covered bay keeps the stone dry.\nThe gang that dug goes back to look, without a form.");
        await Axe.CheckAsync(desk.Page);
        await Button(desk, "This is version 1: decided").ClickAsync();
        await desk.SeesAsync("version 1, decided on");
        await desk.Page.GetByText("A measure", new() { Exact = true }).ClickAsync();
        await desk.Page.GetByLabel("What do you count?").FillAsync("Digs opened again within 30 days, Thornby");
        await desk.Page.GetByLabel("In what?").FillAsync("%");
        await Button(desk, "Go on to the figures").ClickAsync();
        await desk.Page.GetByLabel("Before", new() { Exact = true }).FillAsync("19.1");
        await desk.Page.GetByLabel("From what, e.g. 76 of 398").FillAsync("76 of 398");
        await desk.Page.GetByLabel("Aim").FillAsync("15");
        await desk.Page.GetByLabel("Now", new() { Exact = true }).FillAsync("10.9");
        await desk.Page.GetByLabel("Now, until").FillAsync("2026-08-17");
        await desk.Page.GetByLabel("Where the figures come from").FillAsync("Job records, weeks 19 to 28");
        await Button(desk, "Keep the figures").ClickAsync();
        await desk.SeesAsync("10.9 % now");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "measure", whole: true);
        await desk.GoAsync(_there.At("work"));
        await desk.Page.GetByText("Ask Clio: understood?").ClickAsync();
        await desk.Page.GetByLabel("What should be understood?").FillAsync("One hole in five is opened again");
        await Button(desk, "Ask Clio").ClickAsync();
        await desk.SeesAsync("has not answered yet");

        var phone = (await VisitAsync(_there.Site.Url, Device.Phone)).Expect("status of 422|handler=Otherwise");
        await phone.SignInAsync("Clio Client");
        await phone.GoAsync("/as/client");
        await NarrowAsync(phone, "client");
        await Button(phone, "Yes, that is it").ClickAsync();
        await phone.SeesAsync("Understood: you said yes");
        await NarrowAsync(phone, "client-yes");
        await phone.GoAsync("/as/client");
        await Button(phone, "Before it was 19.1 %, that is right").ClickAsync();
        await phone.Page.GetByText("I count otherwise").ClickAsync();
        await phone.Page.GetByLabel("You count").FillAsync("12");
        await Button(phone, "Send to Circle").ClickAsync();
        await phone.SeesAsync("Say in a few words why");
        await NarrowAsync(phone, "client-otherwise");
        await phone.Page.GetByLabel("Where is the difference?").FillAsync("Two were logged under Penrow");
        await Button(phone, "Send to Circle").ClickAsync();
        await phone.SeesAsync("Counted otherwise");

        await desk.GoAsync(_there.At("work"));
        await desk.SeesAsync("Two were logged under Penrow");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "work", whole: true);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.CheckColoursAsync(desk.Page);
        await Shot(desk.Page, "work-dark", whole: true);

        await TalksAsync();
        await GoalAsync();
    }

    private async Task TalksAsync()
    {
        var page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}/talks";
        var uma = await VisitAsync(_there.Site.Url, Device.Phone);
        await uma.SignInAsync("Uma Supervisor");
        await uma.GoAsync(page);
        await uma.Page.GetByLabel("Day").FillAsync(DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await uma.Page.GetByLabel("At", new() { Exact = true }).FillAsync("09:00");
        await uma.Page.GetByLabel("Where").FillAsync("Cottering");
        await Button(uma, "That is our next talk").ClickAsync();
        await uma.SeesAsync("at 9:00");
        await NarrowAsync(uma, "talks-supervisor");
        await uma.Page.GetByText("We met: write it down together").ClickAsync();
        await uma.Page.GetByLabel("How far is it?").FillAsync("Two Saturday jobs dug on Saturday.");
        await uma.Page.GetByLabel("What each of you does next").FillAsync("Uma rings the authority. Alma plans the next Saturday.");
        await NarrowAsync(uma, "talk-write");
        await Button(uma, "Show it to Alma").ClickAsync();
        await uma.SeesAsync("waits for Alma");
        await uma.GoAsync("/as/supervisor");
        await NarrowAsync(uma, "supervisor");
        var alma = await VisitAsync(_there.Site.Url, Device.Phone);
        await alma.SignInAsync("Alma Tamm");
        await alma.GoAsync(page);
        await Button(alma, "Yes, so it stands").ClickAsync();
        await alma.SeesAsync("Last time you said");
        await NarrowAsync(alma, "talks-member");
    }

    private async Task GoalAsync()
    {
        var page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}/goal";
        var alma = await VisitAsync(_there.Site.Url, Device.Desk);
        await alma.SignInAsync("Alma Tamm");
        await alma.GoAsync(page);
        await alma.Page.GetByLabel("What do you want to get better at, as a person?").FillAsync("Handling conflict without walking off");
        await Button(alma, "Keep the goal").ClickAsync();
        await alma.SeesAsync("Who reads it");
        await alma.Page.Locator("label.chip", new() { HasText = "2" }).ClickAsync();
        await Button(alma, "Keep it").ClickAsync();
        await alma.Page.GetByText("Ask somebody", new() { Exact = true }).ClickAsync();
        await alma.Page.GetByLabel("Whom?").SelectOptionAsync($"{_there.World["Bo Lind"]}");
        await alma.Page.GetByLabel("What would you like to know?").FillAsync("When did you last see me stay?");
        await Button(alma, "Ask").Last.ClickAsync();
        await alma.SeesAsync("When did you last see me stay?");
        await Axe.CheckAsync(alma.Page);
        await Shot(alma.Page, "goal", whole: true);
        var bo = await VisitAsync(_there.Site.Url, Device.Phone);
        await bo.SignInAsync("Bo Lind");
        await bo.GoAsync("/");
        await bo.Page.GetByText("Alma asks you what you notice").ClickAsync();
        await NarrowAsync(bo, "feedback");
    }

    private static ILocator Button(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name });

    private static async Task NarrowAsync(Visitor visitor, string name)
    {
        await Axe.CheckAsync(visitor.Page);
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Shot(visitor.Page, $"{name}-phone", whole: true);
    }
}
