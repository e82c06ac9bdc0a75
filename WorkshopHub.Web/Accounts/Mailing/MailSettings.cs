using System.Globalization;
using MailKit.Security;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>The organisation's own mail server, as the program was started with it (Mail:Host and the like).</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The address that mails come from.</param>
/// <param name="User">Whom to sign in as there, or null.</param>
/// <param name="Password">With which password, or null.</param>
/// <param name="Tls">How the line is protected.</param>
public sealed record MailSettings(string Host, int Port, string From, string? User, string? Password, SecureSocketOptions Tls)
{
    /// <summary>What was set; null where no mail server is, and then everything goes by copying.</summary>
    public static MailSettings? Of(IConfiguration configuration) => configuration["Mail:Host"] is not { Length: > 0 } host ? null
        : new MailSettings(
            host,
            int.TryParse(configuration["Mail:Port"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 587,
            configuration["Mail:From"] is { Length: > 0 } from ? from : $"workshophub@{host}",
            configuration["Mail:User"] is { Length: > 0 } user ? user : null,
            configuration["Mail:Password"],
            configuration["Mail:Tls"] switch
            {
                "none" => SecureSocketOptions.None,
                "always" => SecureSocketOptions.SslOnConnect,
                "start" => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.Auto,
            });
}

/// <summary>Whether this house sends e-mail at all.</summary>
/// <param name="Settings">The mail server, or null where none is set.</param>
public sealed record MailHouse(MailSettings? Settings)
{
    /// <summary>Whether a mail server is set.</summary>
    public bool IsOn => Settings is not null;
}
