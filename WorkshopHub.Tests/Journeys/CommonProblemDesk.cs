using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>What the office does at its desk before anybody else comes in: a list with broken rows, and sets that break each rule once.</summary>
internal static class CommonProblemDesk
{
    private const string People = """
        Surname and name;E-mail;Position;Dept.;Office;Line manager e-mail
        Anna Falk;anna@w.example;Planner;Assets;Hexley;sonja@w.example
        Ben Iyer;ben@w.example;Crew lead;Networks;Thornby;sonja@w.example
        Carla Ortiz;carla@w.example;Chemist;Treatment;Hexley;sonja@w.example
        Dan Webb;dan@w.example;Buyer;Supply;Thornby;tom@w.example
        Elif Kaya;elif@w.example;Analyst;Assets;Thornby;tom@w.example
        Finn Rowe;finn@w.example;Fitter;Networks;Hexley;tom@w.example
        Gwen Pryce;gwen@w.example;Operator;Treatment;Thornby;tom@w.example
        Hal Moss;hal@w.example;Clerk;Supply;Hexley;tom@w.example
        Ida Lund;ida@w.example;Trainer;People;Hexley;sonja@w.example
        Sonja Berg;sonja@w.example;Head of north;North;Hexley;vera@w.example
        Tom Adair;tom@w.example;Head of south;South;Thornby;vera@w.example
        Vera Quist;vera@w.example;Managing director;Board;Hexley;
        Ravi Shah;ravi@w.example;Coach;Learning;Hexley;
        Mona Elm;mona@w.example;Coach;Learning;Thornby;
        Cleo Marsh;cleo@w.example;Head of customers;Customers;Hexley;
        Ola Nord;ola at w.example;Clerk;Supply;Hexley;
        Dan Webster;dan@w.example;Buyer;Supply;Thornby;
        Kai Loop;kai@w.example;Clerk;Supply;Hexley;lea@w.example
        Lea Loop;lea@w.example;Clerk;Supply;Hexley;kai@w.example
        """;

    /// <summary>Eight people of four parts, two of each.</summary>
    public static string[] Members { get; } =
        ["Anna Falk", "Ben Iyer", "Carla Ortiz", "Dan Webb", "Elif Kaya", "Finn Rowe", "Gwen Pryce", "Hal Moss"];

    /// <summary>Broken rows stand first with their reasons; one is mended in its row, and the others are left out.</summary>
    public static async Task BringInAsync(Preparing house, Visitor desk)
    {
        await desk.LookAsync(People);
        foreach (var says in new[] { "15 people come in", "4 rows are wrong", "Nobody gets an e-mail.", "This is no e-mail address", "Row 5 has this address too", "This goes in a circle: Kai Loop → Lea Loop → Kai Loop" })
        {
            await desk.SeesAsync(says);
        }

        await desk.FillInAsync("m-17-email", "ola@w.example");
        await desk.PressAsync("Add 15, leave 4 out");
        await desk.SeesAsync("16 people come in");
        await desk.SeesAsync("3 rows are wrong");
        await desk.PressAsync("Add 16, leave 3 out");
        await desk.SeesAsync("16 people came in");

        // The same list once more changes nothing.
        (await house.ListAsync(People)).Sees("0 people come in, 0 change, 15 stay as they are");
    }

    /// <summary>Seven in a set, two of one part, a supervisor beside their member: told at once, and refused where it must be.</summary>
    public static async Task ComposeAsync(Preparing house, Visitor desk)
    {
        var page = desk.Page;
        await desk.GoAsync(house.Programme);
        await desk.FollowAsync("Compose the sets");
        foreach (var name in Members.Append("Sonja Berg"))
        {
            await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{name}") }).CheckAsync();
        }

        await desk.FillAsync("How many sets", "2");
        await desk.PressAsync("Begin the draft");
        foreach (var name in Members.Take(6).Append("Sonja Berg"))
        {
            await page.Locator("[data-person]", new() { HasText = name }).Locator(".who-is").FocusAsync();
            await page.Keyboard.PressAsync("1");
            await Assertions.Expect(page.Locator(".set-card[data-number='1'] [data-person]", new() { HasText = name })).ToBeVisibleAsync();
        }

        await desk.SeesAsync("Anna Falk and Elif Kaya are both from Assets");
        await desk.SeesAsync("7 people");
        await desk.FollowAsync("Put these sets in place…");
        await desk.PressAsync("Put these sets in place");
        await desk.SeesAsync("never sit in one set");
        await page.Locator("[data-person]", new() { HasText = "Sonja Berg" }).Locator(".who-is").ClickAsync();
        await desk.PressAsync("Take out of the draft");
        await Assertions.Expect(page.Locator("[data-person]", new() { HasText = "Sonja Berg" })).ToHaveCountAsync(0);
        await desk.PressAsync("Propose sets");
        await desk.SeesAsync("No rule is broken");
        await Assertions.Expect(page.GetByText("are both from")).ToHaveCountAsync(0);
        await desk.PressAsync("Propose them");
        await desk.FollowAsync("Put these sets in place…");
        await desk.PressAsync("Put these sets in place");
        await desk.SeesAsync("The sets are in place.");
        (await house.Office.OpenAsync(house.Programme)).Sees("8 people in 2", "advisor Ravi Shah", "champion Mona Elm");
    }
}
