using System.Text;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// The same preparation as by plain forms, once under real hands: the office at a desk, a member and the supervisor on their
/// phones, with the scripts of each page at work, nothing wider than its screen and nothing wrong in any console.
/// </summary>
public sealed class OfficePassTests(Browser browser) : BrowserTest(browser)
{
    private const string People = """
        name,email,unit,job title,manager
        Anna Falk,anna@w.example,Assets,Planner,Sonja Berg
        Ben Iyer,ben@w.example,Networks,Crew lead,Sonja Berg
        Sonja Berg,sonja@w.example,North,Head of north,
        """;

    [Fact]
    public async Task From_an_empty_house_to_a_problem_within_the_sphere_with_the_time_released()
    {
        await using var house = await Preparing.BeginAsync();
        var desk = (await VisitAsync(house.Site.Url, Device.Desk)).Expect("/paste|/programmes/new|status of 422");
        await SignInAsync(desk);
        await BringInAsync(desk);
        await desk.GoAsync("/");
        await ClickAsync(desk, AriaRole.Link, "Create your first programme");
        await desk.Page.GetByText("Each member brings a problem of their own").ClickAsync();
        await ClickAsync(desk, AriaRole.Button, "Create it");
        await desk.SeesAsync("What is the programme called?");
        await desk.Page.GetByLabel("What is it called?").FillAsync("Own Ground");
        await ClickAsync(desk, AriaRole.Button, "Create it");
        var programme = new Uri(desk.Page.Url).AbsolutePath;
        await ClickAsync(desk, AriaRole.Link, "Bring people in from a list");
        await desk.Page.GetByLabel("One person a row").FillAsync("Anna Falk\t\tCircle\tMember\t\t\tSonja Berg\nBen Iyer\t\tCircle\tMember\t\t\tSonja Berg\nSonja Berg\t\tCircle\tMember");
        await ClickAsync(desk, AriaRole.Button, "Look at it row by row");
        await desk.SeesAsync("never sit in one set");
        await ClickAsync(desk, AriaRole.Button, "Add 2, leave 1 out");

        var anna = await ComeAsync(desk, programme, "Anna Falk");
        await ClickAsync(anna, AriaRole.Link, "Answer: Will you take part?");
        await anna.Page.GetByLabel("What are you willing to risk?").FillAsync("Say which of our checks are not done");
        await ClickAsync(anna, AriaRole.Button, "Yes, I take part");
        await ClickAsync(anna, AriaRole.Link, "Your own problem");
        foreach (var (label, words) in new[]
        {
            ("What is it called?", "Permits wait"), ("what happens, and to whom?", "Jobs wait in the yard"), ("Why does it matter?", "It costs"),
            ("What do you want to get better at", "Speak first"),
        })
        {
            await anna.Page.GetByLabel(label).FillAsync(words);
        }

        await ClickAsync(anna, AriaRole.Button, "Send it to Sonja");
        await anna.SeesAsync("says yes or sends it back");

        var sonja = await ComeAsync(desk, programme, "Sonja Berg");
        await ClickAsync(sonja, AriaRole.Link, "Read: Anna Falk");
        await Assertions.Expect(sonja.Page.GetByRole(AriaRole.Button, new() { Name = "Send it back" })).ToBeHiddenAsync();
        await sonja.Page.GetByText("No, send it back with a note").ClickAsync();
        await Assertions.Expect(sonja.Page.GetByRole(AriaRole.Button, new() { Name = "Send it back" })).ToBeVisibleAsync();
        await sonja.Page.GetByText("Yes, it is within my sphere").ClickAsync();
        await sonja.Page.GetByText("I agree with the goal").ClickAsync();
        await ClickAsync(sonja, AriaRole.Button, "Yes, within my sphere");
        await sonja.GoAsync("/as/supervisor");
        await ClickAsync(sonja, AriaRole.Link, "Confirm: Confirm the time of Anna Falk");
        await ClickAsync(sonja, AriaRole.Button, "Confirm it");
        await sonja.SeesAsync("25 per cent, confirmed by Sonja Berg");

        await desk.GoAsync(programme + "/readiness");
        await FitsAsync(desk);
        await ClickAsync(desk, AriaRole.Button, "Begin to ask people");
        await desk.SeesAsync("Sonja Berg has not released Ben’s time");
        await Assertions.Expect(desk.Page.GetByText("has not released Anna’s time")).ToHaveCountAsync(0);
        Assert.Empty(house.Site.Faults.All);
    }

    private static async Task SignInAsync(Visitor desk)
    {
        await desk.GoAsync("/signin");
        await desk.Page.GetByLabel("Your e-mail").FillAsync("samuel@wendmere.example");
        await desk.Page.GetByLabel("Your password").FillAsync(Office.Password);
        await ClickAsync(desk, AriaRole.Button, "Sign in");
    }

    private static async Task BringInAsync(Visitor desk)
    {
        await desk.GoAsync("/people/import");
        await desk.Page.GetByLabel("Your list of people").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(People) });
        await ClickAsync(desk, AriaRole.Button, "Look at it row by row");
        await FitsAsync(desk);
        await desk.Page.Locator(".btn-big", new() { HasText = "Add 3" }).ClickAsync();
        await desk.SeesAsync("3 people came in");
    }

    /// <summary>Somebody comes in on a phone, by the link that the office makes on their page.</summary>
    private async Task<Visitor> ComeAsync(Visitor desk, string programme, string name)
    {
        await desk.GoAsync(programme);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await ClickAsync(desk, AriaRole.Button, "Give a sign-in");
        var link = await desk.Page.Locator(".link-once").InnerTextAsync();
        var phone = await VisitAsync(new Uri(link).GetLeftPart(UriPartial.Authority), Device.Phone);
        await phone.GoAsync(new Uri(link).AbsolutePath);
        await ClickAsync(phone, AriaRole.Button, $"Continue as {name}");
        await phone.GoAsync("/");
        return phone;
    }

    private static async Task ClickAsync(Visitor visitor, AriaRole role, string name)
    {
        await FitsAsync(visitor);
        await visitor.Page.GetByRole(role, new() { Name = name }).First.ClickAsync();
    }

    /// <summary>Nothing is wider than the screen, once the page stands.</summary>
    private static async Task FitsAsync(Visitor visitor) => await
        visitor.Page.WaitForFunctionAsync("() => document.fonts.status === 'loaded' && document.documentElement.scrollWidth <= document.documentElement.clientWidth");
}
