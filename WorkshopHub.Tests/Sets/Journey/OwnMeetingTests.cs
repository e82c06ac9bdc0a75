using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>
/// A meeting of a set in which each works on a problem of their own: Alma's laptop is the scribe, Bo presents, Jaan and Fay ask,
/// Aada advises. Their supervisor reads what was written for her, on her phone, and nothing of the meeting.
/// </summary>
public sealed class OwnMeetingTests(Browser browser) : SetJourney(browser)
{
    public override async ValueTask InitializeAsync()
    {
        await OpenAsync(ownProblem: true);
        foreach (var name in new[] { Alma, Bo, "Fay Novak", "Hugo Kern", "Jaan Mets" })
        {
            await There.Site.SetAsync(
                """
                INSERT INTO problem (programme_id, position, title, owner_id, supervisor_id, sent_at, within_sphere_at, state, created_at, changed_at)
                VALUES (@Programme, 1, 'Permits wait ' || @name, @owner, @uma, '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z', 'Agreed', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
                """, new { There.World.Programme, name, owner = There.World[name], uma = There.World["Uma Supervisor"] });
            await There.Site.SetAsync(
                """
                INSERT INTO developmental_goal (membership_id, text, agreed_at, agreed_by, created_at, changed_at)
                SELECT id, 'Handling conflict', '2026-03-10T09:00:00.000Z', @uma, '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z' FROM membership WHERE person_id = @owner AND left_at IS NULL
                """, new { owner = There.World[name], uma = There.World["Uma Supervisor"] });
        }
    }

    [Fact]
    public async Task Each_has_an_hour_for_a_problem_of_their_own_and_a_supervisor_reads_what_was_written_for_her()
    {
        var alma = (await ComeAsync(Alma, Device.Desk, At(1))).Expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket");
        var bo = await ComeAsync(Bo, Device.Phone, At(1));
        var jaan = await ComeAsync("Jaan Mets", Device.Phone, At(1));
        var fay = await ComeAsync("Fay Novak", Device.Phone, At(1));
        var aada = await ComeAsync(Aada, Device.Desk, At(1));
        await Button(alma, "Open the meeting").ClickAsync();
        await Button(alma, "Everybody is here").ClickAsync();
        await Button(alma, "On to report back").ClickAsync();
        await Button(alma, "On to order of airtime").ClickAsync();
        await Assertions.Expect(jaan.Page).ToHaveURLAsync(new Regex("/order$"));
        await Button(alma, "Bo Lind needs it first").ClickAsync();
        await Button(alma, "Bo begins").ClickAsync();
        foreach (var visitor in new[] { alma, bo, jaan, fay, aada })
        {
            await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/airtime(\?slot=\d+)?$"));
            await visitor.LiveAsync();
        }

        foreach (var (asker, question) in new[] { (jaan, "Who waits for whom?"), (fay, "What would you risk?") })
        {
            await Field(asker, "Your question for Bo").FillAsync(question);
            await Button(asker, "Ask").ClickAsync();
            await Button(alma, $"Let it in: {question}").ClickAsync();
        }

        await Field(bo, "What I took for granted").FillAsync("That the permit office says no");
        await Button(bo, "Note it").ClickAsync();
        await aada.SeesAsync("That the permit office says no");
        await BreakAsync(alma, jaan, aada);
        await Button(aada, "Hand over to Alma").ClickAsync();
        await Assertions.Expect(jaan.Page.Locator(".turn.done")).ToContainTextAsync("Bo");
        await Assertions.Expect(Field(fay, "Your question for Alma")).ToBeVisibleAsync();
        await Assertions.Expect(fay.Page.Locator("#mt-turns")).ToContainTextAsync("60 min"); // each the same; a phone shows the turn that runs
        await fay.LiveAsync();
        await LookAsync(fay, "meeting-own-phone", dark: true);
        await EndAsync(alma, bo, aada);
        await SuperviseAsync(bo);
        Assert.Empty(There.Site.Faults.All);
    }

    /// <summary>A reload in the middle of a sentence, a lost line, then another scribe: nothing is lost and nothing doubled.</summary>
    private static async Task BreakAsync(Visitor alma, Visitor jaan, Visitor aada)
    {
        var field = Field(alma, "What is asked");
        await field.FillAsync("Whose permit");
        await alma.Page.ReloadAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Whose permit");
        await alma.Context.SetOfflineAsync(true);
        await field.FillAsync("Whose permit is it, if nobody asks?");
        await alma.Page.Keyboard.PressAsync("Alt+1");
        await alma.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(alma.Page.Locator("#outbox .q")).ToHaveCountAsync(1);
        await alma.Context.SetOfflineAsync(false);
        await Assertions.Expect(jaan.Page.Locator(".qs .q")).ToHaveCountAsync(3);
        await Assertions.Expect(alma.Page.Locator("#outbox .q")).ToHaveCountAsync(0);
        await Assertions.Expect(alma.Page.Locator(".qs .q")).ToHaveCountAsync(3);
        await Assertions.Expect(jaan.Page.Locator(".timer")).ToHaveTextAsync(new Regex(@"^(59|60):\d\d$")); // the clock of the turn runs on who follows, too
        await Button(aada, "Ask for the pen").ClickAsync();
        await Button(alma, "Hand it over").ClickAsync();
        await Assertions.Expect(Field(aada, "What is asked")).ToBeVisibleAsync();
    }

