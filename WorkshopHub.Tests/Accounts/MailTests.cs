using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Accounts;

/// <summary>E-mail by the outbox, against a real mail server: once, tried again where it must be, and without any confidential word.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly PostOffice _post = new();
    private readonly World _world = World.Plant();
    private Site _site = null!;
    private PlainDesk _mari = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Letters => $"/programmes/{_world.Programme}/letters";

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
    public async Task An_invitation_goes_out_once_with_a_link_that_is_its_persons_alone_and_stands_nowhere()
    {
        await InviteAsync("Alma Tamm", "Bo Lind");
        await UntilAsync(() => _post.Taken.Count == 2);
        var mail = _post.Taken.Single(one => one.To.Mailboxes.Single().Address == World.Mail("Alma Tamm"));
        Assert.Equal("Will you take part in Flow?", mail.Subject);
        var body = mail.GetTextBody(MimeKit.Text.TextFormat.Plain)!;
        Assert.Contains("Hello Alma,", body, StringComparison.Ordinal);
        Assert.Contains("as member of Circle", body, StringComparison.Ordinal);
        var link = Regex.Match(body, "/i/[a-z2-7]{26}").Value;
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM mail WHERE text LIKE '%' || @token || '%' OR path LIKE '%/i/%'", new { token = link[3..] }));
        using var alma = new PlainDesk(_site.NewClient(), "Alma");
        await alma.OpenAsync(link);
        await alma.PressAsync("Continue as Alma Tamm");
        (await _mari.OpenAsync("/mail")).Sees("Alma Tamm", "Sent").Misses("Waits");

        // The same invitation is not sent twice.
        await _mari.OpenAsync(Letters);
        await _mari.PressAsync("Send it by e-mail", ("To", _mari.Tick("Bo Lind")));
        _mari.Sees("No mail went out: everybody whom you ticked has had the invitation already.", "invited by e-mail");
        Assert.Equal(2, _post.Taken.Count);
    }

    [Fact]
    public async Task What_did_not_go_out_is_tried_again_by_itself_as_the_same_mail_and_taken_once()
    {
        _post.Answer = new SmtpResponse((SmtpReplyCode)451, "Not now");
        await InviteAsync("Alma Tamm");
        await UntilAsync(() => StateAsync("Waiting", tries: 1));
        (await _mari.OpenAsync("/mail")).Sees("Is tried again", "The mail server refused it");
        _post.Answer = SmtpResponse.Ok;
        await SoonAsync();
        await UntilAsync(() => StateAsync("Sent", tries: 2));
        Assert.Equal(2, _post.Offered);
        Assert.StartsWith("mail-", Assert.Single(_post.Taken).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_never_takes_is_given_up_and_sent_once_more_when_somebody_says_so()
    {
        _post.Answer = new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "No such mailbox");
        await InviteAsync("Alma Tamm");
        await UntilAsync(() => StateAsync("Failed", tries: 1));
        await _mari.OpenAsync("/mail");
        _mari.Sees("Did not go out", "No such mailbox");
        _post.Answer = SmtpResponse.Ok;
        await _mari.PressAsync("Send once more to Alma Tamm");
        await UntilAsync(() => StateAsync("Sent", tries: 1));
        Assert.Single(_post.Taken);
    }

    [Fact]
    public async Task What_was_under_way_when_the_program_ended_is_not_sent_again_unasked()
    {
        await _site.SetAsync(
            """
            INSERT INTO mail (person_id, kind, about, subject, state, tries, created_at, changed_at)
            VALUES (@alma, 'Nudge', 'x', 'Something waits', 'Sending', 1, '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
            """, new { alma = _world["Alma Tamm"] });
        await _site.DisposeAsync();
        _site = new Site(_world.File, null, _post.Settings);
        await UntilAsync(() => StateAsync("Unsure", tries: 1));
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        (await mari.OpenAsync("/mail")).Sees("Nobody knows");
        Assert.Equal(0, _post.Offered);
    }

    [Fact]
    public async Task Who_has_something_due_soon_is_reminded_once_and_not_told_what()
    {
        using var alma = await _site.AsAsync(_world, "Alma Tamm");
        var work = _site.Services.GetServices<IDueWork>().OfType<ReminderDue>().Single();
        await _site.SetAsync("UPDATE workshop SET state = 'Planned', date = date('now', '+2 days')");
        for (var morning = 0; morning < 2; morning++)
        {
            await _site.Writer.RunAsync(writes =>
            {
                work.Do(writes, 0);
                return true;
            });
        }

        await SoonAsync();
        await UntilAsync(() => _post.Taken.Count > 0);
        var mail = Assert.Single(_post.Taken, one => one.To.Mailboxes.Single().Address == World.Mail("Alma Tamm"));
        Assert.Matches("due soon", mail.Subject);
        Assert.Contains("stands on your own page", mail.GetTextBody(MimeKit.Text.TextFormat.Plain)!, StringComparison.Ordinal);
        Assert.DoesNotContain("Kick-off", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/i/", mail.GetTextBody(MimeKit.Text.TextFormat.Plain)!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_named_by_mail_on_the_morning_three_days_before_it_is_due_and_none_of_its_words()
    {
        using var alma = await _site.AsAsync(_world, "Alma Tamm");
        var list = $"/sets/{_world.Sets[0].Id}/actions";
        var today = await _site.Db.ReadAsync(reads => LocalDay.Today(reads, TimeProvider.System.GetUtcNow()), Stop);
        foreach (var (text, days) in new[] { ("Ring Margaret", 3), ("Walk the beds", 4) })
        {
            using var agreed = await alma.PostFormAsync(list, $"{list}?handler=agree", ("Key", Tokens.New()), ("Text", text), ("Due", LocalDay.Text(today.AddDays(days))));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, agreed.StatusCode);
        }

        // What begins to wait tomorrow at eight is in tomorrow's mail.
        Assert.Equal(1, await _site.OneAsync<long>(
            "SELECT s.due_at < m.due_at AND date(s.due_at) = date(m.due_at) FROM due s JOIN due m ON m.kind = 'MailReminders' WHERE s.kind = 'ActionSoon' ORDER BY s.id DESC LIMIT 1"));
        var work = _site.Services.GetServices<IDueWork>().ToDictionary(one => one.Kind, StringComparer.Ordinal);
        await _site.Writer.RunAsync(writes =>
        {
            work["ActionSoon"].Do(writes, 1);
            work["MailReminders"].Do(writes, 0);
            return true;
        });
        await SoonAsync();
        await UntilAsync(() => _post.Taken.Any(one => one.To.Mailboxes.Single().Address == World.Mail("Alma Tamm")));
        var mail = Assert.Single(_post.Taken, one => one.To.Mailboxes.Single().Address == World.Mail("Alma Tamm"));
        Assert.Contains(" for you by ", mail.GetTextBody(MimeKit.Text.TextFormat.Plain)!, StringComparison.Ordinal);
        Assert.DoesNotContain("Margaret", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Circle", mail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nudge_of_the_board_goes_out_to_each_once_a_day()
    {
        await _site.SetAsync("UPDATE programme SET state = 'Recruiting', start_date = '2027-03-01', end_date = '2027-08-31'");
        await _site.SetAsync("UPDATE person SET email = NULL WHERE name = 'Bo Lind'");
        await _mari.OpenAsync($"/programmes/{_world.Programme}/readiness");
        await _mari.PressAsync("Send them for me");
        _mari.Sees("reminders are in the outbox and go out now. Bo Lind has no e-mail address: copy the letter for them.", "How the mails stand");
        var noted = await _site.OneAsync<long>("SELECT count(*) FROM nudge");
        await _mari.PressAsync("Send them for me");
        _mari.Sees("No mail went out.", "had the same today already").Misses("in the outbox");
        Assert.Equal(noted, await _site.OneAsync<long>("SELECT count(*) FROM nudge"));
        await UntilAsync(async () => await _site.OneAsync<long>("SELECT count(*) FROM mail WHERE state <> 'Sent'") == 0);
        var alma = Assert.Single(_post.Taken, one => one.To.Mailboxes.Single().Address == World.Mail("Alma Tamm"));
        Assert.Contains("still need from you", alma.GetTextBody(MimeKit.Text.TextFormat.Plain)!, StringComparison.Ordinal);
        Assert.True(await _site.OneAsync<long>("SELECT count(*) FROM nudge") > 0);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_offers_to_send_and_nothing_is_sent()
    {
        var (world, site) = World.Start();
        await using var quiet = site;
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        (await mari.OpenAsync($"/programmes/{world.Programme}/letters")).Misses("Send it by e-mail").Sees("no mail server is set");
        (await mari.OpenAsync("/mail")).Sees("This hub sends no e-mail");
        using var office = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        using var nudge = await office.PostAsync($"/programmes/{world.Programme}/readiness", "?handler=mail");
        await nudge.RefusesAsync("No mail went out: no mail server is set.");
        Assert.Equal(0, await site.OneAsync<long>("SELECT count(*) FROM nudge"));
        using var nobody = new PlainDesk(site.NewClient(), "Nobody");
        (await nobody.OpenAsync("/signin")).Misses("Send me a link");
        Assert.Equal(0, await site.OneAsync<long>("SELECT count(*) FROM due WHERE kind LIKE 'Mail%'"));
    }

    private async Task InviteAsync(params string[] names)
    {
        await _mari.OpenAsync(Letters);
        await _mari.PressAsync("Send it by e-mail", [.. names.Select(name => ("To", _mari.Tick(name)))]);
    }

    /// <summary>What waits for another time is due now.</summary>
    private async Task SoonAsync()
    {
        await _site.SetAsync("UPDATE due SET due_at = '2026-01-01T00:00:00.000Z' WHERE kind = 'Mail' AND done_at IS NULL");
        _site.Services.GetRequiredService<DueSoon>().Ring();
    }

    private async Task<bool> StateAsync(string state, long tries) =>
        await _site.OneAsync<long>("SELECT count(*) FROM mail WHERE state = @state AND tries = @tries", new { state, tries }) == 1;

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            await looks.WaitForNextTickAsync(late.Token);
        }
    }
}
