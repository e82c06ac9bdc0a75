using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Accounts;

/// <summary>A way in that comes by e-mail: to who asks for one, and to who has signed in before when the office makes it.</summary>
public sealed class WayInTests : IAsyncLifetime
{
    private readonly PostOffice _post = new();
    private readonly World _world = World.Plant();
    private Site _site = null!;
    private PlainDesk _mari = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File, null, _post.Settings);
        _mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
    }

    public async ValueTask DisposeAsync()
    {
        _mari.Dispose();
        await _site.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_an_account_asks_for_a_link_signs_in_by_it_once_and_may_set_another_password()
    {
        using var sven = new PlainDesk(_site.NewClient(), "Sven");
        await sven.OpenAsync("/signin");
        await sven.PressAsync("Send me a link instead", ("Email", "nobody@flow.test"));
        sven.Sees("If nobody@flow.test is known here");
        await sven.IsRefusedAsync("Send me a link instead", "Type your e-mail first", ("Email", " "));
        for (var times = 0; times < 2; times++)
        {
            await sven.OpenAsync("/signin");
            await sven.PressAsync("Send me a link instead", ("Email", World.Mail("Sven Sponsor").ToUpperInvariant()));
        }

        await TakenAsync();
        var body = Assert.Single(_post.Taken).GetTextBody(MimeKit.Text.TextFormat.Plain)!;
        await sven.OpenAsync(Regex.Match(body, "/i/[a-z2-7]{26}").Value);
        await sven.PressAsync("Continue as Sven Sponsor");
        (await sven.OpenAsync("/account")).Misses("made a new way in").Sees("came in by a link");
        await sven.PressAsync("Change it", ("Password", "another four ordinary words"));
        sven.Sees("Your password is set");
        Assert.True((await sven.OpenAsync("/account")).Html.Contains("name=\"Current\"", StringComparison.Ordinal));
        using var again = _site.NewClient();
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await again.GetAsync(Regex.Match(body, "/i/[a-z2-7]{26}").Value, Stop)).StatusCode);
    }

    [Fact]
    public async Task Who_comes_with_a_link_that_leads_nowhere_any_more_gets_a_new_one_by_mail_to_the_own_address_alone()
    {
        var token = await _site.Writer.RunAsync(writes =>
        {
            var old = SignInLinks.Make(writes, _world["Alma Tamm"], _world["Mari Kask"]);
            SignInLinks.Make(writes, _world["Alma Tamm"], _world["Mari Kask"]);
            return old;
        });
        using var alma = new PlainDesk(_site.NewClient(), "Alma");
        await AtAsync(alma, $"/i/{token}");
        alma.Sees("This link leads nowhere any more").Misses("Alma");
        await alma.SendAsync("Send me a new link");
        alma.Sees("A new link is on its way to your own address").Misses("alma.tamm", "Alma");
        await TakenAsync();
        Assert.Equal(World.Mail("Alma Tamm"), Assert.Single(_post.Taken).To.Mailboxes.Single().Address);
        await alma.OpenAsync(Regex.Match(_post.Taken.Single().GetTextBody(MimeKit.Text.TextFormat.Plain)!, "/i/[a-z2-7]{26}").Value);
        await alma.PressAsync("Continue as Alma Tamm");
    }

    [Fact]
    public async Task Without_a_mail_server_the_office_reads_who_asks_for_a_new_link_until_one_is_made()
    {
        var (world, site) = World.Start();
        await using var quiet = site;
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        using var sven = new PlainDesk(await Office.SignInAsync(site, World.Mail("Sven Sponsor")), "Sven");
        var token = await site.Writer.RunAsync(writes => SignInLinks.Make(writes, world["Alma Tamm"], world["Mari Kask"]));
        await site.SetAsync("UPDATE personal_link SET expires_at = '2026-01-01T00:00:00.000Z'");
        using var alma = new PlainDesk(site.NewClient(), "Alma");
        await AtAsync(alma, $"/i/{token}");
        await alma.SendAsync("Ask for a new link");
        await AtAsync(alma, $"/i/{token}");
        alma.Sees("You asked for a new link");
        Assert.False(alma.Has("Ask for a new link"));
        Assert.Equal(1, await site.OneAsync<long>("SELECT count(*) FROM audit WHERE act = 'ask-link' AND thing_id = @alma", new { alma = $"{world["Alma Tamm"]}" }));
        (await sven.OpenAsync("/")).Misses("asks for a new link");
        (await mari.OpenAsync($"/programmes/{world.Programme}/letters")).Sees("Alma Tamm member of Circle, asks for a new link");
        (await mari.OpenAsync("/")).Sees("Alma Tamm asks for a new link");
        await mari.OpenAsync($"/programmes/{world.Programme}/people/{world["Alma Tamm"]}");
        await mari.PressAsync("Give a sign-in");
        (await mari.OpenAsync("/")).Misses("asks for a new link");

        // A link that can be used is no reason to ask, and one that nobody knows leads to nobody.
        var fresh = await site.Writer.RunAsync(writes => SignInLinks.Make(writes, world["Alma Tamm"], world["Mari Kask"]));
        await alma.OpenAsync($"/i/{fresh}");
        Assert.False(await site.Writer.RunAsync(writes => PersonalLinks.AskAgain(writes, fresh) || PersonalLinks.AskAgain(writes, Tokens.New())));
        await AtAsync(alma, $"/i/{Tokens.New()}");
        alma.Sees("Nobody knows it here").Misses("Ask for a new link");
    }

    /// <summary>Opens a page that is gone and still says how to go on.</summary>
    private static async Task AtAsync(PlainDesk who, string address)
    {
        await who.LookAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.Gone, who.Status);
    }

    [Fact]
    public async Task A_new_way_in_for_somebody_who_has_signed_in_before_goes_to_their_own_mail_and_is_shown_to_nobody()
    {
        using var sven = new PlainDesk(await _site.AsAsync(_world, "Sven Sponsor"), "Sven");
        await _mari.OpenAsync($"/programmes/{_world.Programme}/people/{_world["Sven Sponsor"]}");
        await _mari.PressAsync("Make a new way in");
        _mari.Sees($"On its way to {World.Mail("Sven Sponsor")}");
        Assert.DoesNotContain("link-once", _mari.Html, StringComparison.Ordinal);
        await TakenAsync();
        var body = Assert.Single(_post.Taken).GetTextBody(MimeKit.Text.TextFormat.Plain)!;
        Assert.Contains("Mari Kask made a new way in for you", body, StringComparison.Ordinal);
        using var device = _site.NewClient();
        using var link = new PlainDesk(device, "Sven anew");
        await link.OpenAsync(Regex.Match(body, "/i/[a-z2-7]{26}").Value);
        await link.PressAsync("Continue as Sven Sponsor");
        link.Sees("Mari Kask", "made a new way in for you");
    }

    private async Task TakenAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_post.Taken.Count == 0)
        {
            await looks.WaitForNextTickAsync(late.Token);
        }
    }
}