    /// <summary>A member writes what they made of the day; one writes what leaves the room, another says yes; then it is closed.</summary>
    private async Task EndAsync(Visitor alma, Visitor bo, Visitor aada)
    {
        await Button(aada, "End the turn").ClickAsync();
        await aada.Page.GetByText("Hand the pen over", new() { Exact = true }).ClickAsync();
        await Button(aada, "To Alma Tamm").ClickAsync();
        await Button(alma, "On to reflection").ClickAsync();
        await Assertions.Expect(bo.Page).ToHaveURLAsync(new Regex("/reflect$"));
        await Field(alma, "Why the difference?").FillAsync("We asked for permission before we asked why.");
        await Button(alma, "Keep it, and on to what leaves the room").ClickAsync();
        await Assertions.Expect(bo.Page).ToHaveURLAsync(new Regex("/leaves$"));
        await alma.Page.GetByText("Slow", new() { Exact = true }).ClickAsync();
        await Field(alma, "In your words").FillAsync("Permits are slow, we are not.");
        await AnewAsync(alma, () => Button(alma, "Write it as Alma").First.ClickAsync());
        Assert.DoesNotContain("we are not", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await Button(bo, "I’m Bo, and I say yes").ClickAsync();
        await alma.SeesAsync("You can take it back; that it was shown stays on record.");
        await alma.GoAsync(At(1, "/close"));
        await alma.SeesAsync("had no airtime today");
        await Button(alma, "Close it all the same").ClickAsync();
        await bo.SeesAsync("This meeting was held.");
    }

    /// <summary>
    /// What waits for the supervisor stands on her phone, with a talk and its record when both have said yes; on his are the talks,
    /// his goal, and what he asks a peer.
    /// </summary>
    private async Task SuperviseAsync(Visitor bo)
    {
        var page = $"/memberships/{await There.MembershipAsync(Bo)}";
        var uma = await There.AsAsync("Uma Supervisor");
        var day = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var planned = await uma.PostAsync($"{page}/talks", "?handler=plan", ("Plan.Version", "0"), ("Plan.Date", day), ("Plan.Starts", "09:00"), ("Plan.Place", "Cottering"));
        await bo.GoAsync($"{page}/talks");
        await Field(bo, "How far it is, in your words").FillAsync("Permits for weekends exist");
        await Button(bo, "Tell Uma").ClickAsync();
        await bo.SeesAsync("Change it");
        await LookAsync(bo, "talks-member-phone");
        var phone = await VisitAsync(There.Site.Url, Device.Phone);
        await phone.SignInAsync("Uma Supervisor");
        await phone.GoAsync("/as/supervisor");
        await LookAsync(phone, "supervisor-phone", dark: true);
        Assert.DoesNotContain("Who waits for whom?", await phone.Page.ContentAsync(), StringComparison.Ordinal);
        await phone.GoAsync($"{page}/talks");
        await phone.SeesAsync("Permits for weekends exist");
        await phone.Page.GetByText("We met: write it down together").ClickAsync();
        await Field(phone, "How far is it?").FillAsync("Two Saturday jobs dug on Saturday.");
        await Field(phone, "What each of you does next").FillAsync("Uma rings the authority.");
        await LookAsync(phone, "talk-write-phone");
        await Button(phone, "Show it to Bo").ClickAsync();
        await phone.SeesAsync("waits for Bo");
        await bo.GoAsync($"{page}/talks");
        await Button(bo, "Yes, so it stands").ClickAsync();
        await bo.SeesAsync("Last time you said");
        await bo.GoAsync($"{page}/goal");
        await bo.Page.Locator("label.chip", new() { HasText = "2" }).ClickAsync();
        await Button(bo, "Keep it").ClickAsync();
        await bo.Page.GetByText("Ask somebody", new() { Exact = true }).ClickAsync();
        await bo.Page.GetByLabel("Whom?").SelectOptionAsync($"{There.World[Alma]}");
        await bo.Page.GetByLabel("What would you like to know?").FillAsync("When did you last see me stay?");
        await Button(bo, "Ask").Last.ClickAsync();
        await bo.SeesAsync("When did you last see me stay?");
        await LookAsync(bo, "goal-phone");
    }
}
