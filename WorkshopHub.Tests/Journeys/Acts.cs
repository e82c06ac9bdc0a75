using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Journeys;

/// <summary>What people do with their hands, each as a person would do it.</summary>
public static class Acts
{
    /// <summary>Signs in with e-mail and password.</summary>
    public static async Task SignInAsync(this Visitor visitor, string name)
    {
        await visitor.GoAsync("/signin");
        await visitor.Page.GetByLabel("Your e-mail").FillAsync(World.Mail(name));
        await visitor.Page.GetByLabel("Your password").FillAsync(World.Password);
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/$"));
    }

    /// <summary>Types the code of the wall, picks set and name: three taps.</summary>
    public static async Task JoinByCodeAsync(this Visitor visitor, string code, string set, string name)
    {
        await visitor.GoAsync("/j");
        await visitor.Page.GetByLabel("Workshop code").FillAsync(code);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Go in" }).ClickAsync();
        await visitor.PickAsync(set, name);
    }

    /// <summary>Opens the address in the wall's QR, picks set and name.</summary>
    public static async Task JoinByQrAsync(this Visitor visitor, string token, string set, string name)
    {
        await visitor.GoAsync($"/j/{token}");
        await visitor.PickAsync(set, name);
    }

    /// <summary>Picks set and name from the lists.</summary>
    public static async Task PickAsync(this Visitor visitor, string set, string name)
    {
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($@"\b{set}\b") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($@"\b{name}\b") }).ClickAsync();
    }

    /// <summary>Writes a post and sends it.</summary>
    public static async Task PostAsync(this Visitor visitor, string text, string? kind = null)
    {
        if (kind is not null)
        {
            await visitor.Page.Locator("label.chip", new() { HasText = kind }).ClickAsync();
        }

        await visitor.Page.GetByLabel("Your post").FillAsync(text);
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Post") }).ClickAsync();
    }

    /// <summary>Opens the wall that a planted screen is.</summary>
    public static async Task HangAsync(this Visitor visitor, string url, string token)
    {
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = token, Url = url }]);
        await visitor.GoAsync("/wall");
        await visitor.LiveAsync();
    }

    /// <summary>The posts on a page with this text, wherever they stand.</summary>
    public static ILocator Posts(this Visitor visitor, string text) =>
        visitor.Page.Locator("[data-post]:not([hidden])", new() { HasTextString = text });

    /// <summary>Sees that a post stands on a page once and no more.</summary>
    public static Task SeesOnceAsync(this Visitor visitor, string text) =>
        Assertions.Expect(visitor.Posts(text)).ToHaveCountAsync(1);

    /// <summary>Sees that the page shows this.</summary>
    public static Task SeesAsync(this Visitor visitor, string text) =>
        Assertions.Expect(visitor.Page.GetByText(text).Locator("visible=true").First).ToBeVisibleAsync();
}
