using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

/// <summary>What only a browser shows: a problem that keeps itself while one types, and how desk, wizard and the form of two look.</summary>
public sealed class ProblemJourneyTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private string List => $"/programmes/{_world.Programme}/problems";

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await PlantAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_sponsor_presses_the_one_thing_that_is_missing_and_it_keeps_itself_until_somebody_else_was_there()
    {
        var sven = (await VisitAsync(_site.Url, Device.Desk)).Expect("handler=keep|/write/tried|status of 4(09|22)");
        await sven.SignInAsync("Sven Sponsor");
        await sven.GoAsync(List + "/new");
        await sven.Page.Locator("[name='Form.Title']").FillAsync("Half a thought");
        await sven.Page.ReloadAsync(); // before it has a name that is kept, the tab keeps it
        await Assertions.Expect(sven.Page.Locator("[name='Form.Title']")).ToHaveValueAsync("Half a thought");
        await sven.GoAsync(List);
        await LookAsync(sven, "problems-desk");
        await sven.Page.GetByRole(AriaRole.Link, new() { Name = "Add one: Seventy days to a tap" }).ClickAsync();
        var tests = sven.Page.Locator("#tests-so-far");
        await Assertions.Expect(tests).ToContainTextAsync("One failed attempt, two needed");
        await LookAsync(sven, "problem-write-desk");
        await sven.Page.Locator("[name='Form.Attempts[1].Year']").FillAsync("2022");
        await sven.Page.Locator("[name='Form.Attempts[1].What']").FillAsync("Case owner per builder");
        await sven.Page.GetByRole(AriaRole.Button, new() { Name = "On to what good looks like" }).ClickAsync();
        await sven.SeesAsync("Say why, or it can’t count as an attempt.");
        await LookAsync(sven, "problem-write-refused-desk");

        // A slow typist has it kept in the middle of the sentence, too; the last word counts.
        await sven.Page.RunAndWaitForResponseAsync(
            () => sven.Page.Locator("[name='Form.Attempts[1].Why']").PressSequentiallyAsync("The owner had no say."),
            answer => answer.Url.Contains("handler=keep", StringComparison.Ordinal)
                && answer.Request.PostData?.Replace('+', ' ').Contains("The owner had no say.", StringComparison.Ordinal) is true);
        await Assertions.Expect(tests).ToContainTextAsync("Two failed attempts");
        Assert.Equal("The owner had no say.", await _site.OneAsync<string>("SELECT why_it_failed FROM failed_attempt WHERE year = 2022"));
        await Assertions.Expect(sven.Page.Locator("[name='Form.Attempts[1].Why']")).ToBeFocusedAsync();

        // A button pressed while it is being kept is not told of a change that was its own.
        await sven.Page.RunAndWaitForRequestAsync(
            () => sven.Page.Locator("[name='Form.NoKnownAnswerNote']").FillAsync("Asked around."), request => request.Url.Contains("handler=keep", StringComparison.Ordinal));
        await sven.Page.GetByRole(AriaRole.Button, new() { Name = "On to what good looks like" }).ClickAsync();
        await sven.SeesAsync("How would you see that it is better?");
        await _site.SetAsync("UPDATE problem SET version = version + 1, success_looks_like = 'Theirs' WHERE title = 'Seventy days to a tap'");
        await sven.Page.GetByLabel("What good looks like").FillAsync("A tap within thirty days");
        await sven.SeesAsync("Not kept: somebody else was here");
        await Assertions.Expect(sven.Page.Locator(".stale")).ToContainTextAsync("Theirs");
        await LookAsync(sven, "problem-write-both-desk");
        await sven.Page.GetByRole(AriaRole.Button, new() { Name = "Put mine in its place" }).ClickAsync();
        await Assertions.Expect(sven.Page.Locator("#kept")).ToContainTextAsync("Kept at");
        Assert.Equal("A tap within thirty days", await _site.OneAsync<string>("SELECT success_looks_like FROM problem WHERE title = 'Seventy days to a tap'"));

        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.SignInAsync("Sven Sponsor");
        await phone.GoAsync(List);
        await LookAsync(phone, "problems-phone");
        await phone.GoAsync($"/problems/{await _site.OneAsync<long>("SELECT min(id) FROM problem")}/write/tried");
        await LookAsync(phone, "problem-write-phone");
        await KeepsWhatWasQuickerThanTheScriptAsync(phone);
    }

    private static async Task KeepsWhatWasQuickerThanTheScriptAsync(Visitor phone)
    {
        var typed = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/js/keeps*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await phone.Page.GotoAsync(phone.Page.Url, new() { WaitUntil = WaitUntilState.Commit });
        await phone.Page.Locator("[name='Form.Attempts[0].What']").FillAsync("Typed before the script was there");
        var kept = await phone.Page.RunAndWaitForResponseAsync(
            () => Task.FromResult(typed.TrySetResult()), answer => answer.Url.Contains("handler=keep", StringComparison.Ordinal));
        Assert.True(kept.Ok, $"{kept.Status}");
        Assert.Contains("Typed+before+the+script+was+there", kept.Request.PostData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_two_persons_and_the_yes_look_right_on_desk_and_phone()
    {
        await _site.SetAsync("UPDATE programme SET format = 'OwnProblem', name = 'Own Ground'");
        foreach (var name in new[] { "Alma Tamm", "Uma Supervisor" })
        {
            (await _site.AsAsync(_world, name)).Dispose();
        }

        var page = await _site.MembershipAsync(_world, "Alma Tamm");
        var alma = await VisitAsync(_site.Url, Device.Phone);
        await alma.SignInAsync("Alma Tamm");
        await alma.GoAsync(page);
        await LookAsync(alma, "consent-phone");
        await alma.Page.GetByLabel("What are you willing to risk?").FillAsync("Say openly which of our own checks are not done");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, I take part" }).ClickAsync();
        await alma.SeesAsync("You said yes");
        await SendAsync(alma, page, "Jobs that come in on Saturday wait two days for a road permit in the whole company.");
        await LookAsync(alma, "own-problem-member-phone");
        var uma = (await VisitAsync(_site.Url, Device.Desk)).Expect("handler=Decide|status of 422");
        await uma.SignInAsync("Uma Supervisor");
        await uma.GoAsync(page + "/problem");
        await uma.Page.GetByText("No, send it back with a note").ClickAsync();
        await uma.Page.GetByLabel("What is missing, or lies outside?").FillAsync("I can only answer for the north.");
        await uma.Page.GetByRole(AriaRole.Button, new() { Name = "Send it back" }).ClickAsync();
        await uma.SeesAsync("Now Alma writes.");
        await SendAsync(alma, page, "Jobs that come in on Saturday wait two days for a road permit in Cottering.");
        await uma.GoAsync(page + "/problem");
        await uma.Page.GetByText("Yes, it is within my sphere").ClickAsync();
        await uma.Page.GetByLabel("What may Alma decide alone?").FillAsync("Weekend work of her own gang.");
        await uma.Page.GetByLabel("How much may Alma spend?").FillAsync("fifteen hundred");
        await uma.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, within my sphere" }).ClickAsync();
        await uma.SeesAsync("Write it in whole figures.");
        await LookAsync(uma, "own-problem-desk");
        await uma.Page.SetViewportSizeAsync(390, 844);
        await LookAsync(uma, "own-problem-phone");
        await uma.Page.SetViewportSizeAsync(1440, 900);
        await uma.GoAsync(page);
        await LookAsync(uma, "consent-supervisor-desk");
        var mari = await VisitAsync(_site.Url, Device.Desk);
        await mari.SignInAsync("Mari Kask");
        await mari.GoAsync($"/programmes/{_world.Programme}/consents");
        await LookAsync(mari, "consents-desk");
    }

    private static async Task SendAsync(Visitor alma, string page, string happens)
    {
        await alma.GoAsync(page + "/problem");
        await alma.Page.GetByLabel("What is it called?").FillAsync("Emergency jobs wait for Monday");
        await alma.Page.GetByLabel("what happens, and to whom?").FillAsync(happens);
        await alma.Page.GetByLabel("Why does it matter?").FillAsync("Nineteen streets without water over a Sunday this year.");
        await alma.Page.GetByLabel("What do you want to get better at").FillAsync("Speaking first in the area meeting");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Send it to Uma" }).ClickAsync();
        await alma.SeesAsync("says yes or sends it back");
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Shot(visitor.Page, $"{name}-light");
        await Axe.CheckAsync(visitor.Page);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Shot(visitor.Page, $"{name}-dark");
        await Axe.CheckColoursAsync(visitor.Page);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways");
    }

    private Task<bool> PlantAsync() => _site.Writer.RunAsync(writes =>
    {
        void Add(string title, string happens, int attempts, bool client, bool offer)
        {
            var id = ProblemCommands.Add(writes, _world.Programme, new ProblemDetails
            {
                Title = title,
                Description = happens,
                WhyItMatters = "Eleven handovers between six teams, and builders wait.",
                ClientId = client ? _world["Clio Client"] : null,
                NoClearExpertise = true,
                NoClearExpertiseNote = "Each has a part.",
                Attempts = [.. Enumerable.Range(0, attempts).Select(i => new FailedAttempt { Year = 2019 + i, What = i == 0 ? "Online portal" : "Photo app for each layer", WhyItFailed = "34,000 photos taken; no one had the task of looking at them." })],
            }, null);
            Assert.True(!offer || ProblemCommands.Offer(writes, _world.Programme, id, 1, null));
        }

        Add("Holes we dig twice", "One in five repair excavations is opened again within 30 days: 1,186 of 6,240 in 2025.", 3, true, true);
        Add("Alarms nobody believes", "The night desk at Aldbrook receives 1,380 alarms in an average shift. Seven in a hundred lead to any action.", 3, true, true);
        Add("Seventy days to a tap", "A builder waits 70 days on average for a new water connection; the best month was 41.", 1, true, false);
        Add("After the second winter", "Of the technicians who started in 2023, 41 per cent had left within 24 months.", 3, false, false);
        Add("The same twelve streets", "Twelve streets make up 31 per cent of our repeat sewer blockages: 268 call-outs in 2025.", 2, true, false);
        AuthorityCommands.Sign(writes, _world.Programme, null, 0, new AuthorityDetails(
            "Run trials of up to 12 weeks in one depot, works or district; talk to any employee, customer or supplier.", "Changes to contracts, safety rules or permits.",
            15000, "GBP", _world["Sven Sponsor"], "2026-03-02"), _world["Sven Sponsor"]);
        return true;
    });
}
