using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// From an empty house to Ready where each set takes one of the sponsor's problems: in real browsers, by one person of each role,
/// the office at a desk and everybody else on a phone, with the wrong turns that people take. What others do in the same way
/// after them goes by plain forms.
/// </summary>
public sealed class CommonProblemTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _titles = ["Holes are dug twice", "Alarms nobody believes", "Seventy days to a tap"];

    [Fact]
    public async Task From_nothing_to_ready_by_everybody_who_has_a_part_in_it()
    {
        await using var house = await Preparing.BeginAsync();
        var desk = (await VisitAsync(house.Site.Url, Device.Desk)).Expect(RealHands.Refused);
        await desk.SignInAsync();
        await CommonProblemDesk.BringInAsync(house, desk);
        house.Programme = await desk.CreateAsync("Flow", "Each set takes one of the sponsor’s problems", "2038-03-01", "2038-08-31");
        foreach (var (name, role) in new[]
        {
            ("Vera Quist", "Sponsor"), ("Ravi Shah", "Advisor"), ("Mona Elm", "Champion"), ("Cleo Marsh", "Client"),
        })
        {
            await house.RoleAsync(name, role);
        }

        await CommonProblemDesk.ComposeAsync(house, desk);
        await house.WorkshopsAsync("2038-03-01", "2038-06-01", "2038-08-31");
        await house.MeetingsAsync();
        await WriteProblemsAsync(house);
        await desk.GoAsync(house.Programme + "/readiness");
        await desk.PressAsync("Begin to ask people");
        await desk.PressAsync("It is ready");
        await desk.SeesAsync("Not yet:");
        await SayYesAsync(house);
        await ReleaseAsync(house);
        await ReplyAsync(house);
        await GetReadyAsync(house, desk);
        Assert.Empty(house.Site.Faults.All);
    }

    /// <summary>The sponsor lists problems; one without failed attempts is not offered before there are two, or nobody knows an answer.</summary>
    private async Task WriteProblemsAsync(Preparing house)
    {
        var vera = (await house.ComeAsync("Vera Quist", await VisitAsync(house.Site.Url, Device.Phone))).Expect(RealHands.Refused);
        await vera.FollowAsync("See the problems");
        await vera.FollowAsync("Write a problem");
        await vera.FillAsync("What is it called?", _titles[0]);
        await vera.FillAsync("What happens?", "One in five is opened again.");
        await vera.FillAsync("Why does it matter", "Builders wait.");
        await vera.PressAsync("On to");
        await vera.Page.GetByText("No, nobody is clearly the expert").ClickAsync();
        await vera.FillAsync("Who has a part of it", "Each team has a part.");
        await vera.PressAsync("On to");
        await vera.FillInAsync("Form.Attempts[0].Year", "2022");
        await vera.FillInAsync("Form.Attempts[0].What", "A portal");
        await vera.FillInAsync("Form.Attempts[0].Why", "Nobody looked.");
        await vera.Page.GetByText("There are answers, and they failed here").ClickAsync();
        await vera.PressAsync("Keep and leave");
        await vera.SeesAsync("One failed attempt, two needed");
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Button, new() { Name = $"Offer {_titles[0]}" })).ToHaveCountAsync(0);
        await vera.FollowAsync($"Add one: {_titles[0]}");
        await vera.FillInAsync("Form.Attempts[1].Year", "2024");
        await vera.FillInAsync("Form.Attempts[1].What", "A checklist");
        await vera.PressAsync("On to");
        await vera.SeesAsync("can’t count as an attempt");
        await vera.FillInAsync("Form.Attempts[1].Why", "Nobody owned it.");
        await vera.PressAsync("On to");
        await vera.FillAsync("What good looks like", "Opened once");
        await vera.PressAsync("On to");
        await vera.Page.GetByLabel("Client").SelectOptionAsync(new SelectOptionValue { Label = "Cleo Marsh, Head of customers" });
        await vera.PressAsync("Keep it");
        await vera.PressAsync($"Offer {_titles[0]}");
        await vera.SeesAsync("Offered");
        await vera.FollowAsync("Write and sign it");
        await vera.FillAsync("They may decide without asking", "Trials of up to twelve weeks");
        await vera.FillInAsync("SpendLimit", "15000");
        await vera.PressAsync("Sign it");
        await vera.SeesAsync("Trials of up to twelve weeks");
        await WriteOthersAsync(house, await house.GoOnAsync("Vera Quist", vera));
    }

    private static async Task WriteOthersAsync(Preparing house, PlainDesk vera)
    {
        foreach (var title in _titles.Skip(1))
        {
            await vera.OpenAsync(house.Programme + "/problems");
            await vera.FollowAsync("Write a problem");
            await vera.PressAsync("On to", ("Form.Title", title), ("Form.Description", "One in five is opened again."), ("Form.WhyItMatters", "Builders wait."));
            await vera.PressAsync("On to", ("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each team has a part."));
            await vera.PressAsync("On to", ("Form.Answer", "None"), ("Form.NoKnownAnswerNote", "We asked all who dig."));
            await vera.PressAsync("On to", ("Form.SuccessLooksLike", "Opened once"));
            await vera.PressAsync("Keep it", ("Form.ClientId", vera.Option("Cleo Marsh")));
            await vera.PressAsync($"Offer {title}");
        }

        vera.Sees("Trials of up to twelve weeks");
    }

    /// <summary>Everybody says yes for themselves; one withdraws later, and another takes the place.</summary>
    private async Task SayYesAsync(Preparing house)
    {
        foreach (var name in CommonProblemDesk.Members.Where(name => name != "Hal Moss"))
        {
            await YesAsync(house, name);
        }

        var hal = (await house.ComeAsync("Hal Moss", await VisitAsync(house.Site.Url, Device.Phone))).Expect(RealHands.Refused);
        await hal.FollowAsync("Answer: Will you take part?");
        await hal.PressAsync("Yes, I take part");
        await hal.SeesAsync("Say in one sentence");
        await hal.FillAsync("What are you willing to risk?", "Say which of our checks are not done");
        await hal.PressAsync("Yes, I take part");
        await hal.SeesAsync("You said yes");
        await hal.FillAsync("What do you want to get better at", "Ask before I fix");
        await hal.FillAsync("Why now?", "I always fix");
        await hal.PressAsync("Keep the goal");
        await hal.SeesAsync("Your set does not read it.");
        await hal.Page.GetByText("I have to withdraw…").ClickAsync();
        await hal.PressAsync("Withdraw");
        await hal.SeesAsync("Say why, in a sentence.");
        await hal.FillInAsync("Reason", "A new post in May");
        await hal.PressAsync("Withdraw");
        await hal.SeesAsync("A new post in May");
        var office = house.Office;
        (await office.OpenAsync(house.Programme)).Sees("7 people in 2");
        (await office.FollowAsync("Who has said yes")).Sees("Hal Moss", "A new post in May");
        await office.OpenAsync(house.Programme);
        await office.PressAsync("Add this person", ("Form.Name", "Ida Lund"), ("Form.Role", "Member"), ("Form.SetId", await OfThreeAsync(house)), ("Form.Supervisor", "Sonja Berg"));
        await YesAsync(house, "Ida Lund");
    }

    private static async Task YesAsync(Preparing house, string name)
    {
        var hand = await house.AsAsync(name);
        await hand.OpenAsync("/");
        await hand.FollowAsync("Answer: Will you take part?");
        await hand.PressAsync("Yes, I take part", ("WillingToRisk", "Say which of our checks are not done"));
        await hand.PressAsync("Keep the goal", ("Goal.Text", "Ask before I fix"), ("Goal.WhyNow", "I always fix"));
        hand.Sees("You said yes");
    }

    /// <summary>The set that Hal left.</summary>
    private static async Task<string> OfThreeAsync(Preparing house) => (await house.Site.Db.ReadAsync(reads => reads.First<long>(
        "SELECT s.id FROM sets s WHERE (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) = 3"))).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The supervisors release the time, not less than the programme asks for, and read nothing of what is risked.</summary>
    private async Task ReleaseAsync(Preparing house)
    {
        var tom = (await house.ComeAsync("Tom Adair", await VisitAsync(house.Site.Url, Device.Phone))).Expect(RealHands.Refused);
        await tom.FollowAsync("Confirm");
        await tom.FillInAsync("TimeSharePercent", "5");
        await tom.PressAsync("Confirm it");
        await tom.SeesAsync("Between 20 and 30 per cent: a day");
        await tom.FillInAsync("TimeSharePercent", "25");
        await tom.PressAsync("Confirm it");
        await tom.SeesAsync("25 per cent, confirmed by Tom Adair");
        foreach (var boss in new[] { await house.GoOnAsync("Tom Adair", tom), await house.AsAsync("Sonja Berg") })
        {
            await boss.OpenAsync("/");
            while (boss.Has("Confirm"))
            {
                await boss.FollowAsync("Confirm");
                await boss.PressAsync("Confirm it", ("TimeSharePercent", "25"));
                boss.Sees("25 per cent, confirmed by ").Misses("checks are not done");
                await boss.OpenAsync("/");
            }
        }
    }

    /// <summary>Everybody who is asked to the kick-off answers from their own page: two taps on a phone.</summary>
    private async Task ReplyAsync(Preparing house)
    {
        foreach (var name in new[] { "Ravi Shah", "Mona Elm", "Cleo Marsh" })
        {
            var phone = await house.ComeAsync(name, await VisitAsync(house.Site.Url, Device.Phone));
            await phone.FollowAsync("Say yes or no: Will you come to Kick-off?");
            await phone.PressAsync("Yes, I will come");
            await phone.SeesAsync("You said yes");
        }

        foreach (var name in new[] { "Vera Quist", "Sonja Berg", "Anna Falk" })
        {
            var hand = await house.AsAsync(name);
            await hand.OpenAsync("/");
            await hand.FollowAsync("Say yes or no: Will you come to Kick-off?");
            await hand.PressAsync("Yes, I will come");
            hand.Sees("You said yes");
        }
    }

    /// <summary>What is left are warnings: each is answered with a reason, which the sponsor reads.</summary>
    private static async Task GetReadyAsync(Preparing house, Visitor desk)
    {
        await desk.GoAsync(house.Programme + "/readiness");
        await desk.PressAsync("It is ready");
        await desk.SeesAsync("Override it with a reason");
        await desk.Page.Locator("summary", new() { HasText = "Go on all the same" }).First.ClickAsync();
        await desk.FillAsync("Why is it right to go on?", "no");
        await desk.PressAsync("Override with this reason");
        await desk.SeesAsync("at least one sentence");
        await desk.GoAsync(house.Programme + "/readiness");
        await desk.OverrideAsync("It is our first try, and two sets are enough.");
        await desk.PressAsync("It is ready");
        await desk.SeesAsync("Ready. Does it start?");
        await desk.PressAsync("Start the programme");
        await desk.SeesAsync("has not chosen its problem");
        (await (await house.AsAsync("Vera Quist")).OpenAsync(house.Programme + "/readiness")).Sees("two sets are enough");
    }
}
