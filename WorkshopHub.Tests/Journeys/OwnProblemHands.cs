using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// What the sponsor and the set’s advisor do before a programme is ready in which each member brings an own problem: they say
/// whether they come, the advisor moves a meeting of the set, and what is between member and supervisor stays there.
/// </summary>
internal static class OwnProblemHands
{
    /// <summary>Answers to whoever opens what is not theirs.</summary>
    public const string NotTheirs = "40[34] .*(memberships/|readiness|during|as/supervisor)";

    /// <summary>Of a draft nothing waits for them: the sponsor reads how it stands, and the advisor nothing of it.</summary>
    public static async Task ComeEarlyAsync(Preparing house, Visitor vera, Visitor ravi)
    {
        await house.ComeAsync("Vera Quist", vera);
        await vera.SeesAsync("Nothing waits for you");
        await vera.FollowAsync("Sponsor of Own Ground");
        await vera.FollowAsync("Ready to start?");
        await vera.SeesAsync("begins to ask people when it may be put to them");
        await vera.MissesAsync("what waits for you here can be done already");
        await house.ComeAsync("Ravi Shah", ravi);
        await ravi.SeesAsync("Nothing waits for you");
        await ravi.IsKeptOutAsync(house.Programme + "/readiness");
    }

    /// <summary>What a member keeps for later and has not sent is nobody’s but theirs: the sponsor and the advisor read not even its name.</summary>
    public static async Task ReadNoDraftAsync(Preparing house, Visitor anna, Visitor vera, Visitor ravi)
    {
        await anna.FillAsync("What is it called?", "My boss is in the way");
        await anna.PressAsync("Keep for later");
        await anna.SeesAsync("You write on it");
        await vera.GoAsync(house.Programme + "/during");
        await vera.SeesAsync("Anna Falk");
        await vera.MissesAsync("My boss is in the way");
        await ravi.GoAsync("/");
        await ravi.FollowAsync("Open our set space");
        await ravi.SeesAsync("Anna Falk");
        await ravi.MissesAsync("My boss is in the way");
    }

    /// <summary>
    /// The sponsor can’t come and then can, and the board says so each time; of a member’s problem they read the name and not the
    /// words, and of who is late not who it is.
    /// </summary>
    public static async Task SponsorAsync(Preparing house, Visitor desk, Visitor vera, string problem)
    {
        var board = house.Programme + "/readiness";
        await desk.GoAsync(board);
        await Assertions.Expect(Asked(desk)).ToContainTextAsync("Vera Quist");
        await vera.GoAsync("/");
        await vera.FollowAsync("Say yes or no: Will you come to Kick-off?");
        await vera.PressAsync("I can’t");
        await vera.SeesAsync("You said no");
        await desk.GoAsync(board);
        await desk.SeesAsync("Vera Quist can’t come to the kick-off");
        await vera.FollowAsync("My page");
        await vera.SeesAsync("Nothing waits for you");
        await vera.FollowAsync("Say otherwise: Kick-off");
        await vera.PressAsync("Yes, I will come");
        await vera.SeesAsync("You said yes");
        await desk.GoAsync(board);
        await desk.MissesAsync("Vera Quist can’t come");
        await Assertions.Expect(Asked(desk)).Not.ToContainTextAsync("Vera Quist");

        await vera.FollowAsync("My page");
        await vera.FollowAsync("Sponsor of Own Ground");
        await vera.FollowAsync("Problems");
        await vera.SeesAsync("Not yet confirmed");
        await vera.FollowAsync("Permits wait");
        await vera.SeesAsync("You see what it is called.");
        await vera.MissesAsync("Jobs wait in the yard");
        await vera.IsKeptOutAsync(problem);
        await vera.GoAsync(board);
        await vera.SeesAsync("A supervisor is not done yet");
        await vera.MissesAsync("Sonja");
    }

