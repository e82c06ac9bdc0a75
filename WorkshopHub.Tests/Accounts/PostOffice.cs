using System.Buffers;
using System.Collections.Concurrent;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace WorkshopHub.Tests.Accounts;

/// <summary>A small real mail server on this machine.</summary>
internal sealed class PostOffice : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _taken = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public PostOffice()
    {
        var services = new ServiceProvider();
        services.Add(this);
        _running = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("mail.test").Port(Port).Build(), services).StartAsync(_stop.Token);
    }

    public int Port { get; } = Repo.FreePort();

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>What it answers to the next mails; they are taken only while this is Ok.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    /// <summary>How often a mail was offered.</summary>
    public int Offered { get; private set; }

    /// <summary>What a house needs to send by it.</summary>
    public (string Name, string Value)[] Settings =>
        [("Mail:Host", "localhost"), ("Mail:Port", $"{Port}"), ("Mail:From", "hub@flow.test"), ("Mail:Tls", "none")];

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        Offered++;
        if (Answer == SmtpResponse.Ok)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            _taken.Enqueue(MimeMessage.Load(stream, cancellationToken));
        }

        return Task.FromResult(Answer);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _stop.Dispose();
    }
}
