using System.Net;

namespace WorkshopHub.Tests.Accounts;

/// <summary>Signing in with the organisation, against a real server of OpenID Connect.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private IdentityProvider _there = null!;
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await IdentityProvider.StartAsync();
        _site = new Site(_world.File, null, _there.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_links_it_on_their_own_page_comes_in_by_it_from_then_on()
    {
        _there.Who = ("s-1", "mari@elsewhere.example", true);
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var account = await mari.GetStringAsync("/account", Stop);
        var link = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(account, "href=\"(/signin/organisation[^\"]*proof=[^\"]*)\"").Groups[1].Value);
        Assert.Equal("/account", await WalkAsync(mari, link));
        Assert.Contains("Linked since", await mari.GetStringAsync("/account", Stop), StringComparison.Ordinal);

        using var phone = _site.NewClient();
        Assert.Contains("Sign in with Wendmere", await phone.GetStringAsync("/signin", Stop), StringComparison.Ordinal);
        Assert.Equal("/people", await WalkAsync(phone, "/signin/organisation?returnUrl=/people"));
        Assert.Contains("Everybody whom programmes can draw on", await phone.GetStringAsync("/people", Stop), StringComparison.Ordinal);
        Assert.Equal(["authorize", "token", "authorize", "token"], _there.Asked);
    }

    [Fact]
    public async Task An_e_mail_alone_takes_nobody_over()
    {
        _there.Who = ("s-2", World.Mail("Alma Tamm"), true);
        await RefusedAsync(_site);
    }

    [Fact]
    public async Task A_verified_e_mail_links_a_member_where_the_house_trusts_it_and_never_a_facilitator()
    {
        await using var trusting = new Site(World.Plant().File, null, [.. _there.Settings, ("OpenId:TrustsMail", "true")]);
        _there.Who = ("s-3", World.Mail("Alma Tamm").ToUpperInvariant(), false);
        await RefusedAsync(trusting);
        _there.Who = ("s-4", World.Mail("Mari Kask"), true);
        await RefusedAsync(trusting);

        _there.Who = ("s-5", World.Mail("Alma Tamm"), true);
        using var alma = trusting.NewClient();
        Assert.Equal("/", await WalkAsync(alma, "/signin/organisation"));
        Assert.Contains("Alma Tamm", await alma.GetStringAsync("/account", Stop) + await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);

        _there.Who = ("s-6", World.Mail("Alma Tamm"), true); // another subject with the same mail: a mailbox that was given on
        await RefusedAsync(trusting);
    }

    [Fact]
    public async Task A_link_that_another_session_began_and_an_address_of_another_site_lead_nowhere()
    {
        _there.Who = ("s-7", null, false);
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Equal("/account", (await mari.GetAsync("/signin/organisation?handler=Link&proof=made-up", Stop)).Headers.Location?.OriginalString);
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM account_openid"));

        await _site.Writer.RunAsync(
            writes => writes.Execute(
                "INSERT INTO account_openid VALUES (@issuer, 's-7', @person, @Now)", new { issuer = _there.Address, person = _world["Alma Tamm"], writes.Now }),
            Stop);
        await _site.Writer.RunAsync(
            writes => writes.Execute("INSERT OR IGNORE INTO account (person_id, stamp) VALUES (@person, 'a')", new { person = _world["Alma Tamm"] }), Stop);
        using var alma = _site.NewClient();
        Assert.Equal("/", await WalkAsync(alma, "/signin/organisation?returnUrl=https://evil.example/"));
    }

    [Fact]
    public async Task Whom_the_organisation_refuses_is_told_and_may_try_again()
    {
        _there.Who = null;
        using var somebody = _site.NewClient();
        Assert.Equal("/signin", await WalkAsync(somebody, "/signin/organisation"));
        Assert.Contains("did not let you in", await somebody.GetStringAsync("/signin?gone=true", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_there_is_none()
    {
        await using var plain = new Site();
        using var client = plain.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/signin/organisation", Stop)).StatusCode);
        Assert.DoesNotContain("/signin/organisation", await client.GetStringAsync("/signin", Stop), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Site site)
    {
        var before = await site.OneAsync<long>("SELECT count(*) FROM account_openid");
        using var client = site.NewClient();
        Assert.Equal("403", await WalkAsync(client, "/signin/organisation"));
        Assert.Equal(before, await site.OneAsync<long>("SELECT count(*) FROM account_openid"));
        Assert.Contains("/signin", (await client.GetAsync("/account", Stop)).Headers.Location?.OriginalString ?? "/signin", StringComparison.Ordinal);
    }

    /// <summary>Follows the way there and back as a browser does; answers where it ends, or the status of a page that refuses.</summary>
    private static async Task<string> WalkAsync(HttpClient browser, string address)
    {
        for (var step = 0; step < 8; step++)
        {
            using var answer = await browser.GetAsync(address, Stop);
            if (answer.Headers.Location is not { } next)
            {
                return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            address = next.OriginalString;
            if (next is { IsAbsoluteUri: false } && !address.StartsWith("/signin/organisation", StringComparison.Ordinal))
            {
                return address.Split('?')[0];
            }
        }

        return "in a circle";
    }
}