    /// <summary>
    /// The advisor comes, reads the problem and decides nothing about it, and moves the meeting that is on the day of the mid-term: not
    /// behind the next one, not without a word why it stays, and not with a whole story.
    /// </summary>
    public static async Task AdvisorAsync(Preparing house, Visitor desk, Visitor ravi, string problem)
    {
        var board = house.Programme + "/readiness";
        var clash = desk.Page.Locator("[data-need^='meetings:']");
        await desk.GoAsync(board);
        await Assertions.Expect(Asked(desk)).ToContainTextAsync("Ravi Shah");
        await Assertions.Expect(clash).ToContainTextAsync("is on the day of a workshop");
        await ravi.GoAsync("/");
        await ravi.FollowAsync("Say yes or no: Will you come to Kick-off?");
        await ravi.PressAsync("Yes, I will come");
        await ravi.SeesAsync("You said yes");
        foreach (var closed in new[] { board, house.Programme + "/during", "/as/supervisor", problem.Replace("/problem", "/talks", StringComparison.Ordinal) })
        {
            await ravi.IsKeptOutAsync(closed);
        }

        await ravi.GoAsync(problem);
        await ravi.SeesAsync("Jobs wait in the yard");
        await ravi.SeesAsync("Nobody else can confirm this");
        await Assertions.Expect(ravi.Page.GetByRole(AriaRole.Button, new() { Name = "within my sphere" })).ToHaveCountAsync(0);

        await ravi.GoAsync("/");
        await ravi.FollowAsync("Open our set space");
        await ravi.FollowAsync("Dates");
        await ravi.SeesAsync("On this day all sets meet: Mid-term");
        await ravi.FollowAsync("Move meeting 5");
        await ravi.FillAsync("Where", "The depot");
        await ravi.FillAsync("Day", "2038-05-25");
        await ravi.IsRefusedAsync("Move it", "Form.Date", "Meeting 5 comes before it");
        await ravi.FillAsync("Day", "2038-05-10");
        await ravi.IsRefusedAsync("Move it", "Form.Why", "Say in a sentence why it is so all the same");
        await ravi.FillAsync("Day", "2038-05-11");
        await ravi.FillAsync("Why it is moved", string.Concat(Enumerable.Repeat("All sets meet. ", 12)));
        await ravi.IsRefusedAsync("Move it", "Form.Why", "Keep it to 160");
        await Assertions.Expect(ravi.Page.GetByLabel("Where")).ToHaveValueAsync("The depot");
        await ravi.FillAsync("Why it is moved", "All sets meet on our day.");
        await ravi.PressAsync("Move it");
        await ravi.SeesAsync("Meeting 5 is on Tuesday 11 May");
        await ravi.SeesAsync("The depot");
        await ravi.MissesAsync("On this day all sets meet");

        await desk.GoAsync(board);
        await Assertions.Expect(clash).ToHaveCountAsync(0);
        await Assertions.Expect(Asked(desk)).Not.ToContainTextAsync("Ravi Shah");
    }

    /// <summary>Whom the board asks whether they come, by the letter that it has for them.</summary>
    private static ILocator Asked(Visitor desk) => desk.Page.Locator("[data-need='replies']");

    /// <summary>Is refused beside a field, in which stays what was typed.</summary>
    private static async Task IsRefusedAsync(this Visitor visitor, string press, string field, string says)
    {
        var there = visitor.Page.Locator($"[name='{field}']");
        var typed = await there.InputValueAsync();
        await visitor.PressAsync(press);
        await Assertions.Expect(there).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(says)));
        await Assertions.Expect(there).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(there).ToHaveValueAsync(typed);
        await Assertions.Expect(there).ToBeFocusedAsync();
        await Assertions.Expect(there).ToBeInViewportAsync();
    }

    private static async Task IsKeptOutAsync(this Visitor visitor, string path)
    {
        var answer = await visitor.GoAsync(path);
        Assert.True(answer is 403 or 404, $"{path} answers {answer}");
    }

    private static Task MissesAsync(this Visitor visitor, string text) => Assertions.Expect(visitor.Page.GetByText(text)).ToHaveCountAsync(0);
}
