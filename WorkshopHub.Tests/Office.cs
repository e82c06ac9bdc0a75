using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests;

/// <summary>The programme office by plain forms: setting up an empty house and signing in.</summary>
public static partial class Office
{
    /// <summary>The password of the first person.</summary>
    public const string Password = "four ordinary words here";

    /// <summary>Sets an empty house up by its one-time link; the client is signed in as admin and facilitator then.</summary>
    public static async Task<HttpClient> SetUpAsync(Site site)
    {
        var client = site.NewClient();
        var token = await SetUpLink.EnsureAsync(site.Writer) ?? throw new InvalidOperationException("Somebody has set it up.");
        using var answer = await client.PostFormAsync($"/setup?t={token}", "/setup", [("t", token), .. FirstPerson]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>What the first page of the set-up asks, filled in.</summary>
    public static (string Name, string Value)[] FirstPerson =>
    [
        ("Organisation", "Wendmere Water"), ("Name", "Samuel Okafor"), ("Email", "samuel@wendmere.example"),
        ("Password", Password), ("TimeZone", "Europe/London"),
    ];

    /// <summary>Signs somebody of the world in.</summary>
    public static async Task<HttpClient> SignInAsync(Site site, string email)
    {
        var client = site.NewClient();
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", email), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Posts a form of the page itself: an address that begins with ? is a handler of it.</summary>
    public static Task<HttpResponseMessage> PostAsync(
        this HttpClient client, string page, string handler, params (string Name, string Value)[] fields) =>
        client.PostFormAsync(page, page.Split('?', '#')[0] + handler, fields);

    /// <summary>The number in the address that an answer leads to.</summary>
    public static long Leads(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return long.Parse(Number().Match(answer.Headers.Location!.ToString()).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
