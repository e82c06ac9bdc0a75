using System.Net;
using System.Security.Cryptography.X509Certificates;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Accounts;

/// <summary>Under which names the house answers, which proxies it believes, and what it says where nothing is encrypted.</summary>
public sealed class HostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hub.test", 200)]
    [InlineData("HUB.TEST", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("localhost", 200)]
    [InlineData("10.20.4.17", 200)]
    [InlineData("[fe80::1]", 200)]
    [InlineData("rebound.example", 421)]
    [InlineData("hub.test.rebound.example", 421)]
    public async Task It_answers_to_its_address_to_loopback_and_to_numbers_and_to_no_foreign_name(string host, int status)
    {
        await using var site = World.Start().Site;
        Assert.Equal(status, (int)await AskAsync(site, host));
    }

    [Fact]
    public async Task An_address_of_before_and_a_name_to_try_out_never_lock_anybody_out()
    {
        await using var site = new Site(settings: [("Site:Address", "")]);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, "whatever.intranet"));
        using var samuel = await Office.SetUpAsync(site);
        await samuel.PostAsync("/setup/address", "", ("Own", "hub.wendmere"));

        // The name that was chosen, the name by which it was chosen, a phone that tries another, and nobody else.
        foreach (var (host, path, status) in new[]
        {
            ("hub.wendmere", "/signin", 200), ("hub.test", "/signin", 200), ("10.0.0.1", "/signin", 200),
            ("other.intranet", "/check/abcdefghijklm", 404), ("whatever.intranet", "/signin", 421),
        })
        {
            Assert.Equal((host, status), (host, (int)await AskAsync(site, host, path)));
        }

        await using var more = new Site(settings: [("Site:Hosts", "other.intranet, third.intranet")]);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(more, "third.intranet"));
    }

    [Fact]
    public async Task Behind_a_known_proxy_with_tls_cookies_are_secure_and_an_unknown_one_is_not_believed()
    {
        foreach (var (proxies, secure) in new[] { ("127.0.0.1", true), ("127.0.0.0/8", true), ("10.0.0.5", false), ("", false) })
        {
            var world = World.Plant();
            await using var site = new Site(world.File, settings: [("Site:Proxies", proxies)]);
            using var client = site.NewClient();
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.77");
            using var answer = await client.GetAsync($"/j/{World.RoomCode}?as=others", Stop);
            var door = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Web.Workshops.Join.GuestPace.Cookie, StringComparison.Ordinal));
            Assert.Equal((proxies, secure), (proxies, door.Contains("secure", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task From_another_machine_without_tls_the_sign_in_says_that_the_network_can_listen()
    {
        await using var site = new Site(settings: [("Site:Proxies", "127.0.0.1")]);
        foreach (var (from, scheme, says) in new[] { ("10.0.0.77", "http", true), ("10.0.0.77", "https", false), ("127.0.0.1", "http", false) })
        {
            using var client = site.NewClient();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
            var page = await client.GetStringAsync("/signin", Stop);
            Assert.Equal((from, scheme, says), (from, scheme, page.Contains("can read your password", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_own_certificate_is_made_once_names_the_house_and_is_for_its_owner_alone()
    {
        var path = Path.Combine(Repo.NewFolder(), "https.pfx");
        using var made = OwnHttps.Find(path, "http://hub.wendmere:8080");
        using var kept = OwnHttps.Find(path, "http://hub.wendmere:8080");
        Assert.Equal(OwnHttps.Fingerprint(made), OwnHttps.Fingerprint(kept));
        Assert.Equal(95, OwnHttps.Fingerprint(made).Length);
        Assert.True(kept.HasPrivateKey);
        var names = kept.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames();
        Assert.Contains("hub.wendmere", names);
        Assert.Contains("localhost", names);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        string[] args = ["--urls", "http://*:80", "--https=8443"];
        Assert.NotNull(OwnHttps.From(ref args));
        Assert.Equal(["--urls", "http://*:80"], args);
        Assert.Null(OwnHttps.From(ref args));
    }

    private static async Task<HttpStatusCode> AskAsync(Site site, string host, string path = "/signin")
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = $"{host}:{site.Port}" } };
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
