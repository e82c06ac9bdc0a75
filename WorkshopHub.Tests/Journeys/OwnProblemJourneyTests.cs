using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// From an empty house to Ready and begun where each member brings a problem of their own: member and supervisor write one form
/// in two hands, the sponsor and the set’s advisor do what is theirs beside it, all on their phones, and the office is at a desk.
/// What others do in the same way after them goes by plain forms.
/// </summary>
public sealed class OwnProblemJourneyTests(Browser browser) : BrowserTest(browser)
{
    private const string People = """
        name,email,unit,job title,manager
        Anna Falk,anna@w.example,Assets,Planner,Sonja Berg
        Ben Iyer,ben@w.example,Networks,Crew lead,Sonja Berg
        Carla Ortiz,carla@w.example,Treatment,Chemist,Sonja Berg
        Dan Webb,dan@w.example,Supply,Buyer,Sonja Berg
        Sonja Berg,sonja@w.example,North,Head of north,
        Vera Quist,vera@w.example,Board,Managing director,
        Ravi Shah,ravi@w.example,Learning,Coach,
        """;

    private static readonly string[] _members = ["Anna Falk", "Ben Iyer", "Carla Ortiz", "Dan Webb"];

    [Fact]
    public async Task From_nothing_to_ready_and_begun_by_everybody_who_has_a_part_in_it()
    {
        await using var house = await Preparing.BeginAsync();
        var desk = (await VisitAsync(house.Site.Url, Device.Desk)).Expect(RealHands.Refused);
        await desk.SignInAsync();
        await desk.LookAsync(People);
        await desk.PressAsync("Add 7");
        await desk.SeesAsync("7 people came in");
        house.Programme = await desk.CreateAsync("Own Ground", "Each member brings a problem of their own", "2038-03-01", "2038-07-30");
        await house.RoleAsync("Vera Quist", "Sponsor");
        await PasteAsync(house, desk);
        await house.WorkshopsAsync("2038-03-01");
        await house.MeetingsAsync();

        // The hall for the mid-term is free on one day only, which is the set’s fifth.
        await house.WorkshopsAsync("2038-05-10", "2038-07-30");
        var vera = (await VisitAsync(house.Site.Url, Device.Phone)).Expect(OwnProblemHands.NotTheirs);
        var ravi = (await VisitAsync(house.Site.Url, Device.Phone)).Expect(OwnProblemHands.NotTheirs).Expect(RealHands.Refused);
        await OwnProblemHands.ComeEarlyAsync(house, vera, ravi);
        var anna = (await house.ComeAsync("Anna Falk", await VisitAsync(house.Site.Url, Device.Phone))).Expect(RealHands.Refused);
        await Assertions.Expect(anna.Page.GetByText("Will you take part?")).ToHaveCountAsync(0);
        await desk.GoAsync(house.Programme + "/readiness");
        await Assertions.Expect(desk.Page.GetByText("the sponsor can write problems and sign")).ToHaveCountAsync(0);
        await desk.PressAsync("Begin to ask people");
        await anna.GoAsync("/");
        await SayYesAsync(anna);
        await OwnProblemHands.ReadNoDraftAsync(house, anna, vera, ravi);
        await WriteAsync(anna);
        foreach (var name in _members.Skip(1))
        {
            await WriteAsync(await house.AsAsync(name));
        }

        var problem = new Uri(anna.Page.Url).AbsolutePath;
        await OwnProblemHands.SponsorAsync(house, desk, vera, problem);
        await OwnProblemHands.AdvisorAsync(house, desk, ravi, problem);
        await DecideAsync(house, anna);
        await GetReadyAsync(house, desk);
        await vera.GoAsync("/");
        await vera.FollowAsync("Sponsor of Own Ground");
        await vera.FollowAsync("Ready to start?");
        await vera.SeesAsync("one set is enough");
        await desk.PressAsync("Start the programme");
        await desk.SeesAsync("It has begun");
        Assert.Empty(house.Site.Faults.All);
    }

    /// <summary>Everybody has done what is theirs: nothing is left to override but that there is one set.</summary>
    private static async Task GetReadyAsync(Preparing house, Visitor desk)
    {
        await desk.GoAsync(house.Programme + "/readiness");
        await Assertions.Expect(desk.Page.Locator(".need.stop")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.Locator(".need.open p.b")).ToHaveTextAsync(["One set"]);
        await desk.PressAsync("It is ready");
        await desk.SeesAsync("Not yet: One set.");
        await desk.OverrideAsync("It is our first try, and one set is enough.");
        await desk.PressAsync("It is ready");
        await desk.SeesAsync("Ready. Does it start?");
    }

    /// <summary>Members and their set by a pasted list, with last names first where the list has them so: a supervisor in the same set is told.</summary>
    private static async Task PasteAsync(Preparing house, Visitor desk)
    {
        await desk.GoAsync(house.Programme);
        await desk.FollowAsync("Bring people in from a list");
        await desk.FillAsync("One person a row", string.Join('\n', _members.Select(name => $"{name}\t\tCircle\tMember\t\t\tBerg, Sonja").Prepend("Shah, Ravi\t\tCircle\tAdvisor").Append("Sonja Berg\t\tCircle\tMember")));
        await desk.PressAsync("Look at it row by row");
        await desk.SeesAsync("1 row is wrong");
        await desk.SeesAsync("never sit in one set");
        await desk.PressAsync("Add 5, leave 1 out");
        await desk.SeesAsync("4 people in 1");
        (await house.Office.OpenAsync("/people")).Sees("8 people");
    }

