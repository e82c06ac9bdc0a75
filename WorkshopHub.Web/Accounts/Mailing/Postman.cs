using System.Globalization;
using System.Threading.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>
/// Carries mails to the mail server, one after another, outside of any command: a slow server holds nobody up. The same mail
/// has the same Message-ID however often it is tried, so that no mailbox shows it twice.
/// </summary>
public sealed class Postman(MailHouse house, Db db, Writer writer, SiteAddress site, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly Channel<long> _bag = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Takes a mail along that was taken out of the outbox.</summary>
    public void Carry(long id) => _bag.Writer.TryWrite(id);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await db.ReadAsync(reads => reads.First<long?>("SELECT id FROM mail WHERE state = 'Sending' LIMIT 1"), stoppingToken) is not null)
        {
            await writer.RunAsync(Mailbox.Lost, stoppingToken);
        }

        await foreach (var id in _bag.Reader.ReadAllAsync(stoppingToken))
        {
            await SendAsync(id, stoppingToken);
        }
    }

    private async Task SendAsync(long id, CancellationToken stop)
    {
        try
        {
            if (house.Settings is not { } settings)
            {
                await writer.RunAsync(writes => Fail(writes, id, "No mail server is set.", final: true), stop);
                return;
            }

            if (await writer.RunAsync(writes => Compose(writes, id, settings), stop) is { } message)
            {
                await DeliverAsync(settings, message, stop);
                await writer.RunAsync(writes =>
                {
                    Mailbox.Sent(writes, id);
                    return true;
                }, stop);
            }
        }
        catch (RefusedException refused)
        {
            await writer.RunAsync(writes => Fail(writes, id, refused.Message, final: true), stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            // What the server will never take is given up at once; all else may be another time.
            var final = problem is SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 };
            log.LogWarning("Mail {Id} did not go out: {Problem}", id, problem.GetType().Name);
            await writer.RunAsync(writes => Fail(writes, id, Words(problem), final), stop);
        }
    }

    private static async Task DeliverAsync(MailSettings settings, MimeMessage message, CancellationToken stop)
    {
        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Tls, stop);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", stop);
        }

        await client.SendAsync(message, stop);
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException)
        {
            // It was taken; how the server hangs up is its own matter.
        }
    }

    private MimeMessage? Compose(Writes writes, long id, MailSettings settings)
    {
        var mail = writes.First<Row>(
            """
            SELECT m.person_id, m.subject, m.text, m.path, m.kind, m.created_by, p.name, p.email,
                   a.password_hash IS NOT NULL OR a.signed_in_at IS NOT NULL AS HasSignedIn
            FROM mail m JOIN person p ON p.id = m.person_id LEFT JOIN account a ON a.person_id = p.id
            WHERE m.id = @id AND m.state = 'Sending'
            """, new { id });
        if (mail is null)
        {
            return null;
        }

        var address = site.Of(writes) ?? throw new RefusedException("Mail", "This house has no address yet, so a link would lead nowhere.");
        if (mail.Email is null)
        {
            throw new RefusedException("Mail", "There is no address any more.");
        }

        var invites = mail.Kind == nameof(MailKind.Invitation) && !mail.HasSignedIn;
        var link = invites ? $"{address}/i/{SignInLinks.Make(writes, mail.PersonId, mail.CreatedBy ?? 0)}"
            : mail.Kind != nameof(MailKind.WayIn) ? address + mail.Path
            : $"{address}/i/{(mail.CreatedBy is { } by && by != mail.PersonId ? SignInLinks.Make(writes, mail.PersonId, by) : SignInLinks.Ask(writes, mail.PersonId))}";
        var message = new MimeMessage { Subject = mail.Subject };
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"mail-{id}@{new Uri(address).Host}");
        message.From.Add(new MailboxAddress(Settings.NameOf(writes), settings.From));
        message.To.Add(new MailboxAddress(mail.Name, mail.Email));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain")
        {
            Text = $"Hello {Called.First(mail.Name)},\n\n{mail.Text}\n\n{link}\n"
                + (invites ? "\nThe link is yours alone. It works once, within seven days.\n" : "")
                + (mail.Kind == nameof(MailKind.WayIn) ? "" : "\nThis mail says that something is due, and where. What people write stays in the hub.\n"),
        };
        return message;
    }

    private static bool Fail(Writes writes, long id, string problem, bool final)
    {
        Mailbox.Failed(writes, id, problem, final);
        return true;
    }

    private static string Words(Exception problem) => problem switch
    {
        SmtpCommandException refused => $"The mail server refused it: {refused.Message}",
        MailKit.Security.AuthenticationException => "The mail server does not know the name or the password.",
        _ => "The mail server can’t be reached.",
    };

    private sealed record Row
    {
        public long PersonId { get; init; }

        public string Subject { get; init; } = "";

        public string Text { get; init; } = "";

        public string Path { get; init; } = "/";

        public string Kind { get; init; } = "";

        public long? CreatedBy { get; init; }

        public string Name { get; init; } = "";

        public string? Email { get; init; }

        public bool HasSignedIn { get; init; }
    }
}
