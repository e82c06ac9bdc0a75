using System.Text.RegularExpressions;

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