    /// <summary>A member says yes, and what they are willing to risk.</summary>
    private static async Task SayYesAsync(Visitor anna)
    {
        await anna.FollowAsync("Answer: Will you take part?");
        await anna.FillAsync("What are you willing to risk?", "Say which of our checks are not done");
        await anna.PressAsync("Yes, I take part");
        await anna.FollowAsync("Your own problem");
    }

    /// <summary>The member writes problem and goal, and sends them when they have a name.</summary>
    private static async Task WriteAsync(Visitor anna)
    {
        await anna.FillAsync("What is it called?", "");
        await anna.PressAsync("Send it to Sonja");
        await anna.SeesAsync("Give the problem/opportunity a short name.");
        foreach (var (label, words) in new[]
        {
            ("What is it called?", "Permits wait"), ("what happens, and to whom?", "Jobs wait in the yard"), ("Why does it matter?", "It costs"),
            ("What do you want to get better at", "Speak first"),
        })
        {
            await anna.FillAsync(label, words);
        }

        await anna.PressAsync("Send it to Sonja");
        await anna.SeesAsync("says yes or sends it back");
        await Assertions.Expect(anna.Page.GetByText("Can you decide on this")).ToHaveCountAsync(0);
    }

    private static async Task WriteAsync(PlainDesk hand)
    {
        await hand.OpenAsync("/");
        await hand.FollowAsync("Answer: Will you take part?");
        await hand.PressAsync("Yes, I take part", ("WillingToRisk", "Say which of our checks are not done"));
        await hand.FollowAsync("Your own problem");
        await hand.PressAsync(
            "Send it to Sonja", ("Own.Title", "Permits wait"), ("Own.Description", "Jobs wait in the yard"), ("Own.WhyItMatters", "It costs"),
            ("Goal.Text", "Speak first"), ("Goal.WhyNow", "Others say it for me"));
        hand.Sees("says yes or sends it back");
    }

    /// <summary>The supervisor sends one back with a note, the member writes anew, and all are within the sphere in the end.</summary>
    private async Task DecideAsync(Preparing house, Visitor anna)
    {
        var sonja = (await house.ComeAsync("Sonja Berg", await VisitAsync(house.Site.Url, Device.Phone))).Expect(RealHands.Refused);
        await sonja.FollowAsync("Read: Anna Falk");
        await Assertions.Expect(sonja.Page.GetByRole(AriaRole.Button, new() { Name = "Send it back" })).ToBeHiddenAsync();
        await sonja.Page.GetByText("No, send it back with a note").ClickAsync();
        await sonja.PressAsync("Send it back");
        await sonja.SeesAsync("Say in a sentence what is missing");
        await sonja.FillInAsync("Decision.Note", "I can only answer for the north.");
        await sonja.PressAsync("Send it back");
        await sonja.SeesAsync("Now Anna writes");
        await anna.GoAsync("/");
        await anna.FollowAsync("Write");
        await anna.SeesAsync("I can only answer for the north.");
        await anna.FillAsync("what happens, and to whom?", "Jobs wait in the yard in the north");
        await anna.PressAsync("Send it to Sonja");
        await anna.SeesAsync("says yes or sends it back");
        await sonja.GoAsync("/as/supervisor");
        await sonja.FollowAsync("Read: Anna Falk");
        await sonja.Page.GetByText("Yes, it is within my sphere").ClickAsync();
        await sonja.FillInAsync("Decision.MayDecide", "Weekend work of the own gang");
        await sonja.Page.GetByText("I agree with the goal").ClickAsync();
        await sonja.PressAsync("Yes, within my sphere");
        await sonja.GoAsync("/as/supervisor");
        await sonja.FollowAsync("Confirm: Confirm the time of Anna Falk");
        await sonja.PressAsync("Confirm it");
        await sonja.SeesAsync("25 per cent, confirmed by Sonja Berg");
        await DecideOthersAsync(await house.GoOnAsync("Sonja Berg", sonja));
    }

    private static async Task DecideOthersAsync(PlainDesk sonja)
    {
        await sonja.OpenAsync("/as/supervisor");
        for (var most = 4; most > 0 && sonja.Has("Read: "); most--)
        {
            await sonja.FollowAsync("Read: ");
            await sonja.PressAsync("Yes, within my sphere", ("Decision.Sphere", "yes"), ("Decision.MayDecide", "Weekend work of the own gang"), ("Decision.SpendLimit", "500"), ("Decision.AgreesGoal", "true"));
            await sonja.OpenAsync("/as/supervisor");
        }

        for (var most = 4; most > 0 && sonja.Has("Confirm"); most--)
        {
            await sonja.FollowAsync("Confirm");
            await sonja.PressAsync("Confirm it", ("TimeSharePercent", "20"));
            await sonja.OpenAsync("/as/supervisor");
        }

        sonja.Misses("Confirm the time");
    }
}
