using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>The office under real hands: links, buttons and fields as they are seen, on pages of which nothing is wider than the screen.</summary>
internal static class RealHands
{
    /// <summary>Answers that wrong turns get on purpose.</summary>
    public const string Refused = "status of 4(09|22)|answer: 4(09|22)";

    /// <summary>Samuel, who looks after the house, signs in with his password.</summary>
    public static async Task SignInAsync(this Visitor desk)
    {
        await desk.GoAsync("/signin");
        await desk.FillAsync("Your e-mail", "samuel@wendmere.example");
        await desk.FillAsync("Your password", Office.Password);
        await desk.ClickAsync(desk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }));
        await desk.SeesAsync("Nothing here yet, Samuel");
    }

    /// <summary>Chooses a list of people and looks at it row by row.</summary>
    public static async Task LookAsync(this Visitor desk, string csv)
    {
        await desk.GoAsync("/people/import");
        await desk.Page.GetByLabel("Your list of people").SetInputFilesAsync(
            new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await desk.PressAsync("Look at it row by row");
    }

    /// <summary>Creates the first programme, after a wrong turn; answers its page.</summary>
    /// <param name="desk">The office.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="format">The words of the choice.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static async Task<string> CreateAsync(this Visitor desk, string name, string format, string from, string to)
    {
        await desk.GoAsync("/");
        await desk.FollowAsync("Create your first programme");
        await desk.Page.GetByText(format).ClickAsync();
        await desk.PressAsync("Create it");
        await desk.SeesAsync("What is the programme called?");
        await desk.FillAsync("What is it called?", name);
        await desk.FillAsync("First day, the kick-off", from);
        await desk.FillAsync("Last day, the final", to);
        await desk.PressAsync("Create it");
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex("/programmes/[0-9]+$"));
        return new Uri(desk.Page.Url).AbsolutePath;
    }

    /// <summary>Goes on without what is advised, with a reason each, until nothing but what must be there is left.</summary>
    public static async Task OverrideAsync(this Visitor desk, string reason)
    {
        var others = desk.Page.Locator("summary", new() { HasText = "Go on all the same" });
        for (var left = await others.CountAsync(); left > 0; left--)
        {
            await others.First.ClickAsync();
            await desk.FillAsync("Why is it right to go on?", reason);
            await desk.PressAsync("Override with this reason");
            await Assertions.Expect(others).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Presses the first button whose words begin so; what only says that it is not time yet can be pressed too, and says why.</summary>
    public static Task PressAsync(this Visitor visitor, string words) => visitor.ClickAsync(
        visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = Begins(words) }).And(visitor.Page.Locator("button:not(.fchip):visible")).First);

    /// <summary>Follows the first link whose words begin so.</summary>
    public static Task FollowAsync(this Visitor visitor, string words) => visitor.ClickAsync(
        visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = Begins(words) }).First);

    /// <summary>Fills in the first field with this label that can be seen.</summary>
    public static Task FillAsync(this Visitor visitor, string label, string words) => visitor.Page.GetByLabel(label).Locator("visible=true").First.FillAsync(words);

    /// <summary>Fills in a field by its name, where several have the same label.</summary>
    public static Task FillInAsync(this Visitor visitor, string name, string words) => visitor.Page.Locator($"[name='{name}']").FillAsync(words);

    private static async Task ClickAsync(this Visitor visitor, ILocator there)
    {
        await visitor.Page.WaitForFunctionAsync("() => document.fonts.status === 'loaded' && document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        await there.ScrollIntoViewIfNeededAsync();
        await there.ClickAsync(new() { Force = await there.GetAttributeAsync("aria-disabled") is not null });
    }

    private static Regex Begins(string words) => new($"^{Regex.Escape(words)}");
}
