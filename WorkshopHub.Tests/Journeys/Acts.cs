using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;
using Cookie = Microsoft.Playwright.Cookie;

namespace WorkshopHub.Tests.Journeys;

/// <summary>What people do with their hands, each as a person would do it.</summary>
public static class Acts
{
    /// <summary>Has signed in, and no page is open yet. The form itself is pressed by plain HTTP: a browser's two pages take a second.</summary>
    public static async Task SignInAsync(this Visitor visitor, string name)
    {
        using var client = Clients.New(visitor.Url);
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        await visitor.TakeCookiesAsync(answer);
    }

    /// <summary>Has a place in the room of the world as somebody who typed its code, and looks at the phone's page.</summary>
    public static async Task ComeInAsync(this Visitor visitor, World world, string name)
    {
        await visitor.SitDownAsync(world, name);
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/w/{world.Workshop}"));
    }

    /// <summary>Has that place, and no page is open yet.</summary>
    public static async Task SitDownAsync(this Visitor visitor, World world, string name)
    {
        using var client = Clients.New(visitor.Url);
        using var answer = await client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick", ("person", world[name].ToString(CultureInfo.InvariantCulture)));
        await visitor.TakeCookiesAsync(answer);
    }

    /// <summary>The browser has the cookies that an answer to plain HTTP set.</summary>
    private static Task TakeCookiesAsync(this Visitor visitor, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor.Context.AddCookiesAsync(answer.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0].Split('=', 2))
            .Where(cookie => cookie[1].Length > 0).Select(cookie => new Cookie { Name = cookie[0], Value = cookie[1], Url = visitor.Url }));
    }

    /// <summary>Signs in with e-mail and password on the page.</summary>
    public static async Task SignInByHandAsync(this Visitor visitor, string name)
    {
        await visitor.GoAsync("/signin");
        await visitor.Page.GetByLabel("Your e-mail").FillAsync(World.Mail(name));
        await visitor.Page.GetByLabel("Your password").FillAsync(World.Password);
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/$"));
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
